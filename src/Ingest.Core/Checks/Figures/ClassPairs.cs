using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Figures;

/// <summary>
/// Pairs the 类 lines of a two-sided table with the 类 rows of another table: by code where both print one, else
/// by name.
/// </summary>
internal static class ClassPairs
{
    public static IEnumerable<(IndexedRow? Line, IndexedRow? Class)> Of(IndexedStatement twoSided, IndexedStatement other)
    {
        List<IndexedRow> lines = [.. Lines(twoSided)];
        List<IndexedRow> classes = IsTwoSided(other)
            ? [.. Lines(other)]
            : [.. other.Coded().Where(row => row.Code!.Length == 3)];
        var pairs = new List<(IndexedRow?, IndexedRow?)>();
        foreach (IndexedRow line in lines.ToList())
            if (classes.Find(row => IsSame(line, row)) is { } found)
            {
                pairs.Add((line, found));
                lines.Remove(line);
                classes.Remove(found);
            }
        // One name spelt differently on each side is the same class.
        List<IndexedRow> unnamed = [.. lines.Where(line => line.Code is null && !line.IsBlank)];
        if (unnamed.Count == 1 && classes.Count == 1)
        {
            pairs.Add((unnamed[0], classes[0]));
            lines.Remove(unnamed[0]);
            classes.Clear();
        }
        pairs.AddRange(lines.Select(line => ((IndexedRow?)line, (IndexedRow?)null)));
        pairs.AddRange(classes.Select(row => ((IndexedRow?)null, (IndexedRow?)row)));
        return pairs;
    }

    /// <summary>
    /// The lines 201 … or 一、… of the expenditure side; not the totals and what stands below them. Where nothing numbers
    /// the lines, all of them.
    /// </summary>
    public static IEnumerable<IndexedRow> Lines(IndexedStatement twoSided)
    {
        IndexedRow[] lines = [.. twoSided.Rows.Where(IsLine)];
        IndexedRow[] numbered = [.. lines.Where(row => row.Code is not null || row.IsAbsent || Names.Level(row.Name) < 3)];
        return numbered.Length > 0 ? numbered : lines;
    }

    /// <summary>False for a table that prints rows of another kind: units, or basic and project expenditure.</summary>
    public static bool ListsClasses(IndexedStatement table) =>
        table.IsEmpty || (IsTwoSided(table) ? Lines(table).Any() : table.Coded().Any(row => row.Code!.Length == 3));

    private static bool IsLine(IndexedRow row) => row.Side == RowSide.Expenditure && !row.IsTotal && row.Parts.Count == 0 && !ExpenditurePurposes.Is(row)
        && (row.Code is not null || row.IsAbsent || row.BareName.EndsWith("支出", StringComparison.Ordinal));

    private static bool IsTwoSided(IndexedStatement table) => table.Rows.Any(row => row.Side == RowSide.Expenditure);

    private static bool IsSame(IndexedRow line, IndexedRow row) =>
        line.Code is not null && row.Code is not null ? line.Code == row.Code : line.BareName == row.BareName;
}
