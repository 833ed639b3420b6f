using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;

namespace Ingest.Core.Tests.Checks;

/// <summary>Consistent documents of every form raise no error.</summary>
public sealed class CleanDocumentTests
{
    public static TheoryData<string> Fixtures { get; } = ["seed", "pair-2023", "pair-2024", "xinjiang-2019-school", "xinjiang-2023-library"];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_fixture_has_no_error(string name)
    {
        AssertNoError(TruthDocument.Load(Path.Combine(Samples.Repository, "fixtures", name, "expected.json")));
    }

    [Fact]
    public void The_Shanghai_form_has_no_finding()
    {
        Assert.Empty(Reconciler.Reconcile(Samples.Shanghai, ReconciliationOptions.Default, CancellationToken.None).Findings);
    }

    [Fact]
    public void Final_accounts_have_no_finding_but_the_notes_they_lack()
    {
        AssertNoError(Samples.FinalAccounts);
    }

    [PracticeFact]
    public void Practice_and_corpus_documents_without_faults_have_no_error()
    {
        foreach (string path in PracticeFolder.Truths())
            if (PracticeFolder.Faults(path).Count == 0)
                AssertNoError(TruthDocument.Load(path));
    }

    private static void AssertNoError(BudgetDocument document) => Assert.DoesNotContain(
        Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None).Findings,
        finding => finding.Severity == Severity.Error);
}
