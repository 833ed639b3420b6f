using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules.Narrative;

namespace Ingest.Core.Checks.Rules.Performance;

/// <summary>项目资金 = 财政拨款 + 其他资金.</summary>
internal sealed class ProjectFundRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (PerformanceTable table in index.Document.Performance.Where(table => table.Kind == PerformanceKind.Project))
        {
            Figure? total = Target.Total(index, table);
            Figure? fiscal = Target.Fund(index, table, name => name is "财政拨款" or "财政资金" or "当年财政拨款");
            Figure? other = Target.Fund(index, table, name => name is "其他资金");
            if (total is null || fiscal is null || other is null)
                yield return new NotAssessable(this, new($"“{table.Project}”的项目资金", $"the funds of “{table.Project}”"));
            else
                yield return new LinearRelation(this, total, [new Term(fiscal, 1), new Term(other, 1)], Comparison.WithinRounding,
                    () => new($"绩效目标表“{table.Project}”：年度预算总额 = 财政拨款 + 其他资金", $"performance table “{table.Project}”: total = fiscal + other"));
        }
    }
}

/// <summary>项目资金 = the project's amount in T07.</summary>
internal sealed class ProjectAmountRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (PerformanceTable table in index.Document.Performance.Where(table => table.Kind == PerformanceKind.Project))
        {
            // T07 shows the fiscal part.
            Figure? fiscal = Target.Fund(index, table, name => name is "财政拨款" or "财政资金" or "当年财政拨款") ?? Target.Total(index, table);
            if (fiscal is null || Target.ProjectRow(index, table)?["total"] is not { } cell)
                yield return new NotAssessable(this, new($"T07 中的项目“{table.Project}”", $"project “{table.Project}” in T07"));
            else
                yield return new Restatement(this, fiscal, cell,
                    () => new Phrase($"绩效目标表“{table.Project}”的项目资金 = ", $"performance table “{table.Project}”: funds = ") + Wording.Of(cell));
        }
    }
}

/// <summary>部门年度预算 = T01 支出总计.</summary>
internal sealed class DepartmentFundRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (PerformanceTable table in index.Document.Performance.Where(table => table.Kind == PerformanceKind.Department))
        {
            Figure[] funds = [.. table.Funds.Where(fund => IsPart(fund) && fund.Value != 0).Select(fund => Target.Of(index, table, fund))];
            Located total = Operand.Total("T01", side: RowSide.Expenditure).Locate(index);
            if (funds.Length == 0 || total.Figure is not { } cell)
            {
                yield return new NotAssessable(this, total.Missing ?? new("部门整体绩效目标表的年度预算", "the budget of the department's performance table"));
                continue;
            }
            yield return funds is [var whole] ? new Restatement(this, whole, cell, Words)
                : new LinearRelation(this, cell, [.. funds.Select(fund => new Term(fund, 1))], Comparison.WithinRounding, Words);

            Phrase Words() => Wording.Of(cell) + new Phrase(" = 部门整体绩效目标表的年度预算", " = budget of the department's performance table");
        }
    }

    private static bool IsPart(PerformanceFund fund) =>
        fund.Value is not null && fund.Path[^1] is "上级安排" or "本级安排" or "其他" or "其他资金";
}

/// <summary>Σ cost caps ≤ project budget, or (soft) = project budget: what they leave uncovered is shown.</summary>
internal sealed class CostBoundRule : Rule
{
    public required Comparison Comparison { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (PerformanceTable table in index.Document.Performance.Where(table => table.Kind == PerformanceKind.Project))
        {
            Figure[] caps = Target.UpperBounds(index, table);
            if (caps.Length == 0 || Target.Total(index, table) is not { } total)
                continue;
            yield return Comparison == Comparison.AtMost
                ? new UpperBound(this, [.. caps], [total], () => new(
                    $"绩效目标表“{table.Project}”：成本指标上限之和 ≤ 年度预算总额", $"performance table “{table.Project}”: cost caps ≤ total"))
                : new LinearRelation(this, total, [.. caps.Select(cap => new Term(cap, 1))], Comparison, () => new(
                    $"绩效目标表“{table.Project}”：年度预算总额 = 成本指标上限之和", $"performance table “{table.Project}”: total = cost caps"));
        }
    }
}

/// <summary>采购服务 ≤ Σ cost caps, where every project of T07 has its table.</summary>
internal sealed class ServiceBoundRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        StatedFact? service = NarrativeFacts.Of(index).Firm.FirstOrDefault(told => told is { Topic: Topic.Procurement, Kind: FactKind.Amount } && told.Thing.Contains("服务", StringComparison.Ordinal));
        PerformanceTable[] tables = [.. index.Document.Performance.Where(table => table.Kind == PerformanceKind.Project)];
        Figure[] caps = [.. tables.SelectMany(table => Target.UpperBounds(index, table))];
        if (service?.Figure is not { } bought || caps.Length == 0)
            yield break;
        bool complete = index.Find("T07") is { } projects
            && projects.Rows.Where(row => !string.IsNullOrEmpty(row.Project)).All(row => tables.Any(table => Names.Loose(table.Project) == Names.Loose(row.Project)));
        yield return complete
            ? new UpperBound(this, [bought], [.. caps],
                () => FactWording.Of(service) + new Phrase(" ≤ 各项目成本指标上限之和", " ≤ cost caps of all projects"))
            : new NotAssessable(this, new("部分项目没有绩效目标表", "some projects have no performance table"));
    }
}
