using System.Globalization;
using System.Text;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Content;

public sealed class LineSightTests
{
    [Fact]
    public void Tens_of_thousands_of_lines_below_thousands_of_areas_do_not_cost_their_product()
    {
        const int Lines = 20_000;
        const int Areas = 4_000;
        var content = new StringBuilder("0.5 w ");
        for (int i = 0; i < Lines; i++)
            content.Append(CultureInfo.InvariantCulture, $"{20 + (i % 300)} {10 + (i * 0.04):F2} m {60 + (i % 300)} {10 + (i * 0.04):F2} l S ");
        for (int i = 0; i < Areas; i++)
            content.Append(CultureInfo.InvariantCulture, $"0.9 g {400 + (i % 50)} {10 + (i * 0.2):F2} 20 8 re f ");
        byte[] file = PdfBuilder.WithPages(content.ToString()).XrefTable().ToArray();

        // Each look at the clock is 256 steps of work; product and sum differ by a factor of 50.
        using IPdfDocument document = new BuiltInPdfReader().Open(file, new ReadingOptions { Clock = new TickingClock(TimeSpan.FromMilliseconds(0.1)) });
        Page page = document.ReadPage(1);

        Assert.NotEmpty(page.Rulings);
        Assert.DoesNotContain(page.Codes(), code => code.StartsWith("limit-", StringComparison.Ordinal));
    }
}
