using System.Collections.Immutable;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules.Narrative;
using Ingest.Core.Checks.Rules.Performance;
using Ingest.Core.Checks.Rules.Structural;
using Ingest.Core.Checks.Rules.Tables;

namespace Ingest.Core.Checks;

/// <summary>Every rule, in the order in which they are reported. A rule that is not listed here does not run.</summary>
public static class RuleCatalogue
{
    /// <summary>Raised with every change of what the checks conclude: rules, causes, severities, messages.</summary>
    public const int Version = 17;

    public static ImmutableArray<Rule> All { get; } =
    [
        .. StructureRules.All,
        .. ColumnRules.All,
        .. ComparisonRules.All,
        .. PartRules.All,
        .. BudgetTies.All,
        .. CodeTies.All,
        .. SoftTies.All,
        .. FinalAccountsTies.All,
        .. NarrativeRuleSet.All,
        .. PerformanceRuleSet.All,
    ];
}
