using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Performance;

/// <summary>The amounts of a performance table as figures of the index.</summary>
internal static class Target
{
    /// <summary>年度预算总额 of a project.</summary>
    public static Figure? Total(FigureIndex index, PerformanceTable table) =>
        Fund(index, table, IsTotal);

    public static bool IsTotal(string label) => label is "年度预算总额" or "年度资金申请总额" or "资金总额" or "年度资金总额" or "预算总额";

    /// <summary>A source that the year's money comes from.</summary>
    public static bool IsSource(string label) => label is "财政拨款" or "财政资金" or "当年财政拨款" or "其他资金" or "上年结转资金" or "上年结转";

    /// <summary>The fund with the label, or null.</summary>
    public static Figure? Fund(FigureIndex index, PerformanceTable table, Predicate<string> label) =>
        table.Funds.FirstOrDefault(fund => fund.Value is not null && label(fund.Path[^1])) is { } fund ? Of(index, table, fund) : null;

    public static Figure Of(FigureIndex index, PerformanceTable table, PerformanceFund fund) => index.Performed(
        fund,
        new CellReference
        {
            Statement = CellId.Performance, Name = string.Join('/', fund.Path), Project = table.Project, Occurrence = fund.Occurrence,
            Amount = fund.Value, Text = fund.Text, Page = fund.Page, Box = fund.Box,
        },
        (fund.Unit ?? AmountUnit.TenThousand).InYuan());

    /// <summary>Caps in money among the cost indicators: 成本指标 ≤ 34万元.</summary>
    public static Figure[] UpperBounds(FigureIndex index, PerformanceTable table) =>
    [
        .. table.Indicators
            .Where(indicator => indicator is { Value: not null, Operator: "≤" or "<" } && AmountUnits.FromPrinted(indicator.Unit) is not null
                && (indicator.Level1 + indicator.Level2).Contains("成本", StringComparison.Ordinal))
            .Select(indicator => index.Performed(indicator, Reference(table, indicator), AmountUnits.FromPrinted(indicator.Unit)!.Value.InYuan())),
    ];

    public static CellReference Reference(PerformanceTable table, PerformanceIndicator indicator) => new()
    {
        Statement = CellId.Performance, Name = indicator.Name, Project = table.Project, Column = PerformanceIndicator.TargetColumn, Occurrence = indicator.Occurrence,
        Amount = indicator.Value, Text = indicator.Target, Page = indicator.Page, Box = indicator.Box,
    };

    public static CellReference Reference(PerformanceTable table) => new()
    {
        Statement = CellId.Performance, Name = table.Title, Project = table.Project, Page = table.Page,
    };

    /// <summary>Title and project, as a person would name the table.</summary>
    public static string Heading(PerformanceTable table) => $"{table.Title} {table.Project}".Trim();

    /// <summary>The one row of T07 with the project's name, or null.</summary>
    public static IndexedRow? ProjectRow(FigureIndex index, PerformanceTable table)
    {
        IndexedRow[] rows = [.. index.Find("T07")?.Rows.Where(row => table.Project is not null && Names.Loose(row.Project) == Names.Loose(table.Project)) ?? []];
        return rows.Length == 1 ? rows[0] : null;
    }
}
