using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Performance;

/// <summary>
/// Performance tables without lines between their cells: three lines, a frame or none. Their upper half is labels and values, the
/// lower half a list with a header; no alignment is common to both, so that they are taken for no table or for half of one. What
/// they say is told by the words that every such form has, and the page gets a grid for each half.
/// </summary>
internal static class UnruledTargets
{
    /// <summary>Lines on one height differ by no more, in sizes of the text.</summary>
    private const float SameHeight = 0.45f;

    /// <summary>Lines of one text are no farther apart.</summary>
    private const float LineStep = 1.6f;

    /// <summary>Lines of one text begin, or have their middle, no farther apart.</summary>
    private const float SamePlace = 0.6f;

    /// <param name="page">A page as the table finder has it.</param>
    /// <returns>The page with grids for the performance tables that the finder could not read whole.</returns>
    public static PageContent Regridded(PageContent page)
    {
        TextLine[] titles = [.. page.Lines.Where(IsTitle).OrderByDescending(line => line.Box.CenterY)];
        int whole = titles.Length == 0 ? 0 : WholeTables(page);
        if (whole >= titles.Length)
            return page;
        PageContent regridded = page;
        for (int i = 0; i < titles.Length; i++)
        {
            float top = titles[i].Box.Bottom;
            float bottom = i + 1 < titles.Length ? titles[i + 1].Box.Top : float.MinValue;
            regridded = Regridded(regridded, top, bottom);
        }

        return WholeTables(regridded) > whole ? regridded : page;
    }

    /// <summary>Tables that have indicators and say what they aim at or for which project, each text in a cell of its own.</summary>
    private static int WholeTables(PageContent page)
    {
        PageContent parted = page with { Grids = [.. page.Grids.Where(grid => !grid.Cells.Any(GridRows.HoldsSeveral))] };
        return PerformanceReader.Read([parted], ImmutableHashSet<Grid>.Empty).Tables.Count(table => !table.Indicators.IsEmpty && (table.Goal ?? table.Project) is not null);
    }

    private static bool IsTitle(TextLine line)
    {
        string text = PrintedText.Label(line.Text);
        return text.Length <= Titles.Longest && Labels.IsTitle(text) && text.EndsWith('表') && text.IndexOfAny(['，', '。', '、', ':']) < 0;
    }

    private static PageContent Regridded(PageContent page, float top, float bottom)
    {
        Grid[] grids = [.. page.Grids.Where(grid => grid.Box.CenterY < top && grid.Box.CenterY > bottom)];
        if (grids.Any(grid => grid.Evidence == GridEvidence.Ruled))
            return page;
        TextLine[] texts =
        [
            .. page.Lines.Where(line => line.Box.CenterY < top && line.Box.CenterY > bottom),
            .. grids.SelectMany(grid => grid.Cells.SelectMany(cell => cell.Lines).Concat(grid.Unplaced)),
        ];
        texts = [.. texts.SelectMany(RunTogether.Part)];
        if (TargetList.Find(texts) is not { } list)
            return page;
        TextLine[] above = [.. texts.Where(line => line.Box.CenterY > list.Top)];
        Grid[] made = [.. TargetHead.Of(page.Page.Number, above), list.ToGrid(page.Page.Number)];
        HashSet<TextLine> used = new(made.SelectMany(grid => grid.Cells).SelectMany(cell => cell.Lines), ReferenceEqualityComparer.Instance);
        return page with
        {
            Grids = [.. page.Grids.Except(grids).Concat(made).OrderByDescending(grid => grid.Box.Top)],
            Lines = [.. page.Lines.Where(line => !used.Contains(line)), .. texts.Where(line => !used.Contains(line) && !page.Lines.Contains(line))],
        };
    }

    /// <summary>Lines that stand below one another as one text, put together: left or middle in one place, close to each other.</summary>
    public static List<List<TextLine>> Stacks(IEnumerable<TextLine> lines)
    {
        List<List<TextLine>> stacks = [];
        foreach (TextLine line in lines.OrderByDescending(line => line.Box.CenterY))
        {
            List<TextLine>? above = stacks.Find(stack => GoesOn(stack[^1], line));
            if (above is null)
                stacks.Add([line]);
            else
                above.Add(line);
        }

        return stacks;
    }

