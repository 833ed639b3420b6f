namespace Ingest.Core.Checks.Figures;

/// <summary>
/// T10 printed by rows: 合计 (or “三公”经费) = 出国 + 接待 + 公车小计, 小计 = 购置 + 运行. What is printed beside them (行政经费, 会议费,
/// 培训费) is no part of them.
/// </summary>
internal static class OfficialExpenses
{
    /// <summary>公务用车购置及运行维护费: the group whose name some forms put before that of each of its rows.</summary>
    private static readonly string[] _groups = ["公务用车购置及运行维护费", "公务用车购置及运行费", "公务用车购置和运行费"];

    public static void Build(IndexedStatement statement)
    {
        IndexedRow? total = Total(statement);
        IndexedRow? vehicles = statement.Rows.FirstOrDefault(IsVehicleSubtotal);
        foreach (IndexedRow row in statement.Rows)
            if (row != total && !row.IsTotal)
                (IsVehiclePart(row) ? vehicles : IsExpense(row) ? total : null)?.AddPart(row);
    }

    /// <summary>The row of all official expenses: named so, else 合计; null where the expenses are columns and no row is named.</summary>
    public static IndexedRow? Total(IndexedStatement statement) =>
        statement.Rows.FirstOrDefault(row => Has(row, "三公") && !Has(row, "会议") && !Has(row, "培训")) ?? statement.Total();

    public static bool IsVehicleSubtotal(IndexedRow row) => Kind(row) is var kind && ((Has(kind, "购置") && Has(kind, "运行")) || (kind is "小计" && Has(row, "车")));

    public static bool IsVehiclePart(IndexedRow row) => Kind(row) is var kind && Has(kind, "购置") != Has(kind, "运行");

    public static bool IsVehiclePurchase(IndexedRow row) => IsVehiclePart(row) && Has(Kind(row), "购置");

    public static bool IsVehicleOperation(IndexedRow row) => IsVehiclePart(row) && Has(Kind(row), "运行");

    public static bool Has(IndexedRow row, string word) => Has(row.BareName, word);

    private static bool IsExpense(IndexedRow row) => Has(row, "出国") || Has(row, "接待") || IsVehicleSubtotal(row);

    /// <summary>The name without that of the group that it repeats: 公务用车购置及运行费运行费 is 运行费.</summary>
    private static string Kind(IndexedRow row)
    {
        foreach (string group in _groups)
            if (row.BareName.StartsWith(group, StringComparison.Ordinal) && row.BareName[group.Length..] is var rest && (rest is "小计" || Has(rest, "购置") || Has(rest, "运行")))
                return rest;
        return row.BareName;
    }

    private static bool Has(string name, string word) => name.Contains(word, StringComparison.Ordinal);
}
