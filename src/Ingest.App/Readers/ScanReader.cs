using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.App.Readers;

/// <summary>Reads with one reader, and has the pages that are pictures, or whose text has lost its meaning, recognised by another. The recogniser is started at the first such page.</summary>
internal sealed class ScanReader(IPdfReader first, IPdfReader recogniser) : IPdfReader
{
    public string Id => $"{first.Id}+{recogniser.Id}";

    public IPdfDocument Open(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default) =>
        new ScanDocument(first.Open(file, options, cancellation), token => recogniser.Open(file, options, token));
}

/// <summary>A file of a <see cref="ScanReader"/>.</summary>
internal sealed class ScanDocument(IPdfDocument first, Func<CancellationToken, IPdfDocument> openRecogniser) : IPdfDocument
{
    private IPdfDocument? _recogniser;

    private Phrase? _refusal;

    public int PageCount => first.PageCount;

    public DocumentProperties Properties => first.Properties;

    public IReadOnlyList<Diagnostic> Diagnostics => first.Diagnostics;

    public Page ReadPage(int number, CancellationToken cancellation = default)
    {
        Page page = first.ReadPage(number, cancellation);
        if (!page.ImageOnly && !page.IsGarbled)
            return page;
        if (Recogniser(cancellation) is not { } recogniser || number > recogniser.PageCount)
            return Unrecognised(page, _refusal ?? new Phrase("识别程序没有读到这一页。", "The recogniser does not find the page."));
        Page read = recogniser.ReadPage(number, cancellation);
        if (!read.Recognised.IsEmpty || read.ImageOnly || read.IsGarbled || read.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error) is not { } lost)
            return read;
        // The recogniser has lost the page: what the first one says of it stands, and why there is no more.
        return page with { Diagnostics = page.Diagnostics.Add(lost with { Severity = Severity.Warning }) };
    }

    public void Dispose()
    {
        first.Dispose();
        _recogniser?.Dispose();
    }

    private static Page Unrecognised(Page page, Phrase why) => page with
    {
        Diagnostics = page.Diagnostics.Add(new Diagnostic("not-recognised", Severity.Warning, new Phrase(
            $"本页的图像未能识别：{why.Chinese}", $"The page's image was not recognised: {why.English}"), page.Number)),
    };

    private IPdfDocument? Recogniser(CancellationToken cancellation)
    {
        if (_recogniser is not null || _refusal is not null)
            return _recogniser;
        try
        {
            return _recogniser = openRecogniser(cancellation);
        }
        catch (PdfReadException refusal)
        {
            _refusal = refusal.Text;
            return null;
        }
    }
}
