using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Figures;

/// <summary>
/// One side of a two-sided table, read line by line: 收入总计 = 一 + 二, 一 = 1 + 2 + …, 1 = 其中 … A row 本年收入合计
/// closes what stands above it and joins the unnumbered rows below it (年初结转和结余) in the grand total; numbered
/// rows after such an unnumbered row are its parts.
/// </summary>
internal sealed class NumberedList
{
    private readonly RowSide? _side;
    private List<IndexedRow> _top = [];
    private IndexedRow? _first;
    private IndexedRow? _second;
    private IndexedRow? _opened;
    private IndexedRow? _above;
    private bool _closed;

    private NumberedList(RowSide? side) => _side = side;

    public static void Build(IndexedStatement statement)
    {
        foreach (RowSide side in (RowSide[])[RowSide.Income, RowSide.Expenditure])
            Build(statement, side);
    }

    /// <param name="side">Null for a statement that is one list.</param>
    public static void Build(IndexedStatement statement, RowSide? side) =>
        Build([.. statement.Rows.Where(row => row.Side == side)], side, statement.Total(side));

    private static void Build(IReadOnlyList<IndexedRow> rows, RowSide? side, IndexedRow? grandTotal)
    {
        // 功能分类 and 支出用途 beside each other, each with a 支出合计 of its own, are two lists, and neither closes the other.
        foreach (IGrouping<string?, IndexedRow> list in rows.GroupBy(row => row.Source.List).ToArray())
            if (list.Key is not null && list.LastOrDefault(row => row.IsTotal) is { } total && rows.Any(row => row.IsTotal && row.Source.List != list.Key && row.BareName == total.BareName))
            {
                new NumberedList(side).Read(list, total);
                rows = [.. rows.Except(list)];
                grandTotal = rows.LastOrDefault(row => row.IsTotal);
            }
        HashSet<IndexedRow> purposes = ExpenditurePurposes.Beside(rows);
        new NumberedList(side).Read(rows.Where(row => !purposes.Contains(row)), grandTotal);
        if (purposes.Count == 0 || rows.FirstOrDefault(row => row.IsTotal) is not { } closing)
            return;
        var beside = new NumberedList(side);
        beside.Read(rows.Where(purposes.Contains), null);
        beside._top.ForEach(closing.AddOtherPart);
    }

    private void Read(IEnumerable<IndexedRow> rows, IndexedRow? grandTotal)
    {
        foreach (IndexedRow row in rows)
        {
            if (row.IsTotal)
                Close(row);
            else if (_above is not null && IsRepeated(_above, row))
                AddBeside(_above, row);
            else if (_closed)
                AddBelowSubtotal(row);
            else
                Add(row);
            _above = row;
            if (row == grandTotal)
                return;
        }
    }

    private void Close(IndexedRow total)
    {
        foreach (IndexedRow part in _top)
        {
            total.AddPart(part);
            MarkSelections(part);
        }
        _top = [total];
        _closed = true;
    }

    /// <summary>Printed twice: a second part of the same whole, and what follows is still a part of the first.</summary>
    private void AddBeside(IndexedRow twin, IndexedRow row)
    {
        if (twin.Whole is { } whole)
            whole.AddPart(row);
        else
            _top.Add(row);
    }

    private void AddBelowSubtotal(IndexedRow row)
    {
        if (_opened is not null && Level(row) < 3)
        {
            _opened.AddPart(row);
            return;
        }
        _top.Add(row);
        _opened = Level(row) == 3 ? row : null;
    }

    private void Add(IndexedRow row)
    {
        int level = Level(row);
        if (_first is not null && level == 3 && Names.Level(_first.Name) == 3 && !IsFund(row))
            _first = _second = null;
        if (level == 1 || _first is null)
        {
            _top.Add(row);
            _first = level == 1 ? row : _first;
            _second = null;
        }
        else if (level == 2)
        {
            _first.AddPart(row);
            _second = row;
        }
        else
        {
            (_second ?? _first).AddPart(row);
        }
    }

    /// <summary>1 for 一、, 2 for 1、 and for a code, 3 without a number.</summary>
    private int Level(IndexedRow row) =>
        row.Code is not null ? 2
        : IsAppropriation(row) || (row.IsAbsent && _side == RowSide.Expenditure) ? 1
        : Names.Level(row.Name);

    /// <summary>Older forms print 财政拨款（补助） and its funds without numbers, and go on with other income on the same level.</summary>
    private bool IsAppropriation(IndexedRow row) => !_closed && (_first is null || Names.Level(_first.Name) == 3)
        && Names.Level(row.Name) == 3 && row.BareName is "财政拨款" or "财政拨款补助" or "财政拨款收入";

    private static bool IsRepeated(IndexedRow above, IndexedRow row) => above.Name == row.Name && above.Code == row.Code;

    private static bool IsFund(IndexedRow row) => row.BareName.StartsWith("一般公共预算", StringComparison.Ordinal)
        || row.BareName.StartsWith("政府性基金", StringComparison.Ordinal) || row.BareName.StartsWith("国有资本经营", StringComparison.Ordinal);

    /// <summary>One "其中：…" line alone shows a part worth naming; two or more are a breakdown.</summary>
    private static void MarkSelections(IndexedRow row)
    {
        row.PartsAreSelection = row.Parts.Count == 1 && row.Parts[0].Name.StartsWith("其中", StringComparison.Ordinal);
        foreach (IndexedRow part in row.Parts)
            MarkSelections(part);
    }
}
