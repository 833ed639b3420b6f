using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf;

namespace Ingest.App.Tests.Compare;

/// <summary>A reader that sees the pages otherwise than they are.</summary>
internal sealed class AlteredReader(Func<Page, Page> alter) : IPdfReader
{
    public string Id => "altered-1";

    public IPdfDocument Open(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default) =>
        new Document(new BuiltInPdfReader().Open(file, options, cancellation), alter);

    /// <summary>Takes another letter for the first of a printed amount; "" takes it away.</summary>
    public static Page Misread(Page page, string printed, string first)
    {
        string text = string.Concat(page.Letters.Select(letter => letter.Text));
        Assert.Equal(page.Letters.Length, text.Length);
        int at = text.IndexOf(printed, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{printed} is not on the page.");
        return page with { Letters = first.Length == 0 ? page.Letters.RemoveRange(at, printed.Length) : page.Letters.SetItem(at, page.Letters[at] with { Text = first }) };
    }

    private sealed class Document(IPdfDocument inner, Func<Page, Page> alter) : IPdfDocument
    {
        public int PageCount => inner.PageCount;

        public DocumentProperties Properties => inner.Properties;

        public IReadOnlyList<Diagnostic> Diagnostics => inner.Diagnostics;

        public Page ReadPage(int number, CancellationToken cancellation = default) => alter(inner.ReadPage(number, cancellation));

        public void Dispose() => inner.Dispose();
    }
}
