using System.Globalization;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests;

public sealed class BuiltInPdfReaderTests() : PdfReaderContract(new BuiltInPdfReader())
{
    [Fact]
    public void Opening_that_takes_too_long_is_refused()
    {
        byte[] bytes = new PdfBuilder().Header().Raw(string.Concat(Enumerable.Range(1, 5000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i} 0 obj << >> endobj ")))).ToArray();

        var refused = Assert.Throws<PdfReadException>(() => Open(bytes, new ReadingLimits { FileTime = TimeSpan.FromSeconds(1) }, new TickingClock(TimeSpan.FromMilliseconds(100))));

        Assert.Equal(ReadFailure.LimitExceeded, refused.Failure);
        Assert.Contains("FileTime", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_whose_reading_was_cancelled_can_be_read_later()
    {
        using var source = new CancellationTokenSource();
        // The table is wrong, so the page is found by scanning, which is cancelled half-way.
        PdfBuilder builder = PdfBuilder.WithPages(PdfBuilder.Show("a"), PdfBuilder.Show("b"));
        builder.Offsets[7] = 3;
        using IPdfDocument document = Open(builder.XrefTable().ToArray());
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => document.ReadPage(2, source.Token));

        Assert.Equal("b", Text(document.ReadPage(2)));
    }

    [Fact]
    public void The_same_bytes_give_the_same_pages()
    {
        byte[] damaged = PdfBuilder.WithPages(PdfBuilder.Show("a"), PdfBuilder.Show("b")).ToArray();
        using IPdfDocument first = Open(damaged);
        using IPdfDocument second = Open(damaged);

        for (int number = 1; number <= 2; number++)
            Assert.Equal(first.ReadPage(number).Letters.AsEnumerable(), second.ReadPage(number).Letters.AsEnumerable());
        Assert.Equal(first.Diagnostics, second.Diagnostics);
    }

    [Fact]
    public void Pages_outlive_their_document_and_the_arrays_that_it_lends_to_the_next()
    {
        byte[] one = PdfBuilder.WithPages(PdfBuilder.Show("first 1,234.56")).XrefTable().ToArray();
        byte[] other = PdfBuilder.WithPages(PdfBuilder.Show("second")).XrefTable().ToArray();
        Page kept;
        using (IPdfDocument document = Open(one))
            kept = document.ReadPage(1);
        for (int i = 0; i < 3; i++)
        {
            using IPdfDocument document = Open(other);
            Assert.Equal("second", Text(document.ReadPage(1)));
        }

        Assert.Equal("first 1,234.56", Text(kept));
    }

    [Fact]
    public void Documents_open_at_once_share_nothing()
    {
        using IPdfDocument one = Open(PdfBuilder.WithPages(PdfBuilder.Show("a"), PdfBuilder.Show("b")).XrefTable().ToArray());
        using IPdfDocument other = Open(PdfBuilder.WithPages(PdfBuilder.Show("x"), PdfBuilder.Show("y")).XrefTable().ToArray());

        Assert.Equal("axby", Text(one.ReadPage(1)) + Text(other.ReadPage(1)) + Text(one.ReadPage(2)) + Text(other.ReadPage(2)));
    }

    [Fact]
    public void Disposing_twice_gives_nothing_back_twice()
    {
        IPdfDocument disposed = Open(Simple);
        disposed.ReadPage(1);
        disposed.Dispose();
        disposed.Dispose();
        using IPdfDocument one = Open(PdfBuilder.WithPages(PdfBuilder.Show("one")).XrefTable().ToArray());
        using IPdfDocument other = Open(PdfBuilder.WithPages(PdfBuilder.Show("other")).XrefTable().ToArray());

        Assert.Equal(("one", "other", "one"), (Text(one.ReadPage(1)), Text(other.ReadPage(1)), Text(one.ReadPage(1))));
    }
}
