namespace Ingest.Core.Checks.Figures;

/// <summary>T10 printed by rows: 合计 = 出国 + 接待 + 公车小计, 小计 = 购置 + 运行.</summary>
internal static class OfficialExpenses
{
    public static void Build(IndexedStatement statement)
    {
        IndexedRow? total = statement.Total();
        IndexedRow? vehicles = statement.Rows.FirstOrDefault(IsVehicleSubtotal);
        foreach (IndexedRow row in statement.Rows)
            if (!row.IsTotal)
                (IsVehiclePart(row) ? vehicles : total)?.AddPart(row);
    }

    public static bool IsVehicleSubtotal(IndexedRow row) => Has(row, "购置") && Has(row, "运行");

    public static bool IsVehiclePart(IndexedRow row) => Has(row, "购置") != Has(row, "运行");

    public static bool Has(IndexedRow row, string word) => row.BareName.Contains(word, StringComparison.Ordinal);
}
