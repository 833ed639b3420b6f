using Ingest.Contract.Grids;
using Ingest.Tables.Lattices;
using Tabula;

namespace Ingest.Pdf.Tabula;

/// <summary>Cells that are rectangles on the page as a lattice: borders, and where they part slots.</summary>
internal static class CellLattice
{
    // Tabula rounds to hundredths and has made one of lines closer than a letter.
    private const float SameEdge = 0.5f;

    /// <returns>Null when there are too many or too few slots for a table.</returns>
    public static Lattice? Of(IReadOnlyList<Cell> cells)
    {
        float[] x = EdgeCluster.Of([.. cells.SelectMany(cell => new[] { (float)cell.Left, (float)cell.Right })], SameEdge);
        float[] upwards = EdgeCluster.Of([.. cells.SelectMany(cell => new[] { (float)cell.Bottom, (float)cell.Top })], SameEdge);
        if (x.Length < 2 || upwards.Length < 2 || Lattice.TooMany(upwards.Length, x.Length))
            return null;
        float[] y = [.. upwards.Reverse()];
        var lattice = new Lattice(x, y, GridEvidence.Ruled);
        foreach (Cell cell in cells)
        {
            int last = y.Length - 1;
            Enclose(
                lattice,
                last - EdgeCluster.Nearest(upwards, (float)cell.Top), last - EdgeCluster.Nearest(upwards, (float)cell.Bottom),
                EdgeCluster.Nearest(x, (float)cell.Left), EdgeCluster.Nearest(x, (float)cell.Right));
        }

        return lattice;
    }

    /// <summary>Parts the slots inside from those around them.</summary>
    private static void Enclose(Lattice lattice, int top, int bottom, int left, int right)
    {
        for (int column = left; column < right; column++)
        {
            lattice.CloseAbove(top, column);
            if (bottom < lattice.Rows)
                lattice.CloseAbove(bottom, column);
        }

        for (int row = top; row < bottom; row++)
        {
            lattice.CloseBefore(row, left);
            if (right < lattice.Columns)
                lattice.CloseBefore(row, right);
        }
    }
}
