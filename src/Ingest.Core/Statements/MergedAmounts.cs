using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>
/// An amount in a cell merged over several rows. Over 类, 款 and 项 of one account it is the amount of each of them; over rows that
/// are not parts of one another the page does not say whose it is.
/// </summary>
internal static class MergedAmounts
{
    public static void Settle(List<DraftRow> rows)
    {
        for (int i = 0; i < rows.Count; i++)
            foreach ((string key, DraftAmount amount) in rows[i].Amounts)
                if (amount.IsCarried && Owner(rows, i, key, amount) is { } owner && !IsPartOf(rows[i], owner))
                    foreach (DraftRow row in (DraftRow[])[owner, rows[i]])
                        row.Doubts.Add(("merged-amount", new Phrase(
                            $"金额“{amount.Text}”的单元格跨多行，不能确定属于哪一行",
                            $"the amount \"{amount.Text}\" stands in a cell over several rows; whose it is cannot be told")));
    }

    /// <summary>The row above that holds the same cell.</summary>
    private static DraftRow? Owner(List<DraftRow> rows, int at, string key, DraftAmount amount)
    {
        for (int i = at - 1; i >= 0 && rows[i].Fragment == rows[at].Fragment; i--)
            if (rows[i].Block == rows[at].Block)
                return rows[i].Amounts.TryGetValue(key, out DraftAmount? above) && above.Cells.Exists(amount.Cells.Contains) ? rows[i] : null;
        return null;
    }

    /// <summary>208, 20805, 2080505: the longer code is a part of the shorter one.</summary>
    private static bool IsPartOf(DraftRow part, DraftRow whole) =>
        part.Code is { } code && whole.Code is { } above && code.Length > above.Length && code.StartsWith(above, StringComparison.Ordinal);
}