    /// <summary>
    /// Lines that begin below one another are of several texts where what stands beside them says so: each height beside them is
    /// the middle of its own.
    /// </summary>
    public static IEnumerable<List<TextLine>> PartAt(IEnumerable<float> heights, List<TextLine> stack)
    {
        float size = stack[0].Size;
        float[] beside = [.. heights.Where(y => y < stack[0].Box.CenterY + SameHeight * size && y > stack[^1].Box.CenterY - SameHeight * size).OrderDescending()];
        beside = [.. beside.Where((y, i) => i == 0 || !AreLevel(y, beside[i - 1], size))];
        return beside.Length > 1 && Shared(beside, [.. stack.Select(line => line.Box.CenterY)], size) is { } runs
            ? runs.Select(run => stack.GetRange(run.First, run.Last - run.First + 1))
            : [stack];
    }

    public static float MiddleOf(List<TextLine> stack) => (stack[0].Box.CenterY + stack[^1].Box.CenterY) / 2;

    public static bool AreLevel(float y, float other, float size) => Math.Abs(y - other) <= SameHeight * size;

    /// <summary>
    /// The rows of each name of several: consecutive ones, shared out without a rest, each name in the middle of its own. Null where
    /// they do not come out so.
    /// </summary>
    /// <param name="names">Heights of the names, top to bottom.</param>
    /// <param name="rows">Heights of the rows, top to bottom.</param>
    public static (int First, int Last)[]? Shared(float[] names, float[] rows, float size)
    {
        var runs = new (int First, int Last)[names.Length];
        int row = 0;
        for (int i = 0; i < names.Length; i++)
        {
            int last = row;
            while (last < rows.Length && (rows[Math.Min(row, rows.Length - 1)] + rows[last]) / 2 - names[i] > SameHeight * size)
                last++;
            if (last >= rows.Length || names[i] - (rows[row] + rows[last]) / 2 > SameHeight * size)
                return null;
            runs[i] = (row, last);
            row = last + 1;
        }

        return row == rows.Length ? runs : null;
    }

    /// <summary>A grid of cells that are known, blank where there is none.</summary>
    public static Grid Draw(int page, float[] x, float[] y, IEnumerable<(int Row, int Column, int Rows, int Columns, IEnumerable<TextLine> Lines)> cells)
    {
        var taken = new bool[y.Length - 1, x.Length - 1];
        List<GridCell> drawn = [];
        foreach ((int row, int column, int rows, int columns, IEnumerable<TextLine> lines) in cells)
        {
            drawn.Add(Cell(row, column, rows, columns, [.. lines]));
            for (int r = row; r < row + rows; r++)
                for (int c = column; c < column + columns; c++)
                    taken[r, c] = true;
        }

        for (int r = 0; r < y.Length - 1; r++)
            for (int c = 0; c < x.Length - 1; c++)
                if (!taken[r, c])
                    drawn.Add(Cell(r, c, 1, 1, []));
        return new Grid
        {
            Page = page,
            Box = new Box(x[0], y[^1], x[^1], y[0]),
            Evidence = GridEvidence.Aligned,
            ColumnEdges = [.. x],
            RowEdges = [.. y],
            Cells = [.. drawn.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)],
            Unplaced = [],
        };

        GridCell Cell(int row, int column, int rows, int columns, ImmutableArray<TextLine> lines) => new()
        {
            Row = row,
            Column = column,
            RowSpan = rows,
            ColumnSpan = columns,
            Box = new Box(x[column], y[row + rows], x[column + columns], y[row]),
            Lines = lines,
        };
    }

    /// <summary>Borders between rows of these heights, and above and below them.</summary>
    public static float[] Borders(IReadOnlyList<float> rows, float top, float bottom) =>
        [top, .. rows.Zip(rows.Skip(1), (upper, lower) => (upper + lower) / 2), bottom];

    private static bool GoesOn(TextLine above, TextLine line) =>
        above.Box.CenterY - line.Box.CenterY is > 0 and var step && step <= LineStep * line.Size && step > SameHeight * line.Size
        && Math.Abs(above.Size - line.Size) <= 0.1f * line.Size
        && (Math.Abs(above.Box.Left - line.Box.Left) <= SamePlace * line.Size || Math.Abs(above.Box.CenterX - line.Box.CenterX) <= SamePlace * line.Size)
        && !Labels.IsLabel(PrintedText.Label(line.Text)) && !(IsFigure(above) && IsFigure(line));

    /// <summary>An amount, a weight or a target with a number: each is of a row of its own.</summary>
    private static bool IsFigure(TextLine line) => TargetValue.Parse(line.Text).Value is not null;
}
