namespace Ingest.Pdf.Tests.Objects;

public sealed class FileStructureTests
{
    private static readonly string First = PdfBuilder.Show("first");
    private static readonly string Second = PdfBuilder.Show("second");

    [Fact]
    public void A_table_leads_to_the_pages()
    {
        var file = new OpenedFile(PdfBuilder.WithPages(First, Second).XrefTable().ToArray());

        Assert.Equal(2, file.File.Pages.CountAll());
        Assert.Equal(First, file.Content(0));
        Assert.Equal(Second, file.Content(1));
        Assert.Empty(file.Codes);
    }

    [Fact]
    public void A_stream_leads_to_the_pages()
    {
        var file = new OpenedFile(PdfBuilder.WithPages(First, Second).XrefStream(20).ToArray());

        Assert.Equal(2, file.File.Pages.CountAll());
        Assert.Equal(Second, file.Content(1));
        Assert.Empty(file.Codes);
    }
}
