using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Figures;

/// <summary>Which rows of a statement are parts of which: by codes, by numbering, or as a plain list.</summary>
internal static class PartTree
{
    private const string Subtotal = "小计";

    public static void Build(IndexedStatement statement)
    {
        switch (statement.Id)
        {
            case "T01" or "T04" or "F01" or "F04":
                NumberedList.Build(statement);
                break;
            case "T07":
                ProjectTree.Build(statement);
                break;
            case "T10":
                OfficialExpenses.Build(statement);
                break;
            case "T11":
                AddAll(statement.Total(), statement.Rows);
                break;
            default:
                BuildCodeTree(statement);
                break;
        }
    }

    /// <summary>总计 = Σ 类, 类 = Σ 款, 款 = Σ 项; each side of a two-block table on its own.</summary>
    private static void BuildCodeTree(IndexedStatement statement)
    {
        if (!statement.Coded().Any())
        {
            BuildPlainList(statement);
            return;
        }
        if (statement.IsByUnit)
        {
            BuildUnits(statement);
            return;
        }
        foreach (IGrouping<RowSide?, IndexedRow> side in statement.Rows.GroupBy(row => row.Side))
        {
            AttachCodes([.. side.Where(row => row.Code is not null)], statement.Total(side.Key));
            AttachUncoded([.. side.Where(row => !row.IsAbsent)]);
        }
    }

    /// <summary>
    /// A row whose code was left out is a part of what its amounts are missing in: of the row above it, or of what that is a
    /// part of.
    /// </summary>
    private static void AttachUncoded(IndexedRow[] rows)
    {
        for (int i = 1; i < rows.Length; i++)
        {
            if (rows[i].Code is not null || rows[i].IsTotal || rows[i].IsBlank || !string.IsNullOrEmpty(rows[i].Project) || rows[i].Whole is not null)
                continue;
            for (IndexedRow? whole = rows[i - 1]; whole is not null; whole = whole.Whole)
                if (Lacks(whole, rows[i]))
                {
                    whole.AddPart(rows[i]);
                    break;
                }
        }
    }

    /// <summary>The parts of the whole make it up with the row, in every column, and not without it.</summary>
    private static bool Lacks(IndexedRow whole, IndexedRow row)
    {
        bool lacks = false;
        foreach (Figure figure in whole.Figures)
        {
            Figure[] parts = [.. whole.Parts.Select(part => part[figure.Reference.Column!]).OfType<Figure>()];
            decimal margin = figure.HalfUnit + parts.Sum(part => part.HalfUnit);
            decimal missing = figure.Value - parts.Sum(part => part.Value);
            if (Math.Abs(missing - (row[figure.Reference.Column!]?.Value ?? 0)) > margin)
                return false;
            lacks |= Math.Abs(missing) > margin;
        }
        return lacks;
    }

    /// <summary>总计 = Σ units, unit = Σ of its accounts.</summary>
    private static void BuildUnits(IndexedStatement statement)
    {
        foreach (UnitSection section in statement.Units)
            AttachCodes(section.Rows, section.Unit);
        IndexedRow[] units = [.. statement.Units.Select(section => section.Unit)];
        if (statement.Total() is { } total && AddsUp(total, units))
            AddAll(total, units);
    }

    /// <summary>一、基本支出 … 二、项目支出 is a numbered list; rows without code and number are units or bodies.</summary>
    private static void BuildPlainList(IndexedStatement statement)
    {
        if (statement.Rows.Any(row => Names.Level(row.Name) == 1))
            NumberedList.Build(statement, null);
        else if (statement.Rows.Count(IsSubtotal) > 1 && statement.Rows.Count(row => row.IsTotal) == 1)
            BuildGroups(statement);
        else if (statement.Total() is { } total && AddsUp(total, [.. statement.Rows.Where(row => !row.IsTotal)]))
            AddAll(total, statement.Rows);
    }

    /// <summary>A 小计 whose group is not named would be left out of the total: then nothing is added up. 一般公共预算资金小计, 一般公共预算资金专项收入 …: a group's rows bear its name, and the total adds the subtotals.</summary>
    private static void BuildGroups(IndexedStatement statement)
    {
        IndexedRow? group = null;
        foreach (IndexedRow row in statement.Rows.Where(row => !row.IsTotal))
        {
            if (IsSubtotal(row))
                statement.Total()?.AddPart(group = row);
            else if (group is not null && row.BareName.StartsWith(group.BareName[..^Subtotal.Length], StringComparison.Ordinal))
                group.AddPart(row);
        }
        foreach (IndexedRow row in statement.Rows.Where(IsSubtotal))
            row.PartsAreSelection = row.Parts.Count == 1 && row.Parts[0].Name.Contains("其中", StringComparison.Ordinal);
    }

    private static bool IsSubtotal(IndexedRow row) => !row.IsTotal && row.BareName.Length > Subtotal.Length && row.BareName.EndsWith(Subtotal, StringComparison.Ordinal);

    /// <summary>
    /// Whether the rows are parts of the total beside each other, or each other's: a department and, below it, its
    /// units. One column that fits is enough, since a wrong figure spoils only its own.
    /// </summary>
    private static bool AddsUp(IndexedRow total, IndexedRow[] rows) => total.Figures.Any(figure =>
        figure is { IsPrinted: true, Value: not 0 } && rows.Sum(row => row[figure.Reference.Column!]?.Value ?? 0) == figure.Value);

    /// <summary>Hangs every code below the longest prefix that is printed; the rest below <paramref name="root"/>.</summary>
    internal static void AttachCodes(IReadOnlyList<IndexedRow> rows, IndexedRow? root)
    {
        var byCode = new Dictionary<string, IndexedRow>();
        foreach (IndexedRow row in rows)
            if (string.IsNullOrEmpty(row.Project))
                byCode.TryAdd(row.Code!, row);
        foreach (IndexedRow row in rows)
            (NearestAbove(row, byCode) ?? root)?.AddPart(row);
    }

    internal static void AddAll(IndexedRow? total, IEnumerable<IndexedRow> rows)
    {
        foreach (IndexedRow row in rows)
            if (row != total && !row.IsTotal)
                total?.AddPart(row);
    }

    private static IndexedRow? NearestAbove(IndexedRow row, Dictionary<string, IndexedRow> byCode)
    {
        // A project row stands below the row of its own code where that is printed without a project.
        int longest = string.IsNullOrEmpty(row.Project) ? row.Code!.Length - 1 : row.Code!.Length;
        for (int length = longest; length >= 3; length--)
            if (byCode.TryGetValue(row.Code[..length], out IndexedRow? above) && above != row)
                return above;
        return null;
    }
}
