using System.Text.Json.Nodes;

namespace Ingest.EndToEnd;

/// <summary>Documents in forms that no layout knows: nothing is bound wrongly, nothing accused, everything shown under its title.</summary>
public sealed class UnknownFormTests : IDisposable
{
    private readonly Installation _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("beijing-fourteen")]
    [InlineData("yunnan-sixteen")]
    [InlineData("hunan-pairs")]
    [InlineData("liaoning-eighteen")]
    [InlineData("government-four-budgets")]
    public void Tables_that_no_layout_knows_stay_under_their_titles_with_all_their_amounts(string name)
    {
        JsonNode expected = JsonNode.Parse(File.ReadAllText(IngestProgram.Fixture($"unknown-forms/{name}.expected.json")))!;
        JsonNode read = JsonNode.Parse(IngestProgram.Run("extract", IngestProgram.Fixture($"unknown-forms/{name}.pdf")).Output)!;

        Assert.Equal(expected["statements"]!.AsArray().Select(id => (string)id!), read["statements"]!.AsArray().Select(statement => (string)statement!["id"]!));
        Assert.Equal(
            expected["unbound"]!.AsArray().Select(table => ((string)table!["title"]!, (int)table["amounts"]!)),
            read["unbound"]!.AsArray().Select(table => ((string)table!["title"]!, (int)table["amounts"]!)));
        Assert.Equal((int)expected["amounts"]!, (int)read["coverage"]!["amounts"]!);
        Assert.Equal((string)expected["department"]!, (string)read["identity"]!["department"]!);
        Assert.DoesNotContain(read["findings"]!.AsArray(), finding => (string)finding!["severity"]! == "error");
    }

    [Fact]
    public void Every_report_names_the_tables_that_were_not_recognised_above_its_findings()
    {
        string file = IngestProgram.Fixture("unknown-forms/liaoning-eighteen.pdf");
        string text = IngestProgram.Run("report", file).Output;

        Assert.Contains("4 张表未能识别（第 2、3、4、5、6 页），其中 172 个金额未核对。", text, StringComparison.Ordinal);
        Assert.Contains("公开06表 财政拨款支出预算表：第 3、4 页，147 个金额未核对", text, StringComparison.Ordinal);
        Assert.Contains("表内金额 172 个，已核对 0 个，未能核对 172 个", text, StringComparison.Ordinal);
        string page = _place.Beside("report.html");
        IngestProgram.Run("report", file, "--format", "html", "-o", page);
        string html = File.ReadAllText(page);
        Assert.InRange(html.IndexOf("4 张表未能识别", StringComparison.Ordinal), 0, html.IndexOf("<h2 id=\"findings\">疑点</h2>", StringComparison.Ordinal));
        Assert.Contains("财政拨款支出预算表：第 3、4 页", IngestProgram.Run("report", file, "--format", "csv").Output, StringComparison.Ordinal);
    }
}
