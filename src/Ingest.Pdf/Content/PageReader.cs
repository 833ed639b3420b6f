using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Pdf.Fonts;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Structure;

namespace Ingest.Pdf.Content;

/// <summary>
/// Reads the pages of one file: runs their content and makes a <see cref="Page"/> of what it painted. Keeps
/// its buffers from page to page; not safe for several threads.
/// </summary>
internal sealed class PageReader
{
    // Streams are joined up to this size, so that an array of great ones is not held twice.
    private const int MostJoined = 4 << 20;

    private readonly ObjectSource _source;
    private readonly Canvas _canvas;
    private readonly ContentInterpreter _interpreter;
    private readonly Annotations _annotations;
    private readonly PageFinisher _finisher;
    private readonly Buffer<byte> _joined = new(1024);
    private bool _isIncomplete;

    /// <param name="source">The file's objects.</param>
    /// <param name="fonts">Shared by all pages.</param>
    /// <param name="catalog">The document catalog, for its layers.</param>
    public PageReader(ObjectSource source, FontCache fonts, PdfDictionary catalog)
    {
        _source = source;
        var layers = new OptionalContent(source, catalog);
        _canvas = new Canvas(source.Budget.Limits);
        _interpreter = new ContentInterpreter(source, fonts, layers, _canvas);
        _annotations = new Annotations(source, catalog, layers, _interpreter);
        _finisher = new PageFinisher(_canvas, source.Budget);
    }

    /// <summary>
    /// Reads one page. Damage and limits end what they concern and become diagnostics.
    /// </summary>
    /// <param name="node">The page.</param>
    /// <param name="number">1-based.</param>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public Page Read(PageNode node, int number)
    {
        var diagnostics = new PageDiagnostics(number);
        _isIncomplete = false;
        Matrix toPage = ToPage(node);
        Box visible = toPage.Bounds(node.CropBox.Left, node.CropBox.Bottom, node.CropBox.Right, node.CropBox.Top);
        _finisher.Begin(visible);
        diagnostics.Guard(() => Paint(node, toPage));
        return _finisher.Finish(
            new PaintedSheet(number, node.MediaBox.Width * node.UserUnit, node.MediaBox.Height * node.UserUnit, node.Rotate),
            diagnostics, _isIncomplete, _interpreter.WasTooDeep);
    }

    /// <summary>The images of a page, with their samples; ends with what a limit lets it have.</summary>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public ImmutableArray<PageImage> ReadImages(PageNode node)
    {
        Matrix toPage = ToPage(node);
        _finisher.Begin(toPage.Bounds(node.CropBox.Left, node.CropBox.Bottom, node.CropBox.Right, node.CropBox.Top));
        var images = ImmutableArray.CreateBuilder<PageImage>();
        new PageDiagnostics(0).Guard(() =>
        {
            Paint(node, toPage);
            foreach (DrawnImage drawn in _canvas.Drawn)
                if (ImageReader.Read(_source, drawn) is { } image)
                    images.Add(image);
        });
        return images.ToImmutable();
    }

    /// <summary>No page follows for now: gives back what was lent for reading.</summary>
    public void Release()
    {
        _joined.Release();
        _interpreter.Release();
        _finisher.Release();
    }

    private static Matrix ToPage(PageNode node)
    {
        double unit = node.UserUnit;
        return new Matrix(unit, 0, 0, unit, -node.MediaBox.Left * unit, -node.MediaBox.Bottom * unit);
    }

    private void Paint(PageNode node, in Matrix toPage)
    {
        _interpreter.BeginPage(toPage, node.Resources);
        _joined.Clear();
        switch (_source.Get(node.Dictionary, "Contents"))
        {
            case PdfStream only:
                Run(only);
                break;
            case PdfArray parts:
                Run(parts);
                break;
            default:
                _isIncomplete = node.Dictionary.TryGet("Contents", out PdfObject? written) && written is not PdfNull;
                break;
        }

        RunJoined();
        _annotations.Paint(node, toPage);
    }

    /// <summary>Runs several streams as one, since operands may stand in another stream than their operator.</summary>
    private void Run(PdfArray parts)
    {
        foreach (PdfObject item in parts.Items)
        {
            _source.Budget.Check();
            if (_source.Resolve(item) is PdfStream part)
                Run(part);
            else
                _isIncomplete |= item is not PdfNull;
        }
    }

    private void Run(PdfStream part)
    {
        ReadOnlyMemory<byte> content = _source.DecodeBriefly(part);
        if (_source.WasDamaged)
            content = content[..DamagedContent.SoundLength(content.Span)];
        if (_joined.Count > 0 && content.Length > MostJoined - _joined.Count)
        {
            // What is drawn now may decode other streams.
            content = content.ToArray();
            RunJoined();
        }

        if (content.Length > MostJoined)
            _interpreter.Run(content);
        else
            Join(content.Span);
    }

    private void Join(ReadOnlySpan<byte> content)
    {
        content.CopyTo(_joined.Extend(content.Length));
        _joined.Add((byte)'\n');
    }

    private void RunJoined()
    {
        if (_joined.Count > 0)
            _interpreter.Run(_joined.Memory);
        _joined.Clear();
    }
}
