namespace Ingest.Tables.Aligned;

/// <summary>One way to take the texts of a block for columns; there may be several.</summary>
/// <param name="Columns">Left to right.</param>
/// <param name="Borders">One more than columns.</param>
/// <param name="Heads">The heads over them.</param>
internal sealed record ColumnSet(List<Column> Columns, float[] Borders, HeadCells Heads)
{
    /// <summary>The column whose borders enclose x, clamped to the first and the last.</summary>
    public int At(float x)
    {
        int index = Array.BinarySearch(Borders, x);
        return Math.Clamp(index >= 0 ? index : ~index - 1, 0, Columns.Count - 1);
    }
}
