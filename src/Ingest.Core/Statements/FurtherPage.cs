using System.Text;
using Ingest.Contract.Amounts;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>
/// A page that prints a table's title and header again where nothing is drawn, so that its header is not read to the letter as
/// on the first page: the rest of the table if its columns are the same and its rows are others. Printed twice, a table has the same rows.
/// </summary>
internal static class FurtherPage
{
    /// <summary>Letters; 小计 and 合计 stand in many rows.</summary>
    private const int ShortestName = 3;

    /// <summary>The same statement, with rows that the open table does not have.</summary>
    public static bool IsOf(OpenTable open, TableFragment page, StatementBinding binding) =>
        binding.Statement.Id == open.Binding.Statement.Id && !RepeatsRows(open, page, binding);

    /// <summary>The columns of the open table that those of one of its pages are, as the heads say; null where these say something else.</summary>
    public static ColumnMap? Map(OpenTable open, TableFragment page, StatementBinding binding)
    {
        var map = new int[page.Grid.Columns];
        Array.Fill(map, -1);
        HashSet<int> used = [];
        foreach (BoundColumn own in binding.Columns)
        {
            int at = IndexOf(open, own, used);
            if (at < 0 && own.Role == ColumnRole.Amount)
                return null;
            used.Add(at);
            for (int column = own.Header.First; column < own.Header.First + own.Header.Count; column++)
                map[column] = at;
        }

        return ColumnMap.To(map);
    }

    private static int IndexOf(OpenTable open, BoundColumn own, HashSet<int> used)
    {
        for (int i = 0; i < open.Binding.Columns.Length; i++)
            if (open.Binding.Columns[i] is var known && known.Role == own.Role && known.Side == own.Side && known.Key == own.Key && (own.Key is null || own.IsKnown) && !used.Contains(i))
                return i;
        return -1;
    }

    private static bool RepeatsRows(OpenTable open, TableFragment page, StatementBinding binding)
    {
        HashSet<string> listed = [.. open.Parts.SelectMany(part => Names(part.Fragment.View, part.DataRow, column => part.Map[column] is >= 0 and var at && open.Binding.Columns[at].Role == ColumnRole.Code))];
        return Names(page.View, page.Header.DataRow, column => binding.Columns.Any(own => own.Role == ColumnRole.Code && own.Header.Covers(column))).Any(listed.Contains);
    }

    /// <summary>What names each row, amounts left out: 行政运行 is the name of several, and the code tells which.</summary>
    private static IEnumerable<string> Names(GridView view, int firstRow, Func<int, bool> isCode)
    {
        for (int row = firstRow; row < view.Rows; row++)
        {
            var name = new StringBuilder();
            foreach (int index in view.PrintedIn(row))
                if (isCode(view.Cell(index).Column) || !AmountParser.Parse(view.Text(index)).IsAmount)
                    name.Append(view.Text(index));
            if (name.Length >= ShortestName)
                yield return name.ToString();
        }
    }
}
