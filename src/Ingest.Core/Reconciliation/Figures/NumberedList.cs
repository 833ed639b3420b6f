using Ingest.Core.Documents;

namespace Ingest.Core.Reconciliation.Figures;

/// <summary>
/// The two-sided tables: 收入总计 = 一 + 二, 一 = 1 + 2 + …, 1 = 其中 … A row 本年收入合计 closes what stands above it
/// and joins the unnumbered rows below it (年初结转和结余) in the grand total; numbered rows after such an
/// unnumbered row are its parts.
/// </summary>
internal static class NumberedList
{
    public static void Build(LedgerStatement statement)
    {
        foreach (RowSide side in (RowSide[])[RowSide.Income, RowSide.Expenditure])
            Build(side, statement.Rows.Where(row => row.Side == side), statement.Total(side));
    }

    private static void Build(RowSide side, IEnumerable<LedgerRow> rows, LedgerRow? grandTotal)
    {
        var top = new List<LedgerRow>();
        LedgerRow? first = null;
        LedgerRow? second = null;
        LedgerRow? opened = null;
        bool closed = false;
        foreach (LedgerRow row in rows)
        {
            if (row == grandTotal)
            {
                AddParts(row, top);
                return;
            }
            int level = row.Code is not null ? 2 : Names.Level(row.Name);
            if (IsAppropriation(row, first) || (row.IsAbsent && side == RowSide.Expenditure))
                level = 1;
            else if (first is not null && level == 3 && Names.Level(first.Name) == 3 && !IsFund(row))
                first = second = null;
            if (row.IsTotal)
            {
                AddParts(row, top);
                top = [row];
                (first, second, opened, closed) = (null, null, null, true);
            }
            else if (closed && level == 3)
            {
                top.Add(row);
                opened = row;
            }
            else if (opened is not null)
            {
                opened.AddPart(row);
            }
            else if (level == 1 || first is null)
            {
                top.Add(row);
                first = level == 1 ? row : first;
                second = null;
            }
            else if (level == 2)
            {
                first.AddPart(row);
                second = row;
            }
            else
            {
                (second ?? first).AddPart(row);
            }
        }
    }

    /// <summary>Older forms print 财政拨款（补助） and its funds without numbers, and go on with other income on the same level.</summary>
    private static bool IsAppropriation(LedgerRow row, LedgerRow? first) =>
        first is null && Names.Level(row.Name) == 3 && row.BareName is "财政拨款" or "财政拨款补助" or "财政拨款收入";

    private static bool IsFund(LedgerRow row) => row.BareName.StartsWith("一般公共预算", StringComparison.Ordinal)
        || row.BareName.StartsWith("政府性基金", StringComparison.Ordinal) || row.BareName.StartsWith("国有资本经营", StringComparison.Ordinal);

    private static void AddParts(LedgerRow total, List<LedgerRow> parts)
    {
        foreach (LedgerRow part in parts)
        {
            total.AddPart(part);
            MarkSelections(part);
        }
    }

    /// <summary>One "其中：…" line alone shows a part worth naming; two or more are a breakdown.</summary>
    private static void MarkSelections(LedgerRow row)
    {
        row.PartsAreSelection = row.Parts.Count == 1 && row.Parts[0].Name.StartsWith("其中", StringComparison.Ordinal);
        foreach (LedgerRow part in row.Parts)
            MarkSelections(part);
    }
}
