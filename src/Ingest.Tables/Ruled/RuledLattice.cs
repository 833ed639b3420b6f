using Ingest.Contract.Grids;
using Ingest.Tables.Lattices;

namespace Ingest.Tables.Ruled;

/// <summary>Builds the lattice of one group of lines.</summary>
internal static class RuledLattice
{
    /// <summary>
    /// The lattice, or null when the lines enclose no table: fewer than two columns (an underline, a
    /// frame around text, a page border), or more slots than <see cref="Lattice.MaximumSlots"/>.
    /// </summary>
    /// <param name="group">Lines in both directions.</param>
    /// <param name="shades">Edges of shaded cells, which separate where lines are missing.</param>
    /// <param name="tolerance">As <see cref="PageRules.Tolerance"/>.</param>
    public static Lattice? Of(LineGroup group, LineGroup shades, float tolerance)
    {
        if (group.Horizontal.Count == 0 || group.Vertical.Count == 0)
            return null;
        float[] x = Edges(group.Vertical, shades.Vertical, group.Horizontal, tolerance);
        float[] y = Edges(group.Horizontal, shades.Horizontal, group.Vertical, tolerance);
        if (x.Length < 3 || y.Length < 2 || Lattice.TooMany(x.Length, y.Length))
            return null;
        Array.Reverse(y);
        Lattice lattice = new(x, y, GridEvidence.Ruled);
        float[] ascending = [.. y.Reverse()];
        foreach (List<Line> lines in new[] { group.Horizontal, shades.Horizontal })
        {
            foreach (Line line in lines)
                CloseAlongRow(lattice, y.Length - 1 - EdgeCluster.Nearest(ascending, line.At), line);
        }

        foreach (List<Line> lines in new[] { group.Vertical, shades.Vertical })
        {
            foreach (Line line in lines)
                CloseAlongColumn(lattice, EdgeCluster.Nearest(x, line.At), line);
        }

        Lattice compact = LatticeCompaction.Of(lattice);
        return compact.Columns < 2 ? null : compact;
    }

    /// <summary>
    /// Border positions in one direction: those of the lines that run along them, and where that leaves a
    /// side of the table open, the end that the crossing lines share.
    /// </summary>
    private static float[] Edges(List<Line> along, List<Line> shades, List<Line> across, float tolerance)
    {
        List<float> positions = new(along.Count + shades.Count + 2);
        foreach (Line line in along)
            positions.Add(line.At);
        foreach (Line shade in shades)
            positions.Add(shade.At);
        float low = positions.Min();
        float high = positions.Max();
        if (OpenEnd(across, line => low - line.Start, tolerance) is { } below)
            positions.Add(low - below);
        if (OpenEnd(across, line => line.End - high, tolerance) is { } above)
            positions.Add(high + above);
        return EdgeCluster.Of(positions, tolerance);
    }

    /// <summary>
    /// How far at least half of the crossing lines (and at least two) reach beyond the outermost border;
    /// null when they do not: one stray line opens no column.
    /// </summary>
    private static float? OpenEnd(List<Line> across, Func<Line, float> reach, float tolerance)
    {
        // Less than two tolerances is a corner drawn carelessly.
        List<float> beyond = [.. across.Select(reach).Where(length => length > 2 * tolerance)];
        if (beyond.Count < 2 || beyond.Count * 2 < across.Count)
            return null;
        beyond.Sort();
        return beyond[beyond.Count / 2];
    }

    private static void CloseAlongRow(Lattice lattice, int row, Line line)
    {
        if (row >= lattice.Rows)
            return;
        for (int column = FirstEndingAfter(lattice.X, line.Start); column < lattice.Columns && lattice.X[column] < line.End; column++)
        {
            if (Covers(line, lattice.X[column], lattice.X[column + 1]))
                lattice.CloseAbove(row, column);
        }
    }

    private static void CloseAlongColumn(Lattice lattice, int column, Line line)
    {
        if (column >= lattice.Columns)
            return;
        int top = lattice.RowAt(Math.Min(line.End, lattice.Y[0]));
        for (int row = Math.Max(top, 0); row < lattice.Rows && lattice.Y[row] > line.Start; row++)
        {
            if (Covers(line, lattice.Y[row + 1], lattice.Y[row]))
                lattice.CloseBefore(row, column);
        }
    }

    private static int FirstEndingAfter(float[] edges, float position)
    {
        int index = Array.BinarySearch(edges, position);
        return Math.Max(index >= 0 ? index : ~index - 1, 0);
    }

    /// <summary>A border counts for a slot when it runs along more than half of it.</summary>
    private static bool Covers(Line line, float from, float to) => line.Overlap(from, to) > 0.5f * (to - from);
}
