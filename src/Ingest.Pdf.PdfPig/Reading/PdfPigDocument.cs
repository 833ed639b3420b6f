using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Diagnosis;
using Ingest.Pdf.Limits;
using Ingest.Pdf.PdfPig.Diagnosis;
using Ingest.Pdf.PdfPig.Following;
using Ingest.Pdf.PdfPig.Painting;
using UglyToad.PdfPig;

namespace Ingest.Pdf.PdfPig.Reading;

/// <summary>A file opened by <see cref="PdfPigReader"/>.</summary>
internal sealed class PdfPigDocument : IPdfDocument
{
    private readonly PdfDocument _document;
    private readonly ReadingBudget _budget;
    private readonly PigLog _log;
    private readonly List<Diagnostic> _diagnostics = [];

    /// <exception cref="PdfReadException">It has no page.</exception>
    public PdfPigDocument(PdfDocument document, ReadingBudget budget, PigLog log)
    {
        (_document, _budget, _log) = (document, budget, log);
        if (document.NumberOfPages == 0)
            throw FileRefusals.NoPage();
        PageCount = Math.Min(document.NumberOfPages, budget.Limits.Pages);
        if (PageCount < document.NumberOfPages)
            _diagnostics.Add(new Diagnostic("limit-pages", Severity.Error, new Phrase(
                $"文件页数超过限额 Pages（{budget.Limits.Pages}），其余页未读取。",
                $"The file has more pages than the limit Pages ({budget.Limits.Pages}); the rest of them were not read.")));
        // Page factories get PdfPig's services handed only by PdfPig itself.
        document.AddPageFactory<PageServices, PageServicesFactory>();
        PageServices services = document.GetPage<PageServices>(1);
        document.AddPageFactory(new PaintingPageFactory(services, new PaintingTools(services, document.Structure.Catalog.CatalogDictionary, budget)));
        Properties = new DocumentProperties(
            Trimmed(document.Information.Producer), Trimmed(document.Information.Creator), Trimmed(document.Information.Title), document.IsEncrypted);
        _diagnostics.AddRange(log.Take(null));
    }

    public int PageCount { get; }

    public DocumentProperties Properties { get; }

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public Page ReadPage(int number, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, PageCount);
        _log.Take(null);
        _budget.Enter(page: true, cancellation);
        try
        {
            _budget.Look();
            Page page = _document.GetPage<Page>(number);
            return page with { Diagnostics = page.Diagnostics.AddRange(_log.Take(number)) };
        }
        catch (Exception error) when (Damage.IsCancellation(error))
        {
            throw new OperationCanceledException(error.Message, error, cancellation);
        }
        catch (Exception error) when (Damage.FindLimit(error) is { } limit)
        {
            return UnreadPage.Because(number, limit.ToDiagnostic(number));
        }
        catch (Exception error) when (Damage.Is(error))
        {
            Phrase quote = Damage.Quote(error);
            return UnreadPage.Because(number, new Diagnostic("damaged-page", Severity.Error, new Phrase(
                $"第 {number} 页无法读取{quote.Chinese}。", $"Page {number} cannot be read{quote.English}."), number));
        }
        finally
        {
            _budget.Leave();
        }
    }

    public void Dispose() => _document.Dispose();

    private static string? Trimmed(string? text) => text?.Trim('\0', ' ') is { Length: > 0 } trimmed ? trimmed : null;
}
