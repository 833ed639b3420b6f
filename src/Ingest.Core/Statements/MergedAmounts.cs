using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>
/// An amount in a cell merged over several rows. Over 类, 款 and 项 of one account it is the amount of each of them; over rows that
/// are not parts of one another the page does not say whose it is, nor where another part of the same account has an amount too:
/// only the line between two rows may be missing.
/// </summary>
internal static class MergedAmounts
{
    public static void Settle(List<DraftRow> rows)
    {
        for (int i = 0; i < rows.Count; i++)
            foreach ((string key, DraftAmount amount) in rows[i].Amounts)
                if (amount.IsCarried && Owner(rows, i, key, amount) is { } owner && !(IsPartOf(rows[i], owner) && !HasOtherPart(rows, i, owner, key)))
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

    /// <summary>An account beside the part is a part of the same whole and has an amount of its own.</summary>
    private static bool HasOtherPart(List<DraftRow> rows, int part, DraftRow whole, string key) => rows.Exists(row =>
        row != rows[part] && row.Block == whole.Block && row.Code?.Length == rows[part].Code!.Length && IsPartOf(row, whole)
        && row.Amounts.TryGetValue(key, out DraftAmount? amount) && amount.IsPrinted && !amount.Cells.Exists(rows[part].Amounts[key].Cells.Contains));

    /// <summary>208, 20805, 2080505: the longer code is a part of the shorter one.</summary>
    private static bool IsPartOf(DraftRow part, DraftRow whole) =>
        part.Code is { } code && whole.Code is { } above && code.Length > above.Length && code.StartsWith(above, StringComparison.Ordinal);
}
