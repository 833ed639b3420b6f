using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>A table that was bound to no statement, from its first page to its last: kept under its title with all that it prints.</summary>
internal sealed class ForeignTable(TableFragment first)
{
    /// <summary>Share of the table's width within which two borders are one.</summary>
    private const float SameShare = 0.015f;

    public TableFragment First => first;

    public List<TableFragment> Parts { get; } = [first];

    public TableFragment Last => Parts[^1];

    public string? Title => first.Heading.Name ?? first.Heading.NearestText;

    /// <summary>The columns stand where those of the last part do, or the header is printed again.</summary>
    public bool HasColumnsOf(TableFragment next)
    {
        if (next.Header.IsPresent && next.Header.Repeats(first.Header))
            return true;
        if (next.Header is { IsPresent: true, IsNumbered: true })
            return false;
        float[] edges = Shares(Last.Grid);
        float[] others = Shares(next.Grid);
        return others.Length * 2 > edges.Length && others.All(edge => Array.Exists(edges, known => Math.Abs(known - edge) <= SameShare))
            || (Last.Grid.Evidence != GridEvidence.Ruled && next.Grid.Columns == Last.Grid.Columns);
    }

    public UnboundTable ToUnbound()
    {
        TableHeading heading = first.Heading;
        return new UnboundTable(Title, first.Number, first.Page.ToPage(first.Grid.Box), [.. Parts.SelectMany(part => part.View.ToRows())])
        {
            Label = heading.Label,
            Unit = Parts.Select(part => part.Heading.Unit).FirstOrDefault(unit => unit is not null),
            Pages = [.. Parts.Select(part => part.Number).Prepend(first.Head?.Number ?? first.Number).Distinct()],
            Amounts = Parts.Sum(Amounts),
        };
    }

    /// <summary>
    /// Amounts among the printed cells: not the codes and numbers of a list, which have no decimals and no separators, unless the
    /// table prints no others.
    /// </summary>
    private static int Amounts(TableFragment part)
    {
        string[] numbers = [.. Enumerable.Range(part.Header.DataRow, Math.Max(0, part.View.Rows - part.Header.DataRow))
            .SelectMany(row => part.View.PrintedIn(row).Select(index => (part.View.Text(index), part.View.Cell(index).Column)))
            .Where(cell => AmountParser.Parse(cell.Item1).IsAmount && !IsLabel(part, cell.Column)).Select(cell => cell.Item1)];
        return numbers.Length;
    }

    /// <summary>Codes and running numbers stand left of the first column that holds amounts with decimals or of words.</summary>
    private static bool IsLabel(TableFragment part, int column)
    {
        bool any = false;
        for (int row = part.Header.DataRow; row < part.View.Rows; row++)
        {
            if (part.View.CellAt(row, column) is not (>= 0 and var index) || part.View.Text(index) is not { Length: > 0 } text)
                continue;
            any = true;
            if (text.AsSpan().IndexOfAny(".,．，") >= 0 && AmountParser.Parse(text).IsAmount)
                return false;
        }

        return any && HasWordsBehind(part, column);
    }

    private static bool HasWordsBehind(TableFragment part, int column)
    {
        for (int row = part.Header.DataRow; row < part.View.Rows; row++)
            foreach (int index in part.View.PrintedIn(row))
                if (part.View.Cell(index).Column > column && AmountParser.Parse(part.View.Text(index)).Failure == AmountFailure.Words)
                    return true;
        return false;
    }

    private static float[] Shares(Grid grid) => [.. grid.ColumnEdges.Select(edge => (edge - grid.Box.Left) / Math.Max(1, grid.Box.Width))];
}
