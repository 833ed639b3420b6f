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

    /// <summary>Words of the lines for this year's appropriation, and words that make of such a line another one.</summary>
    private static readonly string[] _appropriations =
        ["财政拨款", "预算拨款", "公共预算", "公共财政", "政府性基金", "基金预算", "国有资本经营", "一般财力", "本年收入", "当年收入", "财政补助"];

    private static readonly string[] _otherMoney = ["结转", "结余", "专户", "非财政", "单位资金", "其他资金", "上年"];

    private static readonly string[] _fundTables = ["T05", "T08", "T09"];

    public static bool IsBudget(FigureIndex index) => !index.IsFinalAccounts;

    /// <summary>T02 with a column for every fund, as against one for all fiscal money.</summary>
    public static bool SplitsSources(FigureIndex index) => index.Find("T02") is { } table && table.HasColumn("generalBudget");

    /// <summary>All the tables have the column.</summary>
    public static bool HasColumn(FigureIndex index, string column, params string[] tables) =>
        Array.TrueForAll(tables, id => index.Find(id) is not { IsEmpty: false } table || table.HasColumn(column));

    /// <summary>One of the tables shows money taken back, or may: then a part may exceed its whole.</summary>
    public static bool HasNegative(FigureIndex index, params string[] tables) =>
        Array.Exists(tables, id => index.Find(id) is { } table && table.Rows.Any(row => row.Figures.Any(figure => figure.Value < 0 || figure.State == FigureState.Unread)));

    /// <summary>T10 with one row and the expenses as columns.</summary>
    public static bool ExpensesAreColumns(FigureIndex index) => index.Find("T10") is { } table && table.HasColumn("reception");

    /// <summary>An amount of T10: of its 合计 row, or of its only row where the expenses are columns.</summary>
    public static Operand OfficialExpenses(string column) =>
        new("T10", column, new("合计", "total"), table => OfficialExpensesOf(table));

    /// <summary>The row of T10 where its expenses are columns.</summary>
    public static IndexedRow? ExpensesRow(IndexedStatement table) => OfficialExpensesOf(table);

    /// <summary>T10 by funds: the column of 一般公共预算, which T06 is of; else its only column.</summary>
    public static string FundColumn(IndexedStatement table) => table.HasColumn("generalBudget") ? "generalBudget" : "total";

    /// <inheritdoc cref="FundColumn"/>
    public static string ExpensesOfGeneralBudget(FigureIndex index) => index.Find("T10") is { } table ? FundColumn(table) : "total";

    /// <summary>T06 breaks 商品和服务支出 down into items, so that an item it does not list is nothing.</summary>
    public static bool ListsItems(FigureIndex index) => index.Find("T06") is { IsByUnit: false } table
        && table.Rows.Any(row => row is { IsAbsent: false, Code: { Length: 5 } code } && code.StartsWith("302", StringComparison.Ordinal));

    /// <summary>T10 shows the expense by itself.</summary>
    public static bool HasExpense(FigureIndex index, string column, Func<IndexedRow, bool> isRow) =>
        index.Find("T10") is { IsEmpty: false } table && (table.HasColumn("reception") ? table.HasColumn(column) : table.Rows.Any(isRow));

    private static IndexedRow? OfficialExpensesOf(IndexedStatement table) =>
        Figures.OfficialExpenses.Total(table) ?? (table.Rows.Count == 1 ? table.Rows[0] : null);

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

    /// <summary>
    /// A line with an amount that is not known to be this year's appropriation: what it is need not be known. Lines that
    /// have parts are told by these.
    /// </summary>
    private static bool ShowsOtherIncome(FigureIndex index)
    {
        IEnumerable<IndexedRow> ofSummary = index.Find("T01")?.Rows.Where(row => row.Side == RowSide.Income) ?? [];
        // T02 with one column lists sources in its rows.
        IEnumerable<IndexedRow> ofIncome = index.Find("T02") is { } income && income.Source.Columns.Length == 1 && !income.Coded().Any() ? income.Rows : [];
        return ofSummary.Concat(ofIncome).Any(row => !row.IsTotal && row["total"] is { Value: not 0 }
            && !row.Parts.Any(part => part["total"] is { Value: not 0 }) && !IsAppropriation(row));
    }

    private static bool IsAppropriation(IndexedRow row) =>
        Array.Exists(_appropriations, word => row.BareName.Contains(word, StringComparison.Ordinal))
        && !Array.Exists(_otherMoney, word => row.BareName.Contains(word, StringComparison.Ordinal));
}
