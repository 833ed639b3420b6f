using Ingest.App.Cli;
using Ingest.App.Words;
using Ingest.Contract.Text;

namespace Ingest.App.Tests.Cli;

public class OutputEndingTests
{
    private static readonly ReportWords _words = new(Language.English);

    [Theory]
    [InlineData("all.csv", "xlsx", "-o all.csv does not end as xlsx does. Name it .xlsx, or ask for --format csv.")]
    [InlineData("r.HTML", "text", "-o r.HTML does not end as text does. Name it .txt, or ask for --format html.")]
    [InlineData("all.xlsx", "xlsx", null)]
    [InlineData("all.txt", "text", null)]
    [InlineData("folder", "csv", null)]
    [InlineData("v1.2", "xlsx", null)]
    [InlineData(null, "json", null)]
    public void A_name_that_says_another_format_is_refused(string? output, string format, string? problem) =>
        Assert.Equal(problem, OutputEnding.Problem(output, format, _words));
}
