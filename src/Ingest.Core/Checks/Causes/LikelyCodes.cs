using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Causes;

/// <summary>Rows whose code looks out of place, with what it could have been.</summary>
internal static class LikelyCodes
{
    public static IEnumerable<(IndexedRow Row, string Code)> Of(FigureIndex index) =>
        index.Statements.Where(table => !table.IsByUnit).SelectMany(table => In(index, table));

    private static IEnumerable<(IndexedRow Row, string Code)> In(FigureIndex index, IndexedStatement table)
    {
        IndexedRow[] rows = [.. table.Rows.Where(row => !row.IsAbsent && row.Code is not null)];
        // Projects of one account repeat its code.
        HashSet<string> printed = [.. rows.Select(row => row.Code!)];
        for (int i = 0; i < rows.Length; i++)
            if (IsOdd(index, table, rows, i))
                foreach (string code in Candidates(index, table, rows, i).Where(IsProper).Distinct())
                    if (code != rows[i].Code && (!printed.Contains(code) || !string.IsNullOrEmpty(rows[i].Project)))
                        yield return (rows[i], code);
    }

    /// <summary>
    /// No code at all by its form, without the row that it is a part of, that of another row too, or called so in no other table
    /// that has its name.
    /// </summary>
    private static bool IsOdd(FigureIndex index, IndexedStatement table, IndexedRow[] rows, int at)
    {
        string code = rows[at].Code!;
        if (!IsProper(code))
            return true;
        bool isOrphan = code.Length > 3 && Array.Exists(rows, row => row.Code!.Length == code.Length - 2) && !Array.Exists(rows, row => row.Code == code[..^2]);
        bool isHead = code.Length < 7 && at + 1 < rows.Length && rows[at + 1].Code!.Length == code.Length + 2 && !rows[at + 1].Code!.StartsWith(code, StringComparison.Ordinal);
        bool isTwice = string.IsNullOrEmpty(rows[at].Project) && Array.Exists(rows, row => row != rows[at] && row.Code == code)
            && NamedElsewhere(index, table, rows[at]).Any() && !NamedElsewhere(index, table, rows[at]).Contains(code);
        return isOrphan || isHead || isTwice || (Others(index, table).All(other => other.ByCode(code) is not { IsAbsent: false }) && NamedElsewhere(index, table, rows[at]).Any());
    }

    private static IEnumerable<string> Candidates(FigureIndex index, IndexedStatement table, IndexedRow[] rows, int at)
    {
        foreach (string code in NamedElsewhere(index, table, rows[at]))
            yield return code;
        if (at + 1 < rows.Length && rows[at + 1].Code!.Length is 5 or 7)
            yield return rows[at + 1].Code![..^2];
        string printed = rows[at].Code!;
        if (at > 0 && printed.Length is 5 or 7)
        {
            string before = rows[at - 1].Code!;
            if (before.Length == printed.Length)
                yield return before[..^2] + printed[^2..];
            else if (before.Length == printed.Length - 2)
                yield return before + printed[^2..];
        }
    }

    /// <summary>Codes of rows with the same name in other tables of the same classification.</summary>
    private static IEnumerable<string> NamedElsewhere(FigureIndex index, IndexedStatement table, IndexedRow row) => row.BareName.Length == 0 ? []
        : Others(index, table).SelectMany(other => other.AllByName(row.BareName)).Where(other => other is { IsAbsent: false, Code: not null }).Select(other => other.Code!);

    private static IEnumerable<IndexedStatement> Others(FigureIndex index, IndexedStatement table) =>
        index.Statements.Where(other => other != table && IsEconomic(other) == IsEconomic(table));

    private static bool IsEconomic(IndexedStatement table) => table.Id is "T06" or "F06";

    private static bool IsProper(string code) => code.Length is 3 or 5 or 7 && !code.AsSpan().ContainsAnyExceptInRange('0', '9');
}
