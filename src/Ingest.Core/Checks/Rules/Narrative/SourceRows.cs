using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// Rows of T01 that a section on income and expenditure names: sources where T02 has no columns for them, and classes of
/// expenditure.
/// </summary>
internal static class SourceRows
{
    private static readonly string[] _endings = ["收入", "资金", "拨款", "支出"];

    /// <summary>Null where the words name no row, or where more than one row could be meant.</summary>
    public static Figure? Find(FigureIndex index, StatedFact told)
    {
        if (told.Topic is not (Topic.Overall or Topic.Income) || told.Measure.Length > 0 || index.Find("T01") is not { } table || !SourcesAreRows(index))
            return null;
        bool expenditure = told.Path.Length > 1 && told.Path[..^1].Any(part => part.Contains("支出", StringComparison.Ordinal) && !part.Contains('收', StringComparison.Ordinal));
        RowSide side = expenditure ? RowSide.Expenditure : RowSide.Income;
        // Beside the funds 其他支出 is what they do not pay for, and no class.
        if (expenditure && told.Core == "其他支出")
            return null;
        string key = Key(told.Core);
        IndexedRow[] rows = [.. table.Rows.Where(row => row.Side == side && !row.IsTotal && !row.IsAbsent && Key(StatedFact.CoreOf(row.BareName)) == key)];
        return rows is [var one] ? one["total"] : null;
    }

    /// <summary>Where T02 has a column for every source, the columns are what sentences repeat.</summary>
    private static bool SourcesAreRows(FigureIndex index) =>
        index.Find("T02") is not { } income || !income.HasColumn("generalBudget") && !income.HasColumn("fiscalSubtotal");

    private static string Key(string name)
    {
        foreach (string ending in _endings)
            if (name.Length > ending.Length + 1 && name.EndsWith(ending, StringComparison.Ordinal))
                return Key(name[..^ending.Length]);
        return name;
    }
}
