namespace Ingest.Tables.Aligned;

/// <summary>Where the borders between aligned columns are, which nothing need be drawn to show.</summary>
internal static class ColumnBorders
{
    /// <summary>x of the borders, left to right, one more than columns.</summary>
    public static float[] Of(List<Column> columns, Block block)
    {
        float padding = PaddingOf(block);
        float[] borders = new float[columns.Count + 1];
        bool[] evident = new bool[borders.Length];
        borders[0] = Math.Min(columns[0].Left, block.Sides?.Left ?? columns[0].Left - padding);
        borders[^1] = Math.Max(columns[^1].Right, block.Sides?.Right ?? columns[^1].Right + padding);
        evident[0] = evident[^1] = block.Sides is not null;
        for (int i = 1; i < columns.Count; i++)
        {
            float? evidence = Evidence(columns[i - 1], columns[i], block, padding);
            evident[i] = evidence is not null;
            borders[i] = evidence ?? (columns[i - 1].Right + columns[i].Left) / 2;
        }

        return FromCentredHeads(columns, borders, evident, block.EmSize) ?? borders;
    }

    /// <summary>Moves borders that an estimate put through the head of several columns out to its ends, where nothing else is printed.</summary>
    public static void MakeRoom(float[] borders, List<Column> columns, List<HeadCell> groups)
    {
        foreach (HeadCell group in groups)
        {
            if (group.FirstColumn > 0 && group.Box.Left > columns[group.FirstColumn - 1].Right)
                borders[group.FirstColumn] = Math.Min(borders[group.FirstColumn], group.Box.Left);
            if (group.LastColumn >= 0 && group.LastColumn + 1 < columns.Count && group.Box.Right < columns[group.LastColumn + 1].Left)
                borders[group.LastColumn + 1] = Math.Max(borders[group.LastColumn + 1], group.Box.Right);
        }
    }

    /// <summary>
    /// A drawn end of a line or fill in the gap is the border. Otherwise amounts end a padding before it
    /// and names begin a padding behind it. Null when the gap shows neither.
    /// </summary>
    private static float? Evidence(Column left, Column right, Block block, float padding)
    {
        (float from, float to) = (Math.Min(left.Right, right.Left), Math.Max(left.Right, right.Left));
        if (Drawn(block, from, to) is { } drawn)
            return drawn;
        if (to - from <= 2 * padding)
            return (from + to) / 2;
        if (left is { IsNumeric: true, Body: { } amounts } && amounts.Right >= left.Right)
            return from + padding;
        return right is { IsNumeric: false, Body: { } names } && names.Left <= right.Left ? to - padding : null;
    }

    private static float? Drawn(Block block, float from, float to)
    {
        float slack = 0.1f * block.EmSize;
        float middle = (from + to) / 2;
        float? nearest = null;
        foreach (float hint in block.ColumnHints)
        {
            if (hint >= from - slack && hint <= to + slack
                && (nearest is null || Math.Abs(hint - middle) < Math.Abs(nearest.Value - middle)))
            {
                nearest = hint;
            }
        }

        return nearest;
    }

    private static float PaddingOf(Block block)
    {
        float em = block.EmSize;
        float beside = block.Sides is { } sides ? sides.Right - block.Lines.Max(line => line.Right) : 0.3f * em;
        return Math.Clamp(beside, 0.1f * em, 0.8f * em);
    }

    /// <summary>
    /// When every column has a head centred in it, one border fixes all: the next is as far behind the
    /// middle of the head as the last is before it. The borders that are evident must agree on the
    /// first, and all must fall between the columns; else null.
    /// </summary>
    private static float[]? FromCentredHeads(List<Column> columns, float[] evidence, bool[] evident, float em)
    {
        if (columns.Exists(column => column.Head is null || !column.OwnsHead))
            return null;
        float[] offsets = new float[evidence.Length];
        for (int i = 1; i < offsets.Length; i++)
            offsets[i] = 2 * columns[i - 1].Head!.Box.CenterX - offsets[i - 1];
        List<float> firsts = [];
        for (int i = 0; i < offsets.Length; i++)
        {
            if (evident[i])
                firsts.Add(i % 2 == 0 ? evidence[i] - offsets[i] : offsets[i] - evidence[i]);
        }

        if (firsts.Count == 0)
            return null;
        firsts.Sort();
        float first = firsts[firsts.Count / 2];
        float[] borders = new float[offsets.Length];
        for (int i = 0; i < borders.Length; i++)
        {
            borders[i] = i % 2 == 0 ? offsets[i] + first : offsets[i] - first;
            bool between = (i == 0 || borders[i] >= columns[i - 1].Right - 0.2f * em)
                && (i == columns.Count || borders[i] <= columns[i].Left + 0.2f * em);
            if (!between || (evident[i] && Math.Abs(borders[i] - evidence[i]) > 0.5f * em))
                return null;
        }

        return borders;
    }
}
