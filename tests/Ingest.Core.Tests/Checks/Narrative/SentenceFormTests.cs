using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Narrative;
using Ingest.Core.Tests.Narrative;

namespace Ingest.Core.Tests.Checks.Narrative;

/// <summary>
/// Sentences as departments of several provinces write them: each form as it should be, and with one number or word that
/// contradicts the others.
/// </summary>
public class SentenceFormTests
{
    private const char Parting = '|';

    /// <summary>Paragraphs that are right.</summary>
    public static TheoryData<string> Right => [.. Forms('R').Select(form => form[1])];

    /// <summary>The rule, and paragraphs that contradict themselves in one place.</summary>
    public static TheoryData<string, string> Wrong
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string[] form in Forms('W'))
                data.Add(form[1], form[2]);
            return data;
        }
    }

    private static IEnumerable<string[]> Forms(char kind) =>
        File.ReadLines(Path.Combine(Samples.Repository, "tests", "Ingest.Core.Tests", "Checks", "Narrative", "SentenceForms.txt"))
            .Where(line => line.StartsWith(kind) && line.Length > 1 && line[1] == Parting)
            .Select(line => line.Split(Parting, kind == 'R' ? 2 : 3));

    [Theory]
    [MemberData(nameof(Right))]
    public void A_form_that_is_right_is_accused_of_nothing(string text)
    {
        BudgetDocument document = Checked(text);
        Assert.DoesNotContain(document.Findings, finding => finding.Severity > Severity.Info && finding.Rule[0] == 'N');
        Assert.True(document.Coverage!.Sentences.Numbers > 0);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_form_that_contradicts_itself_is_found(string rule, string text)
    {
        BudgetDocument document = Checked(text);
        Assert.True(
            document.Findings.Any(finding => finding.Severity > Severity.Info && finding.Rule == rule),
            string.Join('\n', document.Facts().Select(fact => fact.Short()).Concat(document.Findings.Select(finding => $"{finding.Rule} {finding.Severity} {finding.Message}"))));
    }

    private static BudgetDocument Checked(string text)
    {
        string[] lines = [.. text.Split('|').Select((line, i) => i == 0 || char.IsAsciiLetterUpper(line[0]) || line.EndsWith("说明", StringComparison.Ordinal) ? line : "　　" + line)];
        bool final = text.Contains("决算", StringComparison.Ordinal);
        BudgetDocument document = Draft.Of("", final ? DocumentKind.FinalAccounts : DocumentKind.Budget);
        NarrativeText read = NarrativeReader.Read([TextPages.Page(1, lines)], ["某某市数据局"]);
        return Reconciler.Reconcile(
            document with { Narrative = read.Sections }, ReconciliationOptions.Default, CancellationToken.None);
    }
}
