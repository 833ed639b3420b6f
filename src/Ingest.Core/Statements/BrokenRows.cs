using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>
/// Amounts without a name in a table whose rows no lines part: the second line of numbers too wide for their column, as far as the
/// row above lacks what they are; otherwise neither row is certain.
/// </summary>
internal static class BrokenRows
{
    /// <summary>Where so many of the other rows have a code or a name, one without is a piece of a row.</summary>
    private const double NamedShare = 0.8;

    /// <param name="first">Index of the first row of the page.</param>
    public static void Join(List<DraftRow> rows, int first)
    {
        foreach (IGrouping<int, DraftRow> block in rows.Skip(first).Where(row => !row.Fragment.HasRowLines).GroupBy(row => row.Block))
        {
            DraftRow[] all = [.. block];
            if (all.Count(IsNamed) < NamedShare * all.Length)
                continue;
            for (int i = 1; i < all.Length; i++)
                if (!IsNamed(all[i]) && all[i].HasAmounts)
                    Join(rows, all[i - 1], all[i]);
        }
    }

    private static void Join(List<DraftRow> rows, DraftRow above, DraftRow rest)
    {
        (string Key, DraftAmount Amount)[] pieces = [.. rest.Amounts.Where(amount => amount.Value.IsPrinted).Select(amount => (amount.Key, amount.Value))];
        if (pieces.All(piece => above.Amounts.GetValueOrDefault(piece.Key) is { IsPrinted: true } begin && begin.CanRejoin(piece.Amount)))
        {
            foreach ((string key, DraftAmount amount) in pieces)
                above.Amounts[key].Rejoin(amount);
            rows.Remove(rest);
            return;
        }

        foreach (DraftRow row in (DraftRow[])[above, rest])
            row.Doubts.Add(("broken-row", new Phrase(
                "与相邻的无名称行可能是同一行，其数字分两行印", "it and the row without a name beside it may be one row, whose numbers are broken over two lines")));
    }

    private static bool IsNamed(DraftRow row) => row.Code is not null || row.Name.Length > 0 || row.Project is not null;
}
