using System.Collections.Immutable;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Content;
using Ingest.Pdf.Diagnosis;
using Ingest.Pdf.Fonts;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Structure;

namespace Ingest.Pdf;

/// <summary>A file opened by <see cref="BuiltInPdfReader"/>.</summary>
internal sealed class BuiltInPdfDocument(PdfFile file, ReadingBudget budget, DiagnosticLog log) : IPdfDocument, IImageDocument
{
    private readonly PageReader _reader = new(file.Objects, new FontCache(file.Objects), file.Catalog);
    private int _pageCount = -1;

    public int PageCount => _pageCount >= 0 ? _pageCount : _pageCount = CountPages();

    public DocumentProperties Properties => file.Properties;

    public IReadOnlyList<Diagnostic> Diagnostics => log.ToList();

    public Page ReadPage(int number, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var pageLog = new DiagnosticLog();
        budget.Enter(page: true, cancellation);
        file.Objects.EnterPage(pageLog);
        try
        {
            if (!file.Pages.TryReach(number - 1))
                throw new ArgumentOutOfRangeException(nameof(number), number, $"The file has {file.Pages.Found} pages.");
            budget.CheckLetters();
            Page page = file.Pages.Get(number - 1) is { } node
                ? _reader.Read(node, number)
                : UnreadPage.Missing(number);
            budget.AddLetters(page.Letters.Length);
            return WithLog(page, pageLog);
        }
        catch (ReadingLimitException limit)
        {
            return WithLog(UnreadPage.Because(number, limit.ToDiagnostic(number)), pageLog);
        }
        finally
        {
            file.Objects.LeavePage();
            budget.Leave();
        }
    }

    public ImmutableArray<PageImage> ReadImages(int number, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        budget.Enter(page: true, cancellation);
        file.Objects.EnterPage(new DiagnosticLog());
        try
        {
            if (!file.Pages.TryReach(number - 1))
                throw new ArgumentOutOfRangeException(nameof(number), number, $"The file has {file.Pages.Found} pages.");
            return file.Pages.Get(number - 1) is { } node ? _reader.ReadImages(node) : [];
        }
        catch (ReadingLimitException)
        {
            // Reading the page says so.
            return [];
        }
        finally
        {
            file.Objects.LeavePage();
            budget.Leave();
        }
    }

    // The bytes belong to the caller, arrays that were lent to the next document, and everything else to the garbage collector.
    public void Dispose()
    {
        _reader.Release();
        file.Objects.Release();
    }

    private int CountPages()
    {
        budget.Enter(page: false, CancellationToken.None);
        try
        {
            return file.Pages.CountAll();
        }
        catch (ReadingLimitException limit)
        {
            log.Add(limit.ToDiagnostic());
            return file.Pages.Found;
        }
        finally
        {
            budget.Leave();
        }
    }

    private static Page WithLog(Page page, DiagnosticLog pageLog)
    {
        IReadOnlyList<Diagnostic> more = pageLog.ToList();
        return more.Count == 0 ? page
            : page with { Diagnostics = page.Diagnostics.AddRange(more.Select(diagnostic => diagnostic with { Page = page.Number })) };
    }
}
