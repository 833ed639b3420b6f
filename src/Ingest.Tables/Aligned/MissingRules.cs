using Ingest.Contract.Grids;
using Ingest.Tables.Lattices;
using Ingest.Tables.Letters;

namespace Ingest.Tables.Aligned;

/// <summary>
/// Supplies borders that a ruled table leaves to the eye: amounts below one another in one cell are
/// rows, amounts side by side under the heads of several columns are in those columns.
/// </summary>
internal static class MissingRules
{
    /// <summary>The lattice with the missing borders, or null when nothing shows that any are missing.</summary>
    /// <param name="lattice">As the lines give it.</param>
    /// <param name="grid">What stands in its cells.</param>
    /// <param name="rows">All letters of the page.</param>
    /// <param name="cancellation">Checked per row of letters.</param>
    public static Lattice? Supply(Lattice lattice, Grid grid, GlyphRows rows, CancellationToken cancellation)
    {
        bool stacked = grid.Cells.Count(HoldsStack) >= 2;
        bool sideBySide = grid.Cells.Any(HoldsSeveral);
        bool spanned = PartSpans(lattice, grid);
        if (!stacked && !sideBySide)
            return spanned ? lattice : null;
        List<RunLine> lines = RunLines.Within(rows, lattice.Box, cancellation);
        bool parted = sideBySide && PartColumns(lattice, grid, lines);
        Lattice finer = stacked ? PartRows(lattice, grid, lines) : lattice;
        return parted || spanned || finer != lattice ? finer : null;
    }

    /// <summary>Amounts below the head of their column in one cell: fewer may be a note with two figures.</summary>
    private const int LeastBelowHead = 3;

    /// <summary>
    /// Several lines, each of them an amount with decimals and nothing else; where no line is drawn below the head of the column
    /// either, the first line is that.
    /// </summary>
    private static bool HoldsStack(GridCell cell) =>
        cell.Lines.Length >= 2
        && (cell.Lines.All(IsAmount) || (cell.Lines.Length > LeastBelowHead && !IsAmount(cell.Lines[0]) && cell.Lines.Skip(1).All(IsAmount)) || HoldsWholeStack(cell));

    /// <summary>
    /// Several lines, each of them a number and nothing else, and enough of them as long as no part of a code is: amounts in yuan,
    /// printed without decimals. A code that is broken over lines has fewer.
    /// </summary>
    private static bool HoldsWholeStack(GridCell cell) =>
        cell.Lines.Count(line => line.Text.Count(char.IsAsciiDigit) >= LeastDigits) >= LeastBelowHead
        && (cell.Lines.All(IsNumber) || (cell.Lines.Length > LeastBelowHead && cell.Lines.Skip(1).All(IsNumber)));

    /// <summary>类, 款 and 项 apart have three digits at most; whole amounts are mostly longer.</summary>
    private const int LeastDigits = 4;

    private static bool IsAmount(TextLine line) =>
        DecimalPoints(line.Text) == 1 && line.Text.All(c => char.IsAsciiDigit(c) || ".,-−()".Contains(c));

    private static bool IsNumber(TextLine line) => line.Text.All(c => char.IsAsciiDigit(c) || ".,-−() ".Contains(c)) && line.Text.Any(char.IsAsciiDigit);

    /// <summary>A cell over several columns with more than one amount in a line.</summary>
    private static bool HoldsSeveral(GridCell cell) =>
        cell.ColumnSpan >= 2 && cell.Lines.Any(line => DecimalPoints(line.Text) >= 2);

