namespace Ingest.Core.Checks.Figures;

/// <summary>
/// Rows that a sister table prints and this one does not. They enter the index as absent rows of zeros, so
/// that a row lost in printing is a suspect like any other cell.
/// </summary>
internal static class ExpectedRows
{
    /// <summary>Tables that list the same functional codes for the same money.</summary>
    private static readonly string[][] _sisters = [["T02", "T03"], ["F02", "F03"]];

    public static void Add(FigureIndex index)
    {
        foreach (string[] pair in _sisters)
        {
            AddMissing(index, from: pair[0], to: pair[1], _ => true);
            AddMissing(index, from: pair[1], to: pair[0], _ => true);
        }
        AddMissing(index, "T02", "T05", row => Any(row, "generalBudget", "generalTransfer", "fiscalSubtotal"));
        AddMissing(index, "T02", "T08", row => Any(row, "governmentFund", "governmentFundTransfer"));
        AddMissing(index, "T02", "T09", row => Any(row, "stateCapital", "stateCapitalTransfer"));
        foreach (string fund in (string[])["T05", "T08", "T09"])
            AddMissing(index, fund, "T03", _ => true);
        if (index.Find("T07") is { IsFunctional: true })
            AddMissing(index, "T05", "T07", row => row.Code!.Length == 7 && Any(row, "project"));
    }

    private static void AddMissing(FigureIndex index, string from, string to, Func<IndexedRow, bool> expected)
    {
        if (index.Find(from) is not { IsByUnit: false } source || index.Find(to) is not { IsEmpty: false, IsByUnit: false } target)
            return;
        HashSet<string> known = [.. target.Coded().Select(row => row.Code!)];
        HashSet<int> levels = [.. target.Coded().Where(row => !row.IsAbsent).Select(row => row.Code!.Length)];
        foreach (IndexedRow row in source.Coded().Where(row => !row.IsAbsent).ToList())
            // A table that prints no 款 at all does not miss one; T07 always prints its projects.
            if (expected(row) && (to == "T07" || levels.Contains(row.Code!.Length)) && known.Add(row.Code!))
                index.Expect(target, null, row.Code, row.Name);
    }

    private static bool Any(IndexedRow row, params ReadOnlySpan<string> columns)
    {
        foreach (string column in columns)
            if (row[column] is { Value: not 0 })
                return true;
        return false;
    }
}
