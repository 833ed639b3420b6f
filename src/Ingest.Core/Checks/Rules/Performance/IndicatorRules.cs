using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Performance;

/// <summary>Weights sum to 100, or to 90 in every table, which leaves 10 for 预算执行率.</summary>
internal sealed class WeightRule : Rule
{
    private const decimal Full = 100;

    private const decimal WithoutExecution = 90;

    /// <summary>True for the note that 10 are left; false for sums that are neither.</summary>
    public required bool LeavesExecution { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        PerformanceTable[] tables = [.. index.Document.Performance.Where(table => table.Indicators.Any(indicator => indicator.Weight is not null))];
        bool shared = tables.All(table => Sum(table) == WithoutExecution);
        foreach (PerformanceTable table in tables)
        {
            decimal sum = Sum(table);
            bool holds = LeavesExecution ? !(shared && sum == WithoutExecution) : sum == Full || (shared && sum == WithoutExecution);
            string printed = sum.ToString(CultureInfo.InvariantCulture);
            yield return new Observation(this, holds, LeavesExecution
                ? new($"{Target.Heading(table)}：权重合计 {printed}，余 10 应为预算执行率", $"{Target.Heading(table)}: weights sum to {printed}, 10 are left for budget execution")
                : new($"{Target.Heading(table)}：权重合计 {printed}，应为 100", $"{Target.Heading(table)}: weights sum to {printed}, not 100"))
            {
                Cells = [Target.Reference(table)],
            };
        }
    }

    private static decimal Sum(PerformanceTable table) => table.Indicators.Sum(indicator => indicator.Weight ?? 0);
}

/// <summary>A target with a number is an operator, a number and a unit.</summary>
internal sealed class TargetFormRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (PerformanceTable table in index.Document.Performance)
            foreach (PerformanceIndicator indicator in table.Indicators)
                yield return new Observation(this, indicator.Value is not null || !indicator.Target.Any(char.IsAsciiDigit), new(
                    $"{Target.Heading(table)}“{indicator.Name}”的指标值“{indicator.Target}”不是“符号、数、单位”", $"{Target.Heading(table)}: the target “{indicator.Target}” of “{indicator.Name}” is no operator, number and unit"))
                {
                    Cells = [Target.Reference(table, indicator)],
                };
    }
}

/// <summary>An indicator that the department's and a project's table share has one target.</summary>
internal sealed class SameTargetRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        ILookup<PerformanceKind, (PerformanceTable Table, PerformanceIndicator Indicator)> byKind = index.Document.Performance
            .SelectMany(table => table.Indicators.Select(indicator => (table, indicator))).ToLookup(pair => pair.table.Kind);
        foreach ((PerformanceTable table, PerformanceIndicator indicator) in byKind[PerformanceKind.Department])
            foreach ((PerformanceTable other, PerformanceIndicator same) in byKind[PerformanceKind.Project].Where(pair => Names.Loose(pair.Indicator.Name) == Names.Loose(indicator.Name)))
                yield return new Observation(this, IsSame(indicator, same), new(
                    $"指标“{indicator.Name}”在部门表为“{indicator.Target}”，在项目“{other.Project}”为“{same.Target}”", $"indicator “{indicator.Name}” is “{indicator.Target}” for the department and “{same.Target}” for “{other.Project}”"))
                {
                    Cells = [Target.Reference(table, indicator), Target.Reference(other, same)],
                };
    }

    private static bool IsSame(PerformanceIndicator left, PerformanceIndicator right) => left.Value is null || right.Value is null
        ? Names.Loose(left.Target) == Names.Loose(right.Target)
        : left.Value == right.Value && left.Unit == right.Unit && left.Operator == right.Operator;
}
