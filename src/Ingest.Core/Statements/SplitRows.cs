namespace Ingest.Core.Statements;

/// <summary>Joins a row that a page end has cut: its name goes on in the first row of the next page.</summary>
internal static class SplitRows
{
    /// <param name="first">Index of the first row of the new page.</param>
    public static void Join(List<DraftRow> rows, int first)
    {
        int gridRow = rows[first].GridRow;
        DraftRow[] line = [.. rows.Skip(first).TakeWhile(row => row.GridRow == gridRow && row.Fragment == rows[first].Fragment)];
        if (line.Any(row => row.HasAmounts || row.Code is not null || row.IsTotal))
            return;
        foreach (DraftRow rest in line)
        {
            DraftRow? cut = rows.Take(first).LastOrDefault(row => row.Block == rest.Block);
            if (cut is null || !IsRest(cut, rest, rows))
                continue;
            cut.Name += rest.Name;
            if (rest.Project is not null)
                cut.Project += rest.Project;
            rows.Remove(rest);
        }
    }

    /// <summary>
    /// Where nearly every row has a code, one without is a rest. Elsewhere an open bracket shows the cut.
    /// </summary>
    private static bool IsRest(DraftRow cut, DraftRow rest, List<DraftRow> rows)
    {
        if (OpensBracket(cut.Name))
            return true;
        DraftRow[] others = [.. rows.Where(row => row.Block == rest.Block && row != rest && !row.IsTotal)];
        return !cut.IsTotal && others.Count(row => row.Code is not null) * 5 >= others.Length * 4;
    }

    private static bool OpensBracket(string name) => name.Count(letter => letter is '(' or '（') > name.Count(letter => letter is ')' or '）');
}
