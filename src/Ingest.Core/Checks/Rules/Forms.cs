using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules;

/// <summary>What kind of form and of money a document shows, where the catalogue's rules depend on it.</summary>
internal static class Forms
{
    private static readonly string[] _notFiscal =
    [
        "fiscalAccount", "unitFunds", "nonFiscalCarryover", "superiorSubsidy", "businessIncome", "operatingIncome",
        "affiliateRemittance", "otherIncome", "carryover",
    ];

    private static readonly string[] _fundTables = ["T05", "T08", "T09"];

    public static bool IsBudget(FigureIndex index) => !index.IsFinalAccounts;

    /// <summary>T02 with a column for every fund, as against one for all fiscal money.</summary>
    public static bool SplitsSources(FigureIndex index) => index.Find("T02") is { } table && table.HasColumn("generalBudget");

    /// <summary>T10 with one row and the expenses as columns.</summary>
    public static bool ExpensesAreColumns(FigureIndex index) => index.Find("T10") is { } table && table.HasColumn("reception");

    /// <summary>An amount of T10: of its 合计 row, or of its only row where the expenses are columns.</summary>
    public static Operand OfficialExpenses(string column) =>
        new("T10", column, new("合计", "total"), table => table.Total() ?? (table.Rows.Count > 0 ? table.Rows[0] : null));

    /// <summary>
    /// True when no line of T01 or T02 shows money other than this year's appropriation. Every row is asked, so
    /// that a single mistaken cell does not change what the form means.
    /// </summary>
    public static bool OnlyCurrentAppropriation(FigureIndex index) =>
        index.Find("T02") is { } income && !ShowsAny(income, [.. _notFiscal, "fiscalCarryover"]) && !ShowsOtherIncome(index);

    /// <summary>As <see cref="OnlyCurrentAppropriation"/>, and none of it from a fund other than 一般公共预算.</summary>
    public static bool OnlyGeneralBudget(FigureIndex index) =>
        OnlyCurrentAppropriation(index) && index.Find("T08") is null or { IsEmpty: true } && index.Find("T09") is null or { IsEmpty: true };

    /// <summary>T07 lists 一般公共预算 projects; older forms list all, which is the same when there is no other money.</summary>
    public static bool ProjectsAreGeneralBudget(FigureIndex index) =>
        index.Find("T07") is { } table && (table.Source.Title.Contains("一般公共预算", StringComparison.Ordinal) || OnlyGeneralBudget(index));

    /// <summary>
    /// Whether T05, T08 and T09 include 财政拨款结转. Forms do not say; the codes that have a carryover show it, and
    /// the majority decides, so that one mistaken cell does not.
    /// </summary>
    public static bool FundTablesIncludeCarryover(FigureIndex index)
    {
        if (index.Find("T02") is not { } income || !income.HasColumn("fiscalCarryover"))
            return false;
        int votes = 0;
        foreach (IndexedRow row in income.Coded())
            if (row["fiscalCarryover"] is { Value: not 0 } carryover && row["fiscalSubtotal"] is { } subtotal)
            {
                decimal spent = _fundTables.Sum(id => index.Find(id)?.ByCode(row.Code!)?["total"]?.Value ?? 0);
                votes += Agrees(spent, subtotal.Value + carryover.Value) ? 1 : Agrees(spent, subtotal.Value) ? -1 : 0;
            }
        return votes > 0;
    }

    /// <summary>Equal but for rounding; a code that agrees with neither reading says nothing about which is meant.</summary>
    private static bool Agrees(decimal left, decimal right) => Math.Abs(left - right) <= 0.1m;

    private static bool ShowsAny(IndexedStatement table, string[] columns) =>
        table.Rows.Any(row => columns.Any(column => row[column] is { Value: not 0 } or { State: FigureState.Unread }));

    private static bool ShowsOtherIncome(FigureIndex index) => index.Find("T01") is { } table && table.Rows.Any(row =>
        row.Side == RowSide.Income && row["total"] is { Value: not 0 } && IsOtherIncome(row));

    private static bool IsOtherIncome(IndexedRow row) => row.BareName
        is "单位资金" or "教育收费财政专户" or "单位上年结余" or "财政专户核拨" or "上年结转结余" or "财政拨款结转" or "非财政拨款结转结余" or "事业收入"
        or "事业单位经营收入" or "其他收入" or "上级补助收入" or "附属单位上缴收入";
}
