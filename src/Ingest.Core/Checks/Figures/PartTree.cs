using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Figures;

/// <summary>Which rows of a statement are parts of which: by codes, by numbering, or as a plain list.</summary>
internal static class PartTree
{
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
            AttachCodes([.. side.Where(row => row.Code is not null)], statement.Total(side.Key));
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
        else if (statement.Total() is { } total && AddsUp(total, [.. statement.Rows.Where(row => !row.IsTotal)]))
            AddAll(total, statement.Rows);
    }

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
