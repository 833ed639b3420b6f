using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ingest.Pdf.Reading.Fonts;
using Ingest.Pdf.Reading.Objects;

namespace Ingest.Pdf.Reading.Content;

/// <summary>
/// Reads the pages of one file: runs their content and makes a <see cref="Page"/> of what it painted. Keeps
/// its buffers from page to page; not safe for several threads.
/// </summary>
internal sealed class PageReader
{
    /// <summary>Shown for colours that are not known.</summary>
    private const int SomeGray = 0x808080;

    // Streams are joined up to this size, so that an array of great ones is not held twice.
    private const int MostJoined = 4 << 20;

    private readonly ObjectSource _source;
    private readonly OptionalContent _layers;
    private readonly Canvas _canvas;
    private readonly ContentInterpreter _interpreter;
    private readonly PaintedGround _ground;
    private readonly RepeatedLetters _repeated;
    private readonly RulingJoiner _joiner;
    private readonly BarStacks _stacks = new();
    private readonly Buffer<LinePiece> _rulings = new(256);
    private readonly Buffer<byte> _joined = new(1024);
    private bool _isIncomplete;

    /// <param name="source">The file's objects.</param>
    /// <param name="fonts">Shared by all pages.</param>
    /// <param name="catalog">The document catalog, for its layers.</param>
    public PageReader(ObjectSource source, FontCache fonts, PdfDictionary catalog)
    {
        _source = source;
        _layers = new OptionalContent(source, catalog);
        _canvas = new Canvas(source.Budget.Limits);
        _interpreter = new ContentInterpreter(source, fonts, _layers, _canvas);
        _ground = new PaintedGround(source.Budget);
        _repeated = new RepeatedLetters(source.Budget);
        _joiner = new RulingJoiner(source.Budget);
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
        _canvas.Begin(visible);
        _rulings.Clear();
        diagnostics.Guard(() => Paint(node, toPage));
        diagnostics.Guard(Conclude);
        bool imageOnly = IsImageOnly();
        diagnostics.AddFindings(_canvas, imageOnly, _isIncomplete, _interpreter.WasTooDeep);
        return new Page
        {
            Number = number,
            Width = node.MediaBox.Width * node.UserUnit,
            Height = node.MediaBox.Height * node.UserUnit,
            Visible = visible,
            Rotation = node.Rotate,
            Letters = Letters(),
            Rulings = Rulings(),
            Fills = Fills(),
            Images = [.. _canvas.Images.Span],
            ImageOnly = imageOnly,
            Diagnostics = diagnostics.ToImmutable(),
        };
    }

    private static Matrix ToPage(PageNode node)
    {
        double unit = node.UserUnit;
        return new Matrix(unit, 0, 0, unit, -node.MediaBox.Left * unit, -node.MediaBox.Bottom * unit);
    }

    private void Paint(PageNode node, in Matrix toPage)
    {
        _interpreter.BeginPage(toPage, node.Resources);
        switch (_source.Get(node.Dictionary, "Contents"))
        {
            case PdfStream only:
                _interpreter.Run(_source.Decode(only));
                break;
            case PdfArray parts:
                Run(parts);
                break;
            default:
                _isIncomplete = node.Dictionary.TryGet("Contents", out PdfObject? written) && written is not PdfNull;
                break;
        }

        Annotations.Paint(_source, node, toPage, _layers, _interpreter);
    }

    /// <summary>Runs several streams as one, since operands may stand in another stream than their operator.</summary>
    private void Run(PdfArray parts)
    {
        _joined.Clear();
        foreach (PdfObject item in parts.Items)
        {
            _source.Budget.Check();
            if (_source.Resolve(item) is not PdfStream part)
            {
                _isIncomplete |= item is not PdfNull;
                continue;
            }

            ReadOnlyMemory<byte> content = _source.Decode(part);
            if (parts.Count == 1 || content.Length > MostJoined - _joined.Count)
                RunJoined();
            if (parts.Count == 1 || content.Length > MostJoined)
                _interpreter.Run(content);
            else
                Join(content.Span);
        }

        RunJoined();
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

    /// <summary>Decides what can only be decided when everything has been painted.</summary>
    private void Conclude()
    {
        _ground.Prepare(_canvas.Areas, _canvas.Visible);
        LetterSight.MarkHidden(_canvas.Letters, _ground);
        _repeated.Remove(_canvas.Letters);
        LineSight.RemoveHidden(_canvas.Lines, _canvas.Areas, _ground, _source.Budget);
        _joiner.Join(_canvas.Lines, _rulings);
        _stacks.Remove(_rulings, _canvas);
    }

    private ImmutableArray<Letter> Letters()
    {
        ReadOnlySpan<PaintedLetter> painted = _canvas.Letters.Span;
        var letters = new Letter[painted.Length];
        for (int i = 0; i < letters.Length; i++)
            letters[i] = painted[i].ToLetter();
        return ImmutableCollectionsMarshal.AsImmutableArray(letters);
    }

    private ImmutableArray<Ruling> Rulings()
    {
        ReadOnlySpan<LinePiece> lines = _rulings.Span;
        var rulings = new Ruling[lines.Length];
        for (int i = 0; i < rulings.Length; i++)
            rulings[i] = new Ruling(lines[i].IsHorizontal, lines[i].At, lines[i].Start, lines[i].End, lines[i].Thickness);
        return ImmutableCollectionsMarshal.AsImmutableArray(rulings);
    }

    private ImmutableArray<Fill> Fills()
    {
        ReadOnlySpan<PaintedArea> areas = _canvas.Areas.Span;
        int count = 0;
        foreach (ref readonly PaintedArea area in areas)
            count += area.Kind == AreaKind.Fill ? 1 : 0;
        var fills = new Fill[count];
        count = 0;
        foreach (ref readonly PaintedArea area in areas)
        {
            if (area.Kind == AreaKind.Fill)
                fills[count++] = new Fill(area.Box, area.Rgb >= 0 ? area.Rgb : SomeGray);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(fills);
    }

    /// <summary>A scan, whole or in strips, without text of its own.</summary>
    private bool IsImageOnly()
    {
        double covered = 0;
        foreach (ref readonly Box image in _canvas.Images.Span)
            covered += (double)image.Width * image.Height;
        if (covered < (double)_canvas.Visible.Width * _canvas.Visible.Height / 2)
            return false;
        foreach (ref readonly PaintedLetter letter in _canvas.Letters.Span)
        {
            if (letter.Hidden == Hidden.No && !letter.IsBlank)
                return false;
        }

        return true;
    }
}
