using Ingest.Core.Documents;

namespace Ingest.Core.Reconciliation.Figures;

/// <summary>
/// One side of a two-sided table, read line by line: 收入总计 = 一 + 二, 一 = 1 + 2 + …, 1 = 其中 … A row 本年收入合计
/// closes what stands above it and joins the unnumbered rows below it (年初结转和结余) in the grand total; numbered
/// rows after such an unnumbered row are its parts.
/// </summary>
internal sealed class NumberedList
{
    private readonly RowSide? side;
    private List<LedgerRow> top = [];
    private LedgerRow? first;
    private LedgerRow? second;
    private LedgerRow? opened;
    private LedgerRow? above;
    private bool closed;

    private NumberedList(RowSide? side) => this.side = side;

    public static void Build(LedgerStatement statement)
    {
        foreach (RowSide side in (RowSide[])[RowSide.Income, RowSide.Expenditure])
            Build(statement, side);
    }

    /// <param name="side">Null for a statement that is one list.</param>
    public static void Build(LedgerStatement statement, RowSide? side) =>
        new NumberedList(side).Read(statement.Rows.Where(row => row.Side == side), statement.Total(side));

    private void Read(IEnumerable<LedgerRow> rows, LedgerRow? grandTotal)
    {
        foreach (LedgerRow row in rows)
        {
            if (row.IsTotal)
                Close(row);
            else if (above is not null && IsRepeated(above, row))
                AddBeside(above, row);
            else if (closed)
                AddBelowSubtotal(row);
            else
                Add(row);
            above = row;
            if (row == grandTotal)
                return;
        }
    }

    private void Close(LedgerRow total)
    {
        foreach (LedgerRow part in top)
        {
            total.AddPart(part);
            MarkSelections(part);
        }
        top = [total];
        closed = true;
    }

    /// <summary>Printed twice: a second part of the same whole, and what follows is still a part of the first.</summary>
    private void AddBeside(LedgerRow twin, LedgerRow row)
    {
        if (twin.Whole is { } whole)
            whole.AddPart(row);
        else
            top.Add(row);
    }

    private void AddBelowSubtotal(LedgerRow row)
    {
        if (opened is not null && Level(row) < 3)
        {
            opened.AddPart(row);
            return;
        }
        top.Add(row);
        opened = Level(row) == 3 ? row : null;
    }

    private void Add(LedgerRow row)
    {
        int level = Level(row);
        if (first is not null && level == 3 && Names.Level(first.Name) == 3 && !IsFund(row))
            first = second = null;
        if (level == 1 || first is null)
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

    /// <summary>1 for 一、, 2 for 1、 and for a code, 3 without a number.</summary>
    private int Level(LedgerRow row) =>
        row.Code is not null ? 2
        : IsAppropriation(row) || (row.IsAbsent && side == RowSide.Expenditure) ? 1
        : Names.Level(row.Name);

    /// <summary>Older forms print 财政拨款（补助） and its funds without numbers, and go on with other income on the same level.</summary>
    private bool IsAppropriation(LedgerRow row) => !closed && (first is null || Names.Level(first.Name) == 3)
        && Names.Level(row.Name) == 3 && row.BareName is "财政拨款" or "财政拨款补助" or "财政拨款收入";

    private static bool IsRepeated(LedgerRow above, LedgerRow row) => above.Name == row.Name && above.Code == row.Code;

    private static bool IsFund(LedgerRow row) => row.BareName.StartsWith("一般公共预算", StringComparison.Ordinal)
        || row.BareName.StartsWith("政府性基金", StringComparison.Ordinal) || row.BareName.StartsWith("国有资本经营", StringComparison.Ordinal);

    /// <summary>One "其中：…" line alone shows a part worth naming; two or more are a breakdown.</summary>
    private static void MarkSelections(LedgerRow row)
    {
        row.PartsAreSelection = row.Parts.Count == 1 && row.Parts[0].Name.StartsWith("其中", StringComparison.Ordinal);
        foreach (LedgerRow part in row.Parts)
            MarkSelections(part);
    }
}
