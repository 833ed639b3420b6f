using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Tables.Lattices;
using Ingest.Tables.Upright;

namespace Ingest.Tables.Cells;

/// <summary>Finds the cells of a table that <see cref="PageTraces"/> make unsure.</summary>
internal sealed class CellTraces(UprightPage page, Lattice lattice, CellSpans cells)
{
    /// <summary>A dark fill has to lie over a cell by this much, in sizes of the text, to stand in it.</summary>
    private const float LeastOverlap = 0.4f;

    /// <summary>A table that ends this close to the edge of what is shown may go on beyond it; points.</summary>
    private const float EdgeReach = 12;

    /// <summary>What is drawn higher than this, in sizes of the text, is a seal, a photograph or a ground and no number.</summary>
    private const float TallestNumber = 2;

    /// <summary>More figures than the number of a page has.</summary>
    private const int MoreThanAPageNumber = 4;

    /// <summary>Figures in rows of the table lie beyond the edge of what is shown.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Adds the doubts about the cells of one table.</summary>
    /// <param name="doubts">Of each cell; added to.</param>
    /// <param name="lines">What each cell holds.</param>
    public void AddTo(CellDoubts[] doubts, ImmutableArray<TextLine>[] lines)
    {
        int cutOff = 0;
        foreach (Box figure in page.Traces.Figures)
        {
            int cell = CellOf(figure);
            cutOff += IsAcrossTheEdge(figure) ? 1 : 0;
            if (cell >= 0)
                doubts[cell] |= CellDoubts.Hidden;
            IsCutOff |= cell >= 0 && !lattice.Box.Contains(figure.CenterX, figure.CenterY);
        }

        IsCutOff |= cutOff > MoreThanAPageNumber;
        foreach (Box sign in page.Traces.Signs)
        {
            if (cells.At(sign.CenterX, sign.CenterY) is >= 0 and var cell)
                doubts[cell] |= CellDoubts.Sign;
        }

        foreach (Box cover in page.Traces.DarkFills)
            MarkWhere(cover, doubts, CellDoubts.Hidden, cell => IsOver(cells.BoxOf(cell), cover) && !lines[cell].Any(line => Touches(line.Box, cover)));
        foreach (Box drawing in page.Traces.Drawings)
        {
            if (drawing.Height <= TallestNumber * page.EmSize)
                MarkWhere(drawing, doubts, CellDoubts.Drawn, cell => lines[cell].IsEmpty && IsOver(cells.BoxOf(cell), drawing));
        }

        foreach (Box strike in page.Traces.Strikes)
            MarkWhere(strike, doubts, CellDoubts.StruckThrough, cell => lines[cell].Any(line => Touches(line.Box, strike)));
        foreach (Box place in page.Traces.DigitPlaces)
            MarkWhere(place, doubts, CellDoubts.DigitPlaces, cell => lines[cell].Any(line => Touches(line.Box, place) && IsWholeNumber(line.Text)));
    }

    /// <summary>The cell that a hidden figure stands in, or from which it was cut off with the rest of the table; −1 for none.</summary>
    private int CellOf(Box figure)
    {
        (float x, float y) = (figure.CenterX, figure.CenterY);
        int row = lattice.RowAt(y);
        if (row < 0)
            return -1;
        if (x > lattice.X[^1] && lattice.X[^1] >= page.Visible.Right - EdgeReach)
            return cells[row, lattice.Columns - 1];
        if (x < lattice.X[0] && lattice.X[0] <= page.Visible.Left + EdgeReach)
            return cells[row, 0];
        return cells.At(x, y);
    }

    /// <summary>It lies below or above a table that ends at the edge of what is shown, under or over its columns.</summary>
    private bool IsAcrossTheEdge(Box figure)
    {
        float reach = Math.Max(EdgeReach, 2 * page.EmSize);
        (float x, float y) = (figure.CenterX, figure.CenterY);
        return x > lattice.X[0] && x < lattice.X[^1]
            && ((y < page.Visible.Bottom && lattice.Y[^1] <= page.Visible.Bottom + reach) || (y > page.Visible.Top && lattice.Y[0] >= page.Visible.Top - reach));
    }

    private void MarkWhere(Box box, CellDoubts[] doubts, CellDoubts doubt, Func<int, bool> isHit)
    {
        Box table = lattice.Box;
        if (!table.Meets(box))
            return;
        int top = lattice.RowAt(Math.Min(box.Top, table.Top));
        int bottom = lattice.RowAt(Math.Max(box.Bottom, table.Bottom));
        int left = lattice.ColumnAt(Math.Max(box.Left, table.Left));
        int right = lattice.ColumnAt(Math.Min(box.Right, table.Right));
        for (int row = top; row <= bottom && row >= 0; row++)
        {
            for (int column = left; column <= right && column >= 0; column++)
            {
                int cell = cells[row, column];
                if ((doubts[cell] & doubt) == 0 && isHit(cell))
                    doubts[cell] |= doubt;
            }
        }
    }

    private bool IsOver(Box cell, Box cover)
    {
        float least = LeastOverlap * page.EmSize;
        return Math.Min(cell.Right, cover.Right) - Math.Max(cell.Left, cover.Left) >= least
            && Math.Min(cell.Top, cover.Top) - Math.Max(cell.Bottom, cover.Bottom) >= least;
    }

    private static bool Touches(Box text, Box mark) =>
        Math.Min(text.Right, mark.Right) >= Math.Max(text.Left, mark.Left) && Math.Min(text.Top, mark.Top) >= Math.Max(text.Bottom, mark.Bottom);

    private static bool IsWholeNumber(string text) => HasDigit(text) && text.AsSpan().IndexOfAny('.', '．') < 0;

    private static bool HasDigit(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
}
