using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules.Narrative;

namespace Ingest.Core.Checks.Rules.Performance;

/// <summary>其中：财政拨款 is no more than 年度资金总额, nor any other part than its whole.</summary>
internal sealed class FundPartRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (PerformanceTable table in index.Document.Performance)
        {
            PerformanceFund[] funds = [.. table.Funds.Where(fund => fund.Value is not null)];
            foreach (PerformanceFund part in funds)
                if (WholeOf(table, funds, part) is { } whole)
                    yield return new UpperBound(this, [Target.Of(index, table, part)], [Target.Of(index, table, whole)], () => new(
                        $"{Target.Heading(table)}：{part.Path[^1]} {part.Text} ≤ {whole.Path[^1]} {whole.Text}", $"{Target.Heading(table)}: {part.Path[^1]} {part.Text} ≤ {whole.Path[^1]} {whole.Text}"));
        }
    }

    /// <summary>The fund that its labels are below, or the year's total before it; null where two totals could be meant.</summary>
    private static PerformanceFund? WholeOf(PerformanceTable table, PerformanceFund[] funds, PerformanceFund part)
    {
        if (part.Path.Length > 1 && Array.Find(funds, fund => fund.Path.SequenceEqual(part.Path[..^1])) is { } above)
            return above;
        PerformanceFund[] totals = [.. funds.Where(fund => Target.IsTotal(fund.Path[^1]))];
        return table.Kind == PerformanceKind.Project && totals is [var total] && Target.IsSource(part.Path[^1]) ? total : null;
    }
}

/// <summary>
/// 编报绩效目标的项目5个，涉及项目预算资金X万元: where the document prints the tables of just so many projects, their totals
/// add up to the amount.
/// </summary>
internal sealed class StatedProjectsRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        PerformanceTable[] tables = [.. index.Document.Performance.Where(table => table.Kind == PerformanceKind.Project)];
        if (tables.Length == 0 || index.IsFinalAccounts)
            yield break;
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach (StatedFact told in facts.Firm.Where(told => told is { Topic: Topic.Performance, Kind: FactKind.Amount, Measure: "涉及金额", Figure: not null }))
        {
            if (facts.Before(told, told.Path[..^1], FactKind.Count)?.Fact.Value != tables.DistinctBy(table => table.Project).Count() || !told.Path[0].Contains("项目", StringComparison.Ordinal))
                continue;
            Figure?[] totals = [.. tables.DistinctBy(table => table.Project).Select(table => Target.Total(index, table))];
            yield return Array.TrueForAll(totals, total => total is not null)
                ? new LinearRelation(this, told.Figure!, [.. totals.Select(total => new Term(total!, 1))], Comparison.WithinRounding,
                    () => FactWording.Of(told) + new Phrase($" = {totals.Length} 张项目绩效目标表的年度资金之和", $" = the yearly funds of {totals.Length} project tables"))
                : new NotAssessable(this, new("部分项目绩效目标表的年度资金", "the yearly funds of some project tables"));
        }
    }
}
