using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>
/// Several rows that are named 小计 and nothing else, in a list whose groups nothing drawn parts: the names of their groups stand
/// beside other rows, and which rows each is for is not certain.
/// </summary>
internal static class LostGroups
{
    public const string Subtotal = "小计";

    /// <param name="first">Index of the first row of the page.</param>
    public static void Doubt(List<DraftRow> rows, int first)
    {
        DraftRow[] lost = [.. rows.Skip(first).Where(row => !row.Fragment.HasRowLines && row.Code is null && row.Project is null && row.Name == Subtotal)];
        if (lost.Length < 2)
            return;
        foreach (DraftRow row in lost)
            row.Doubts.Add(("group-unknown", new Phrase("该小计属于哪一组不明确：各组之间没有线", "Which group the subtotal is of is not certain: nothing is drawn between the groups")));
    }
}
