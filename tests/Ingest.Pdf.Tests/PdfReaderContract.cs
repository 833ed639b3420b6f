using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Pdf.Tests;

/// <summary>What every reader must do with a file; run on each.</summary>
public abstract class PdfReaderContract(IPdfReader reader)
{
    protected static readonly byte[] Simple = PdfBuilder.WithPages(PdfBuilder.Show("Budget 12.50")).XrefTable("/Root 1 0 R /Info << /Title (Year) >>").ToArray();

    [Fact]
    public void A_page_comes_with_its_letters()
    {
        using IPdfDocument document = Open(Simple);

        Page page = document.ReadPage(1);

        Assert.Equal(1, document.PageCount);
        Assert.Equal("Budget 12.50", Text(page));
        Assert.Equal(595, page.Width);
        Assert.Equal(842, page.Height);
        Assert.Equal(new DocumentProperties(null, null, "Year", IsEncrypted: false), document.Properties);
        Assert.Empty(document.Diagnostics);
    }

    [Fact]
    public void Pages_are_read_in_any_order_and_again()
    {
        using IPdfDocument document = Open(PdfBuilder.WithPages(PdfBuilder.Show("a"), PdfBuilder.Show("b"), PdfBuilder.Show("c")).XrefTable().ToArray());

        Assert.Equal("c", Text(document.ReadPage(3)));
        Assert.Equal("a", Text(document.ReadPage(1)));
        Assert.Equal("b", Text(document.ReadPage(2)));
        Assert.Equal("a", Text(document.ReadPage(1)));
    }

    [Fact]
    public void The_same_bytes_give_the_same_page_in_every_reading()
    {
        using IPdfDocument first = Open(Simple);
        using IPdfDocument second = Open(Simple);

        Assert.Equal(first.ReadPage(1).Letters.AsEnumerable(), second.ReadPage(1).Letters.AsEnumerable());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void A_page_that_is_not_there_is_out_of_range(int number)
    {
        using IPdfDocument document = Open(Simple);

        Assert.Throws<ArgumentOutOfRangeException>(() => document.ReadPage(number));
    }

    [Theory]
    [InlineData("", ReadFailure.Empty, "empty")]
    [InlineData("   \n", ReadFailure.NotPdf, "not a PDF")]
    [InlineData("<html><body>404</body></html>", ReadFailure.NotPdf, "not a PDF")]
    [InlineData("PK\u0003\u0004 a spreadsheet", ReadFailure.NotPdf, "not a PDF")]
    [InlineData("%PDF-1.4 and nothing else", ReadFailure.Damaged, "begins like a PDF")]
    [InlineData("%PDF-1.4 1 0 obj << /Type /Catalog /Pages << /Kids [] >> >> endobj", ReadFailure.Damaged, "begins like a PDF")]
    public void What_cannot_be_read_is_refused_with_a_reason(string bytes, ReadFailure failure, string reason)
    {
        var refused = Assert.Throws<PdfReadException>(() => Open(PdfBuilder.Latin(bytes)));

        Assert.Equal(failure, refused.Failure);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_above_the_limit_is_refused_and_the_limit_named()
    {
        var refused = Assert.Throws<PdfReadException>(() => Open(Simple, new ReadingLimits { FileBytes = Simple.Length - 1 }));

        Assert.Equal(ReadFailure.LimitExceeded, refused.Failure);
        Assert.Contains("FileBytes", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_page_is_an_error_of_that_page_alone()
    {
        byte[] bytes = new PdfBuilder().Header()
            .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Object(2, "<< /Type /Pages /Kids [4 0 R 9 0 R 4 0 R] >>")
            .Object(4, "<< /Type /Page >>").XrefTable().ToArray();
        using IPdfDocument document = Open(bytes);

        Diagnostic lost = document.ReadPage(2).Diagnostics[0];

        Assert.Equal(3, document.PageCount);
        Assert.Equal(("missing-page", Severity.Error, 2), (lost.Code, lost.Severity, lost.Page));
        Assert.DoesNotContain(document.ReadPage(3).Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
    }

    [Fact]
    public void A_damaged_content_is_said_on_its_page_each_time_it_is_read()
    {
        PdfBuilder builder = PdfBuilder.WithPages(PdfBuilder.Show("a"), "", PdfBuilder.Show("c"));
        builder.Stream(7, "/Filter /FlateDecode", PdfBuilder.Deflate(PdfBuilder.Latin(PdfBuilder.Show("cut off")))[..20]);
        using IPdfDocument document = Open(builder.XrefTable().ToArray());

        foreach (int number in new[] { 1, 2, 3, 2 })
            Assert.Equal(number == 2, document.ReadPage(number).Diagnostics.Any(diagnostic => diagnostic.Code == "damaged-stream" && diagnostic.Page == 2));
        Assert.Empty(document.Diagnostics);
    }

    [Fact]
    public void A_page_that_takes_too_long_gives_what_was_read_and_says_so()
    {
        string content = string.Concat(Enumerable.Repeat(PdfBuilder.Show("x") + " ", 20_000));
        using IPdfDocument document = Open(
            PdfBuilder.WithPages(content, PdfBuilder.Show("short")).XrefTable().ToArray(),
            new ReadingLimits { PageTime = TimeSpan.FromSeconds(1) }, new TickingClock(TimeSpan.FromMilliseconds(20)));

        Page slow = document.ReadPage(1);

        Assert.Contains(slow.Diagnostics, diagnostic => diagnostic is { Code: "limit-page-time", Page: 1 } && diagnostic.Message.English.Contains("PageTime", StringComparison.Ordinal));
        Assert.InRange(slow.Letters.Length, 1, 19_999);
        Assert.Equal("short", Text(document.ReadPage(2)));
    }

    [Fact]
    public void A_file_that_takes_too_long_is_said_on_every_page_left()
    {
        using IPdfDocument document = Open(
            PdfBuilder.WithPages([.. Enumerable.Repeat(PdfBuilder.Show("x"), 100)]).XrefTable().ToArray(),
            new ReadingLimits { FileTime = TimeSpan.FromSeconds(1) }, new TickingClock(TimeSpan.FromMilliseconds(10)));

        List<Page> pages = [.. Enumerable.Range(1, 100).Select(number => document.ReadPage(number))];

        Assert.Empty(pages[0].Diagnostics);
        Assert.All(pages[80..], page => Assert.Equal("limit-file-time", Assert.Single(page.Diagnostics).Code));
    }

    [Fact]
    public void Cancelling_stops_opening_and_reading()
    {
        using var source = new CancellationTokenSource();
        using IPdfDocument document = Open(Simple);
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => reader.Open(Simple, ReadingOptions.Default, source.Token));
        Assert.Throws<OperationCanceledException>(() => document.ReadPage(1, source.Token));
    }

    [Fact]
    public void The_time_a_caller_takes_between_pages_is_not_the_file_s()
    {
        var clock = new TickingClock(TimeSpan.FromMilliseconds(1));
        using IPdfDocument document = Open(Simple, new ReadingLimits { FileTime = TimeSpan.FromSeconds(1) }, clock);
        for (int i = 0; i < 5000; i++)
            clock.GetTimestamp();

        Assert.Empty(document.ReadPage(1).Diagnostics);
    }

    protected IPdfDocument Open(byte[] bytes, ReadingLimits? limits = null, TimeProvider? clock = null) =>
        reader.Open(bytes, new ReadingOptions { Limits = limits ?? new ReadingLimits(), Clock = clock ?? TimeProvider.System });

    protected static string Text(Page page) => string.Concat(page.Letters.Select(letter => letter.Text));
}
