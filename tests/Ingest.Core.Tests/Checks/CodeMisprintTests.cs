using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;

namespace Ingest.Core.Tests.Checks;

/// <summary>A code printed wrong is one mistake, and no amount is.</summary>
public sealed class CodeMisprintTests
{
    [Theory]
    [InlineData("T05", "210", "7")]
    [InlineData("T03", "210", "201")]
    [InlineData("T03", "21011", "21111")]
    [InlineData("T05", "2101101", "2101301")]
    public void It_is_one_finding_that_names_the_code_and_the_right_one(string statement, string right, string printed)
    {
        Finding finding = Assert.Single(Errors(Misprint(statement, right, printed)));

        Assert.Equal((printed, right, null), (finding.Suspects[0].Cell.Code, finding.Suspects[0].SuggestedCode, finding.Suspects[0].Suggested));
        Assert.Contains($"科目编码印作 {printed}，应为 {right}", finding.Message, StringComparison.Ordinal);
        Assert.True(finding.Relations.Length > 1);
    }

    [Fact]
    public void What_the_reader_doubted_about_the_code_is_explained_by_it()
    {
        BudgetDocument document = Misprint("T05", "210", "7").Change("T05", table => table with
        {
            Doubts = [new ExtractionDoubt(ExtractionDoubt.CodeShape, Phrase.Same("7"), null, table.IndexOf("7"), 9, default)],
        });

        Assert.Equal("210", Assert.Single(Errors(document)).Suspects[0].SuggestedCode);
    }

    [Fact]
    public void A_second_mistake_in_the_table_is_found_beside_it()
    {
        Finding[] errors = Errors(Misprint("T05", "210", "7").Print("T05", "2080505", "basic", 12.29m));

        Assert.Equal(2, errors.Length);
        Assert.Contains(errors, finding => finding.Suspects[0] is { Suggested: 12.92m, Cell.Code: "2080505" });
    }

    [Fact]
    public void A_code_that_settles_nothing_is_not_suspected() =>
        Assert.All(Errors(Samples.Seed.Print("T05", "2101101", "basic", 6.66m)), finding => Assert.Null(finding.Suspects[0].SuggestedCode));

    private static BudgetDocument Misprint(string statement, string right, string printed) => Samples.Seed.Change(statement, table =>
    {
        int at = table.IndexOf(right);
        return table with { Rows = table.Rows.SetItem(at, table.Rows[at] with { Code = printed }) };
    });

    private static Finding[] Errors(BudgetDocument document) =>
        [.. Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None).Findings.Where(finding => finding.Severity == Severity.Error)];
}
