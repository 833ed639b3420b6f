using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>
/// Joins a row that a page end has cut: its name goes on in the first row of the next page, its amounts stand on either page, and a
/// number may be cut itself.
/// </summary>
internal static class SplitRows
{
    /// <summary>Where so many of the rows have a code, one without is a piece of a row.</summary>
    private const double CodedShare = 0.8;

    /// <param name="first">Index of the first row of the new page.</param>
    public static void Join(List<DraftRow> rows, int first)
    {
        int gridRow = rows[first].GridRow;
        DraftRow[] line = [.. rows.Skip(first).TakeWhile(row => row.GridRow == gridRow && row.Fragment == rows[first].Fragment)];
        foreach (DraftRow rest in line)
            if (rows.Take(first).LastOrDefault(row => row.Block == rest.Block) is { } cut && !rest.IsTotal && !cut.IsTotal)
                Join(rows, cut, rest);
    }

    private static void Join(List<DraftRow> rows, DraftRow cut, DraftRow rest)
    {
        bool isCoded = AreCoded(rows, cut, rest) || LacksAmounts(rows, cut, rest);
        if (rest.Code is null && (isCoded ? cut.Code is not null && (!NamesUnit(rest, rows) || LacksAmounts(rows, cut, rest)) : IsUnfinished(cut, rest, rows)))
            JoinRest(rows, cut, rest);
        else if (isCoded && cut.Code is null && rest.Code is not null && !cut.HasAmounts && cut.Name.Length > 0 && !NamesUnit(cut, rows))
            JoinBegin(rows, cut, rest);
    }

    /// <summary>The code, or the whole row but a part of its name, stands on the first page.</summary>
    private static void JoinRest(List<DraftRow> rows, DraftRow cut, DraftRow rest)
    {
        (string Key, DraftAmount Amount)[] left = [.. rest.Amounts.Where(amount => amount.Value.IsPrinted).Select(amount => (amount.Key, amount.Value))];
        if (!left.All(amount => cut.Amounts.GetValueOrDefault(amount.Key) is not { IsPrinted: true } begin || begin.CanRejoin(amount.Amount)))
        {
            foreach (DraftRow row in (DraftRow[])[cut, rest])
                row.Doubts.Add(("cut-row", new Phrase(
                    "位于分页处，可能是被分页切断的同一行的一部分", "it stands at the page end and may be a part of one row that the page end cut")));
            return;
        }
        foreach ((string key, DraftAmount amount) in left)
            if (cut.Amounts.GetValueOrDefault(key) is { IsPrinted: true } begin)
                begin.Rejoin(amount);
            else
                cut.Amounts[key] = amount;
        cut.Name += rest.Name;
        if (rest.Project is not null)
            cut.Project += rest.Project;
        if (rest.Government is not null)
            cut.Government += rest.Government;
        rows.Remove(rest);
    }

    /// <summary>Only the beginning of the name stands on the first page.</summary>
    private static void JoinBegin(List<DraftRow> rows, DraftRow cut, DraftRow rest)
    {
        rest.Name = cut.Name + rest.Name;
        if (cut.Project is not null)
            rest.Project = cut.Project + rest.Project;
        rows.Remove(cut);
    }

    /// <summary>Nearly every other row of the block has a code.</summary>
    private static bool AreCoded(List<DraftRow> rows, DraftRow cut, DraftRow rest)
    {
        DraftRow[] others = [.. rows.Where(row => row.Block == rest.Block && row != rest && row != cut && !row.IsTotal)];
        return others.Length > 0 && others.Count(row => row.Code is not null) >= CodedShare * others.Length;
    }

    /// <summary>The cut row has a code and no amount, as no other row has but one that the next page end cuts, and the rest has amounts.</summary>
    private static bool LacksAmounts(List<DraftRow> rows, DraftRow cut, DraftRow rest) =>
        cut is { Code: not null, HasAmounts: false } && rest is { Code: null, HasAmounts: true }
        && rows.SkipLast(1).All(row => row == cut || row.Block != cut.Block || row.HasAmounts);

    /// <summary>A unit above its accounts has amounts and no code, and is not the only one.</summary>
    private static bool NamesUnit(DraftRow row, List<DraftRow> rows) =>
        row.HasAmounts && rows.Exists(other => other != row && other is { Code: null, HasAmounts: true, IsTotal: false } && other.Block == row.Block);

    /// <summary>
    /// Without codes the name itself shows the cut: an open bracket; or an item whose name ends in no word that names end with,
    /// before a piece without a number.
    /// </summary>
    private static bool IsUnfinished(DraftRow cut, DraftRow rest, List<DraftRow> rows)
    {
        if (OpensBracket(cut.Name))
            return true;
        bool isNumbered = rows.Count(row => row.Block == cut.Block && ListItems.IsNumbered(row.Name)) > 2;
        return isNumbered && ListItems.IsNumbered(cut.Name) && !ListItems.IsNumbered(rest.Name) && rest.Name.Length > 0 && !ListItems.EndsAsNamesDo(cut.Name)
            && !RowLabel.IsSum(rest.Name) && ListItems.EndsAsNamesDo(cut.Name + rest.Name);
    }

    private static bool OpensBracket(string name) => name.Count(letter => letter is '(' or '（') > name.Count(letter => letter is ')' or '）');
}
