using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Finds the row of a classified account that a sentence names by its path 类 / 款 / 项.</summary>
internal static class AccountRows
{
    private const int ClassLength = 3;

    private const int ItemLength = 7;

    /// <summary>The one row with the name whose rows above have the names before it; null when there is none or more than one.</summary>
    public static IndexedRow? Find(IndexedStatement table, ImmutableArray<string> path)
    {
        IndexedRow? found = null;
        string[] names = [.. path.Select(Names.Bare)];
        RowSide? side = OnExpenditure(table);
        IEnumerable<IndexedRow> named = table.AllByName(names[^1]);
        foreach (IndexedRow row in named.Any() ? named : table.Rows.Where(row => Spelling.Key(row.BareName) == Spelling.Key(names[^1])))
        {
            if (row.Code is null || (side is not null && row.Side != side) || !string.IsNullOrEmpty(row.Project) || !Fits(table, row, names))
                continue;
            if (found is not null && found.Code!.Length == row.Code!.Length)
                return null;
            if (found is null || Prefers(path, row, found))
                found = row;
        }
        return found;
    }

    /// <summary>The rows no other row is below: what a text that names every 项 has to name.</summary>
    public static IEnumerable<IndexedRow> Items(IndexedStatement table) =>
        table.Coded().Where(row => row.Code!.Length == ItemLength && !row.IsBlank && !row.IsAbsent);

    /// <summary>A single name is that of a class where there is one, a longer path ends in its item.</summary>
    private static bool Prefers(ImmutableArray<string> path, IndexedRow row, IndexedRow found) =>
        path.Length == 1 ? row.Code!.Length == ClassLength : row.Code!.Length > found.Code!.Length;

    /// <summary>The row is as deep as the path, and what is above it has the names before the last.</summary>
    private static bool Fits(IndexedStatement table, IndexedRow row, string[] names)
    {
        if (row.Code!.Length < ClassLength + (2 * (names.Length - 1)))
            return false;
        for (int level = 0; level < names.Length - 1; level++)
        {
            int length = ClassLength + (2 * level);
            if (table.ByCode(row.Code[..length]) is { } above && Spelling.Key(above.BareName) != Spelling.Key(names[level]))
                return false;
        }
        return true;
    }

    private static RowSide? OnExpenditure(IndexedStatement table) => table.Id is "T04" or "T01" or "F04" or "F01" ? RowSide.Expenditure : null;
}
