using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Core.Tests.Checks.Narrative;

public class FaultTests
{
    [Theory]
    [InlineData("narrative-number", "N-01", 6.65, 5.65)]
    [InlineData("narrative-percent", "N-02", 28.91, 29.81)]
    public void A_planted_fault_is_one_error_with_the_sentence_as_suspect(string file, string rule, decimal printed, decimal right)
    {
        Finding finding = Assert.Single(Fixture.Read($"faults/{file}.pdf").Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(rule, finding.Rule);
        Suspect suspect = finding.Suspects[0];
        Assert.Equal(("narrative", printed, right), (suspect.Cell.Statement, suspect.Cell.Amount!.Value, suspect.Suggested!.Value));
        Assert.NotNull(suspect.Cell.Text);
        Assert.NotNull(suspect.Cell.Box);
    }

    [Theory]
    [InlineData("pair-2023/pair-2023.pdf")]
    [InlineData("pair-2024/pair-2024.pdf")]
    [InlineData("xinjiang-2019-school/xinjiang-2019-school.pdf")]
    [InlineData("xinjiang-2023-library/xinjiang-2023-library.pdf")]
    public void Sentences_of_a_consistent_document_are_not_accused(string file)
    {
        BudgetDocument document = Fixture.Read(file);
        Assert.DoesNotContain(document.Findings, finding => finding.Rule[0] is 'N' or 'P' && finding.Severity == Severity.Error);
        Assert.Empty(document.Narrative.SelectMany(section => section.Sentences).SelectMany(sentence => sentence.Unread));
        Assert.True(Assert.Single(document.Coverage!.Rules, tally => tally.Rule == "N-01") is { Consistent: > 20 });
    }
}