    /// <summary>
    /// Parts cells over several rows whose amounts stand one in each row that other columns have: the line between the
    /// rows is missing in these cells alone.
    /// </summary>
    private static bool PartSpans(Lattice lattice, Grid grid)
    {
        bool parted = false;
        ILookup<int, float>? baselines = null;
        foreach (GridCell cell in grid.Cells)
        {
            if (cell.RowSpan < 2 || cell.Lines.Length > cell.RowSpan || !(HoldsStack(cell) || StandsBesideRows(cell)))
                continue;
            int[] rows = [.. cell.Lines.Select(line => lattice.RowAt(line.Box.CenterY))];
            if (rows.Distinct().Count() < rows.Length)
                continue;
            for (int row = cell.Row + 1; row < cell.Row + cell.RowSpan; row++)
            {
                for (int column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                    lattice.CloseAbove(row, column);
            }

            parted = true;
        }

        return parted;

        // Names and codes below one another, each in line with the number of a row of its own beside it: no head, and no name that is broken
        // over lines, whose lines are closer than rows are.
        bool StandsBesideRows(GridCell cell)
        {
            if (cell.Lines.Length < LeastBelowHead)
                return false;
            int beside = 0;
            foreach (TextLine line in cell.Lines)
            {
                float[] others = [.. Baselines()[lattice.RowAt(line.Box.CenterY)]];
                if (others.Length > 0 && !Array.Exists(others, baseline => Math.Abs(baseline - line.Baseline) <= SameBaseline * line.Size))
                    return false;
                beside += others.Length > 0 ? 1 : 0;
            }

            return beside >= LeastBeside;
        }

        ILookup<int, float> Baselines() => baselines ??= grid.Cells.Where(cell => cell is { RowSpan: 1, Lines: [var only] } && IsNumber(only)).ToLookup(cell => cell.Row, cell => cell.Lines[0].Baseline);
    }

    /// <summary>So many lines have something beside them; rows without amounts have not.</summary>
    private const int LeastBeside = 2;

    /// <summary>What stands side by side in a row has one baseline, but for this share of its size.</summary>
    private const float SameBaseline = 0.15f;

    private static int DecimalPoints(string text)
    {
        int points = 0;
        for (int i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] == '.' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
                points++;
        }

        return points;
    }

    /// <summary>
    /// Parts cells whose every piece of text keeps to one column: those with several amounts, and then
    /// the others that span the same columns.
    /// </summary>
    private static bool PartColumns(Lattice lattice, Grid grid, List<RunLine> lines)
    {
        HashSet<(int, int)> spans = [];
        foreach (GridCell cell in grid.Cells.Where(HoldsSeveral))
        {
            if (RunsIn(cell, lines).Count(run => run.IsNumber) >= 2 && KeepToColumns(lattice, cell, lines))
                spans.Add((cell.Column, cell.ColumnSpan));
        }

        foreach (GridCell cell in grid.Cells)
        {
            if (!spans.Contains((cell.Column, cell.ColumnSpan)) || !KeepToColumns(lattice, cell, lines))
                continue;
            for (int row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                for (int column = cell.Column + 1; column < cell.Column + cell.ColumnSpan; column++)
                    lattice.CloseBefore(row, column);
            }
        }

        return spans.Count > 0;
    }

    private static bool KeepToColumns(Lattice lattice, GridCell cell, List<RunLine> lines) =>
        RunsIn(cell, lines).All(run => lattice.ColumnAt(run.Box.Left + 1) == lattice.ColumnAt(run.Box.Right - 1));

    private static IEnumerable<TextRun> RunsIn(GridCell cell, List<RunLine> lines) =>
        lines.Where(line => line.Middle < cell.Box.Top && line.Middle > cell.Box.Bottom)
            .SelectMany(line => line.Runs)
            .Where(run => run.Box.CenterX > cell.Box.Left && run.Box.CenterX < cell.Box.Right);

    /// <summary>Parts the rows in which two cells or more hold stacks of amounts.</summary>
    private static Lattice PartRows(Lattice lattice, Grid grid, List<RunLine> lines)
    {
        List<float> borders = [];
        foreach (IGrouping<int, GridCell> stacks in grid.Cells.Where(cell => cell.RowSpan == 1 && HoldsStack(cell)).GroupBy(cell => cell.Row))
        {
            if (!stacks.Skip(1).Any())
                continue;
            (float top, float bottom) = (lattice.Y[stacks.Key], lattice.Y[stacks.Key + 1]);
            Block block = new() { Lines = lines.FindAll(line => line.Middle < top && line.Middle > bottom), HeadLines = 0 };
            List<List<RunLine>> rows = BodyRows.Of(block);
            for (int row = 1; row < rows.Count; row++)
                borders.Add((rows[row - 1].Min(line => line.Bottom) + rows[row].Max(line => line.Top)) / 2);
        }

        return borders.Count == 0 ? lattice : lattice.WithRowBorders(borders);
    }
}
