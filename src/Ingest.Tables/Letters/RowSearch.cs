namespace Ingest.Tables.Letters;

/// <summary>Finds the letters around a place among rows that go from the top down.</summary>
internal static class RowSearch
{
    /// <summary>Index of the first row whose baseline is not above a height.</summary>
    public static int FirstBelow(GlyphRows rows, float y)
    {
        int low = 0;
        int high = rows.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (rows[middle][0].BaseY > y)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Index of the first letter of a row that begins at a place or right of it.</summary>
    public static int FirstFrom(ReadOnlySpan<Glyph> row, float x)
    {
        int low = 0;
        int high = row.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (row[middle].Box.Left < x)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
