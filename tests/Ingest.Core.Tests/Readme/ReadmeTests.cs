using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Core.Checks;
using Ingest.Core.Layouts;
using Ingest.Core.Statements;
using Ingest.Core.Tests.Checks;
using Ingest.Core.Tests.Statements;

namespace Ingest.Core.Tests.Readme;

/// <summary>What the README tells a newcomer to write works when it is copied.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void The_rule_and_the_case_of_the_README_are_those_tried_here()
    {
        string tried = Plain(Read("tests/Ingest.Core.Tests/Readme/AddedRule.cs"));
        string[] shown = [.. Blocks("src/README.md", "csharp").Where(block => block.Contains("X-90", StringComparison.Ordinal))];

        Assert.Equal(2, shown.Length);
        Assert.All(shown, block => Assert.Contains(Plain(block), tried, StringComparison.Ordinal));
    }

    [Fact]
    public void The_library_is_used_as_the_README_shows()
    {
        string shown = Assert.Single(Blocks("src/README.md", "csharp"), block => block.Contains("new DocumentPipeline", StringComparison.Ordinal));

        Assert.Contains(Plain(shown), Plain(Read("tests/Ingest.Core.Tests/Readme/LibraryUse.cs")), StringComparison.Ordinal);
    }

    /// <summary>By hand: page 9 of the document prints 6.06 under 合计, 6.66 under 基本支出 and nothing under 项目支出.</summary>
    [Fact]
    public void What_the_README_shows_prints_the_lines_of_the_table_and_what_does_not_agree()
    {
        var output = new StringWriter();
        LibraryUse.Print(Path.Combine(Samples.Repository, "fixtures", "faults", "digit-typo-t05.pdf"), output);
        string[] lines = output.ToString().ReplaceLineEndings("\n").Split('\n');

        int at = Array.IndexOf(lines, "2101101 行政单位医疗: 6.06 = 6.66 + ");
        Assert.True(at >= 0, output.ToString());
        Assert.StartsWith("  T05-row: ", lines[at + 1], StringComparison.Ordinal);
        Assert.Single(lines, line => line.StartsWith("  T05-row: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_added_by_the_README_holds_where_its_case_says_and_fails_by_its_mistake()
    {
        RuleCase test = Assert.Single(AddedRule.Cases);

        Assert.Equal((1, 0), Tried(test.Document));
        Assert.Equal((0, 1), Tried(test.Mistake(test.Document)));
    }

    [Fact]
    public void A_province_added_by_the_README_is_one_file()
    {
        string file = Assert.Single(Blocks("src/Ingest.Core/Layouts/README.md", "json"));
        LayoutCatalog layouts = LayoutCatalog.Embedded.With("my-city-2025.json", System.Text.Encoding.UTF8.GetBytes(file));
        DrawnPage page = new DrawnPage(1).Text("一般公共预算支出一览表").Text("单位：万元").Table(
            """
            科目编码|科目名称|本年支出|<|<
            ^|^|合计|基本支出|项目支出
            |合计|30.00|20.00|10.00
            201|一般公共服务支出|30.00|20.00|10.00
            """);

        StatementReading read = new StatementReader(layouts).Read([page.Done()], "某市.pdf");

        Assert.Equal("my-city-2025", read.Identity.Layout);
        Statement table = Assert.Single(read.Statements);
        Assert.Equal("T05", table.Id.ToString());
        Assert.Equal(["合计: 30.00 20.00 10.00", "201 一般公共服务支出: 30.00 20.00 10.00"], Reading.Rows(table));
    }

    private static (int Consistent, int Inconsistent) Tried(BudgetDocument document)
    {
        BudgetDocument reconciled = Reconciler.Reconcile(document, [.. RuleCatalogue.All, .. AddedRule.All], ReconciliationOptions.Default, CancellationToken.None);
        RuleTally tally = reconciled.Coverage!.Rules.Single(tally => tally.Rule == "X-90");
        return (tally.Consistent, tally.Inconsistent);
    }

    private static IEnumerable<string> Blocks(string path, string language) =>
        Block().Matches(Read(path)).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["text"].Value);

    private static string Plain(string code) => string.Concat(code.Where(letter => !char.IsWhiteSpace(letter)));

    private static string Read(string path) => File.ReadAllText(Path.Combine(Samples.Repository, path));

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
