using Ingest.Tables.Lattices;

namespace Ingest.Tables.Ruled;

/// <summary>
/// Removes borders that separate nothing, such as those a free-standing underline or a stub inside a
/// cell suggested.
/// </summary>
internal static class LatticeCompaction
{
    public static Lattice Of(Lattice lattice)
    {
        int[] rows = [.. Enumerable.Range(0, lattice.Rows).Where(row => SeparatesRow(lattice, row))];
        int[] columns = [.. Enumerable.Range(0, lattice.Columns).Where(column => SeparatesColumn(lattice, column))];
        return rows.Length == lattice.Rows && columns.Length == lattice.Columns ? lattice : Keep(lattice, rows, columns);
    }

    private static bool SeparatesRow(Lattice lattice, int row)
    {
        for (int column = 0; column < lattice.Columns; column++)
        {
            if (lattice.IsClosedAbove(row, column))
                return true;
        }

        return false;
    }

    private static bool SeparatesColumn(Lattice lattice, int column)
    {
        for (int row = 0; row < lattice.Rows; row++)
        {
            if (lattice.IsClosedBefore(row, column))
                return true;
        }

        return false;
    }

    private static Lattice Keep(Lattice lattice, int[] rows, int[] columns)
    {
        Lattice kept = new(
            [.. columns.Select(column => lattice.X[column]), lattice.X[^1]],
            [.. rows.Select(row => lattice.Y[row]), lattice.Y[^1]],
            lattice.Evidence);
        for (int r = 0; r < rows.Length; r++)
        {
            for (int c = 0; c < columns.Length; c++)
            {
                if (AnyClosedAbove(lattice, rows[r], columns[c], End(columns, c, lattice.Columns)))
                    kept.CloseAbove(r, c);
                if (AnyClosedBefore(lattice, columns[c], rows[r], End(rows, r, lattice.Rows)))
                    kept.CloseBefore(r, c);
            }
        }

        return kept;
    }

    private static int End(int[] kept, int index, int count) => index + 1 < kept.Length ? kept[index + 1] : count;

    private static bool AnyClosedAbove(Lattice lattice, int row, int from, int to)
    {
        for (int column = from; column < to; column++)
        {
            if (lattice.IsClosedAbove(row, column))
                return true;
        }

        return false;
    }

    private static bool AnyClosedBefore(Lattice lattice, int column, int from, int to)
    {
        for (int row = from; row < to; row++)
        {
            if (lattice.IsClosedBefore(row, column))
                return true;
        }

        return false;
    }
}
