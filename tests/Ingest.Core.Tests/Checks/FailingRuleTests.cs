using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Tests.Checks;

public sealed class FailingRuleTests
{
    private sealed class ThrowingRule(Exception error) : Rule
    {
        public override IEnumerable<Check> Apply(FigureIndex index)
        {
            yield return new NotApplicable(this);
            throw error;
        }
    }

    [Fact]
    public void A_rule_that_throws_is_a_finding_and_the_other_rules_still_run()
    {
        BudgetDocument reconciled = Reconcile(new OverflowException("Value was too large."));

        Finding finding = Assert.Single(reconciled.Findings, finding => finding.Rule == "T99");
        Assert.Equal((Severity.Warning, true), (finding.Severity, finding.ExtractionInDoubt));
        Assert.Contains("T99", finding.Message, StringComparison.Ordinal);
        Assert.Contains("Value was too large.", finding.Message, StringComparison.Ordinal);
        Assert.Equal(4, reconciled.Findings.Count(other => other.Rule != "T99" && other.Severity == Severity.Warning));
    }

    [Fact]
    public void It_counts_as_not_assessable_with_the_reason()
    {
        RuleTally tally = Reconcile(new OverflowException()).Coverage!.Rules.Single(tally => tally.Rule == "T99");

        Assert.Equal((0, 1), (tally.Consistent, tally.NotAssessable));
        Assert.Equal("规则执行出错（OverflowException）", Assert.Single(tally.Missing));
    }

    [Fact]
    public void Cancellation_is_no_failure_of_a_rule()
    {
        Assert.Throws<OperationCanceledException>(() => Reconcile(new OperationCanceledException()));
    }

    private static BudgetDocument Reconcile(Exception error)
    {
        var rule = new ThrowingRule(error) { Id = "T99", Sentence = Phrase.Same("…"), Class = RelationClass.Sum };
        return Reconciler.Reconcile(Samples.Seed, [rule, .. RuleCatalogue.All], ReconciliationOptions.Default, CancellationToken.None);
    }
}
