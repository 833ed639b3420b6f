using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>
/// Where no lines part the rows of a list, the second line of a name is read as a row of its own. It follows a line that
/// the next letter would not have fitted into, has no number, does not begin as names do, and goes on with a
/// name that is not whole or with nothing but how names end. Where the list is numbered it is joined, elsewhere both are in doubt.
/// </summary>
internal static class RunOnNames
{
    /// <summary>Fewer numbered names are no list.</summary>
    private const int LeastItems = 3;

    /// <param name="rows">Of a table without a column for codes: beside one, the second line may be that of the row below as well.</param>
    /// <param name="first">Index of the first row of the page.</param>
    public static void Join(List<DraftRow> rows, int first)
    {
        bool isList = rows.Skip(first).Count(row => row.Code is not null || ListItems.IsNumbered(row.Name)) >= LeastItems;
        foreach (IGrouping<int, DraftRow> block in rows.Skip(first).Where(row => !row.Fragment.HasRowLines).GroupBy(row => row.Block))
        {
            DraftRow[] all = [.. block];
            float end = all.Max(row => row.NameEnd?.Right ?? 0);
            DraftRow above = all[0];
            foreach (DraftRow row in all.Skip(1))
                if (!GoesOn(above, row, end) || !(isList ? Join(rows, above, row) : Doubt(above, row)))
                    above = row;
        }
    }

    private static bool GoesOn(DraftRow above, DraftRow row, float end) => row is { Code: null, Project: null, Name.Length: > 0 }
        && above.NameEnd is { } line && line.Right + line.Height > end
        && !ListItems.IsNumbered(row.Name) && !ListItems.BeginsAsNamesDo(row.Name) && !RowLabel.IsSum(row.Name) && !RowLabel.IsSum(above.Name)
        && (!ListItems.EndsAsNamesDo(above.Name) || ListItems.IsEnd(row.Name));

    /// <summary>False where both lines have amounts: then which of them the name is of is not certain.</summary>
    private static bool Join(List<DraftRow> rows, DraftRow above, DraftRow row)
    {
        if (above.HasAmounts && row.HasAmounts)
            return Doubt(above, row);
        above.Take(row);
        rows.Remove(row);
        return true;
    }

    private static bool Doubt(DraftRow above, DraftRow row)
    {
        foreach (DraftRow either in (DraftRow[])[above, row])
            either.Doubts.Add(("run-on-name", new Phrase(
                $"“{row.Name}”可能是上一行名称的一部分", $"\"{row.Name}\" may be a part of the name above it")));
        return false;
    }
}
