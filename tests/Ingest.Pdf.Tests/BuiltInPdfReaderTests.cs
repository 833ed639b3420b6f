using Ingest.Pdf.Reading;

namespace Ingest.Pdf.Tests;

public sealed class BuiltInPdfReaderTests
{
    private static readonly byte[] Simple = PdfBuilder.WithPages(PdfBuilder.Show("Budget 12.50")).XrefTable("/Root 1 0 R /Info << /Title (Year) >>").ToArray();

    [Fact]
    public void A_page_comes_with_its_letters()
    {
        using IPdfDocument document = new BuiltInPdfReader().Open(Simple, ReadingOptions.Default);

        Page page = document.ReadPage(1);

        Assert.Equal(1, document.PageCount);
        Assert.Equal("Budget 12.50", string.Concat(page.Letters.Select(letter => letter.Text)));
        Assert.Equal(595, page.Width);
        Assert.Equal(842, page.Height);
        Assert.Equal("Year", document.Properties.Title);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void A_page_that_is_not_there_is_out_of_range(int number)
    {
        using IPdfDocument document = new BuiltInPdfReader().Open(Simple, ReadingOptions.Default);

        Assert.Throws<ArgumentOutOfRangeException>(() => document.ReadPage(number));
    }
}
