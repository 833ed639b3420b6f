using Ingest.Contract.Documents;
using Ingest.Core.Checks;

namespace Ingest.Core.Tests.Checks;

public sealed class RuleTests
{
    public static TheoryData<string> Cases { get; } = [.. RuleCases.All.Select(test => test.ToString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_holds_in_a_consistent_document(string name)
    {
        RuleCase test = Find(name);

        RuleTally tally = Tally(test.Document, test.Rule);

        Assert.True(tally.Consistent + tally.Rounding > 0, "the rule was not tried");
        Assert.Equal(0, tally.Inconsistent);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_fails_by_its_mistake_and_is_reported(string name)
    {
        RuleCase test = Find(name);

        BudgetDocument reconciled = Reconcile(test.Mistake(test.Document));

        Assert.True(reconciled.Coverage!.Rules.Single(tally => tally.Rule == test.Rule).Inconsistent > 0);
        Assert.Contains(reconciled.Findings, finding => finding.Relations.Any(relation => relation.Rule == test.Rule));
    }

    [Fact]
    public void Every_rule_of_the_catalogue_has_a_case()
    {
        IEnumerable<string> rules = RuleCatalogue.All.Select(rule => rule.Id).Where(IsOfTables).Distinct();

        Assert.Equal(rules.Order(), RuleCases.All.Select(test => test.Rule).Distinct().Order());
    }

    [Fact]
    public void A_rule_whose_statement_is_missing_says_which()
    {
        BudgetDocument document = Samples.Seed with { Statements = [.. Samples.Seed.Statements.Where(table => table.Id != "T03")] };

        RuleTally tally = Tally(document, "X-03");

        Assert.Equal(1, tally.NotAssessable);
        Assert.Equal("T03 未见此表", Assert.Single(tally.Missing));
    }

    [Fact]
    public void Rules_of_final_accounts_do_not_apply_to_a_budget()
    {
        Assert.All(
            Reconcile(Samples.Seed).Coverage!.Rules.Where(tally => tally.Rule.StartsWith('F')),
            tally => Assert.Equal((0, 0), (tally.NotAssessable, tally.Consistent)));
    }

    /// <summary>Rules over sentences have cases of their own, beside what reads the sentences.</summary>
    private static bool IsOfTables(string rule) =>
        rule.StartsWith('T') || rule.StartsWith('F') || rule.StartsWith("X-", StringComparison.Ordinal) || rule.StartsWith("STR", StringComparison.Ordinal);

    private static RuleCase Find(string name) => RuleCases.All.Single(test => test.ToString() == name);

    private static RuleTally Tally(BudgetDocument document, string rule) => Reconcile(document).Coverage!.Rules.Single(tally => tally.Rule == rule);

    private static BudgetDocument Reconcile(BudgetDocument document) =>
        Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None);
}
