using System.Collections.Immutable;
using Ingest.Core.Reconciliation.NarrativeRules;
using Ingest.Core.Reconciliation.PerformanceRules;
using Ingest.Core.Reconciliation.Relations;

namespace Ingest.Core.Reconciliation.Rules;

/// <summary>Every rule, in the order in which they are reported. A rule that is not listed here does not run.</summary>
public static class RuleCatalogue
{
    public static ImmutableArray<Rule> All { get; } =
    [
        .. StructureRules.All,
        .. ColumnRules.All,
        .. PartRules.All,
        .. BudgetTies.All,
        .. CodeTies.All,
        .. SoftTies.All,
        .. FinalAccountsTies.All,
        .. NarrativeRuleSet.All,
        .. PerformanceRuleSet.All,
    ];
}
