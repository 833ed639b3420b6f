using Ingest.Contract.Grids;
using Ingest.Tables.Lattices;
using Tabula;

namespace Ingest.Pdf.Tabula;

/// <summary>Rows and columns of pieces of text as a lattice whose borders run midway between them.</summary>
internal static class BasicLattice
{
    /// <returns>Null when the pieces make no table of at least two rows and columns.</returns>
    public static Lattice? Of(Table table)
    {
        var columns = new Extents(table.ColumnCount);
        var rows = new Extents(table.RowCount);
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int column = 0; column < table.ColumnCount; column++)
            {
                Cell cell = table[row, column];
                if (cell.Width <= 0)
                    continue;
                columns.Add(column, (float)cell.Left, (float)cell.Right);
                // Downwards, so that rows come in order.
                rows.Add(row, (float)-cell.Top, (float)-cell.Bottom);
            }
        }

        float[] x = columns.Borders();
        float[] y = [.. rows.Borders().Select(border => -border)];
        if (x.Length < 3 || y.Length < 3 || Lattice.TooMany(y.Length, x.Length))
            return null;
        var lattice = new Lattice(x, y, GridEvidence.Aligned);
        lattice.CloseAll();
        return lattice;
    }

    /// <summary>From where to where each row or column reaches.</summary>
    private sealed class Extents(int count)
    {
        private readonly float[] _from = [.. Enumerable.Repeat(float.MaxValue, count)];
        private readonly float[] _to = [.. Enumerable.Repeat(float.MinValue, count)];

        public void Add(int index, float from, float to)
        {
            _from[index] = Math.Min(_from[index], from);
            _to[index] = Math.Max(_to[index], to);
        }

        /// <summary>Strictly ascending; what overlaps its neighbour is one with it.</summary>
        public float[] Borders()
        {
            int[] used = [.. Enumerable.Range(0, _from.Length).Where(index => _from[index] <= _to[index])];
            if (used.Length == 0)
                return [];
            List<float> borders = [_from[used[0]]];
            for (int i = 1; i < used.Length; i++)
            {
                float border = (_to[used[i - 1]] + _from[used[i]]) / 2;
                if (border > borders[^1])
                    borders.Add(border);
            }

            float end = used.Max(index => _to[index]);
            if (end > borders[^1])
                borders.Add(end);
            return [.. borders];
        }
    }
}
