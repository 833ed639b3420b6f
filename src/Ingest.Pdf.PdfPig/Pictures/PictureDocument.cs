using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Contract.Text;
using Ingest.Pdf.Diagnosis;
using Ingest.Pdf.Limits;
using Ingest.Pdf.PdfPig.Diagnosis;
using Ingest.Pdf.PdfPig.Following;
using UglyToad.PdfPig;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>A file whose pages are drawn. Not safe for use by several threads at once.</summary>
public sealed class PictureDocument : IDisposable
{
    private readonly PdfDocument _document;
    private readonly ReadingBudget _budget;
    private readonly DrawingPageFactory _factory;
    private readonly byte[] _hash;

    internal PictureDocument(PdfDocument document, ReadingBudget budget, ReadOnlyMemory<byte> file)
    {
        (_document, _budget) = (document, budget);
        if (document.NumberOfPages == 0)
            throw FileRefusals.NoPage();
        PageCount = Math.Min(document.NumberOfPages, budget.Limits.Pages);
        // Page factories get PdfPig's services handed only by PdfPig itself.
        document.AddPageFactory<PageServices, PageServicesFactory>();
        document.AddPageFactory<PageSize, PageSizeFactory>();
        PageServices services = document.GetPage<PageServices>(1);
        _factory = new DrawingPageFactory(services, budget, new Layers(services.Scanner, document.Structure.Catalog.CatalogDictionary), new FontFaces(services.Scanner));
        document.AddPageFactory(_factory);
        _hash = SHA256.HashData(file.Span);
    }

    /// <summary>At least 1.</summary>
    public int PageCount { get; }

    /// <summary>The sizes of all pages, in their order; that of a page that cannot be found is zero.</summary>
    public ImmutableArray<PageSize> Sizes(CancellationToken cancellation = default) =>
        [.. Enumerable.Range(1, PageCount).Select(number => Within(number, () => _document.GetPage<PageSize>(number), static (_, _) => default, cancellation))];

    /// <summary>Draws a page.</summary>
    /// <param name="quarterTurns">Clockwise, beyond the page's own.</param>
    /// <param name="covered">Places, in the page's unrotated space, whose letters are left out; grey bars stand there.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page.</exception>
    /// <exception cref="PdfReadException">Nothing of the page can be drawn; says why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PagePicture Draw(PictureRequest request, int quarterTurns, IReadOnlyList<Box> covered, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(covered);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Page, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Page, PageCount);
        _factory.Order = new DrawingOrder(request, quarterTurns, covered, Prefix(request, quarterTurns));
        DrawnPage drawn = Within(request.Page, () => _document.GetPage<DrawnPage>(request.Page), Refuse, cancellation);
        PictureFrame frame = drawn.Frame;
        (float width, float height) = (frame.Cut.Width, frame.Cut.Height);
        string svg = string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SvgNumber.Round(width * SvgNumber.PerPoint)} {SvgNumber.Round(height * SvgNumber.PerPoint)}" width="{width:0.##}pt" height="{height:0.##}pt" stroke-miterlimit="10"><rect width="100%" height="100%" fill="#fff"/>
            {drawn.Svg}{MarkLayer.Of(frame, covered, request.Marks)}</svg>
            """);
        return new PagePicture(Encoding.UTF8.GetBytes(svg.ReplaceLineEndings("\n")), width, height, frame.Shown, frame.Turns, drawn.Diagnostics);
    }

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    /// <summary>Other pictures in the same document have other ids, and the same picture the same.</summary>
    private string Prefix(PictureRequest request, int quarterTurns)
    {
        string asked = string.Create(CultureInfo.InvariantCulture, $"{request.Page} {request.Region} {request.Margin} {request.WholeWidth} {quarterTurns} {request.ShowContacts} {string.Join(';', request.Marks)}");
        return $"p{Convert.ToHexStringLower(SHA256.HashData([.. _hash, .. Encoding.UTF8.GetBytes(asked)]).AsSpan(0, 4))}-";
    }

    private static DrawnPage Refuse(int number, Phrase why) => throw new PdfReadException(ReadFailure.Damaged, new Phrase(
        $"第 {number} 页无法绘制{why.Chinese}。", $"Page {number} cannot be drawn{why.English}."));

    private T Within<T>(int number, Func<T> work, Func<int, Phrase, T> damaged, CancellationToken cancellation)
    {
        _budget.Enter(page: true, cancellation);
        try
        {
            _budget.Look();
            return work();
        }
        catch (Exception error) when (Damage.IsCancellation(error))
        {
            throw new OperationCanceledException(error.Message, error, cancellation);
        }
        catch (Exception error) when (Damage.FindLimit(error) is { } limit)
        {
            throw new PdfReadException(ReadFailure.LimitExceeded, limit.Text, error);
        }
        catch (Exception error) when (Damage.Is(error))
        {
            return damaged(number, Damage.Quote(error));
        }
        finally
        {
            _budget.Leave();
        }
    }
}
