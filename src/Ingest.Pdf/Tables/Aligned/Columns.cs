namespace Ingest.Pdf.Tables.Aligned;

/// <summary>Brings the columns of the body and the heads above them together.</summary>
internal static class Columns
{
    /// <summary>Left to right; a head without a body is an empty column, a body without a head one without a name.</summary>
    public static List<Column> Of(List<ColumnBody> bodies, List<HeadCell> leaves)
    {
        HeadCell?[] heads = new HeadCell?[bodies.Count];
        for (int i = 0; i < bodies.Count; i++)
            heads[i] = Overlapping(bodies[i], leaves);
        HashSet<HeadCell> matched = [.. heads.OfType<HeadCell>()];
        for (int i = 0; i < bodies.Count; i++)
        {
            if (heads[i] is null && Beside(bodies, i, leaves, matched) is { } head)
                matched.Add(heads[i] = head);
        }

        bodies = Merge(bodies, ref heads);

        List<Column> columns = [];
        for (int i = 0; i < bodies.Count; i++)
        {
            bool owns = heads[i] is null || heads.Count(head => head == heads[i]) == 1;
            columns.Add(new Column { Body = bodies[i], Head = heads[i], OwnsHead = owns });
        }

        columns.AddRange(leaves.Where(leaf => !matched.Contains(leaf)).Select(leaf => new Column { Head = leaf, OwnsHead = true }));
        columns.Sort(static (a, b) => (a.Left + a.Right).CompareTo(b.Left + b.Right));
        return columns;
    }

    /// <summary>
    /// A column may hold a centred "1" of the row that numbers the columns, and amounts at its right edge
    /// that do not overlap it. The two never stand in one line, nor under different heads.
    /// </summary>
    private static List<ColumnBody> Merge(List<ColumnBody> bodies, ref HeadCell?[] heads)
    {
        List<ColumnBody> merged = [];
        List<HeadCell?> mergedHeads = [];
        for (int i = 0; i < bodies.Count; i++)
        {
            bool sameColumn = merged.Count > 0
                && (heads[i] is null || mergedHeads[^1] is null || heads[i] == mergedHeads[^1])
                && merged[^1].IsNumeric == bodies[i].IsNumeric && !merged[^1].MeetsIn(bodies[i]);
            if (sameColumn)
            {
                merged[^1].Absorb(bodies[i]);
                mergedHeads[^1] ??= heads[i];
            }
            else
            {
                merged.Add(bodies[i]);
                mergedHeads.Add(heads[i]);
            }
        }

        heads = [.. mergedHeads];
        return merged;
    }

    private static HeadCell? Overlapping(ColumnBody body, List<HeadCell> leaves)
    {
        HeadCell? best = null;
        float most = 0;
        foreach (HeadCell leaf in leaves)
        {
            float overlap = leaf.OverlapX(body.Left, body.Right);
            if (overlap > most)
                (best, most) = (leaf, overlap);
        }

        return best;
    }

    /// <summary>
    /// In a wide column the centred head need not overlap what stands beneath: amounts end to its right,
    /// names begin to its left. A free head on that side, with no other column between, is theirs.
    /// </summary>
    private static HeadCell? Beside(List<ColumnBody> bodies, int index, List<HeadCell> leaves, HashSet<HeadCell> matched)
    {
        ColumnBody body = bodies[index];
        float low = index > 0 ? bodies[index - 1].Right : float.MinValue;
        float high = index + 1 < bodies.Count ? bodies[index + 1].Left : float.MaxValue;
        return body.IsNumeric
            ? leaves.LastOrDefault(leaf => !matched.Contains(leaf) && leaf.Box.Right <= body.Left && leaf.Box.CenterX > low)
            : leaves.FirstOrDefault(leaf => !matched.Contains(leaf) && leaf.Box.Left >= body.Right && leaf.Box.CenterX < high);
    }

    /// <summary>x of the borders, one more than columns.</summary>
    public static float[] Borders(List<Column> columns, Block block)
    {
        float em = block.EmSize;
        float[] borders = new float[columns.Count + 1];
        borders[0] = Math.Min(columns[0].Left, block.Sides?.Left ?? columns[0].Left - 0.3f * em);
        borders[^1] = Math.Max(columns[^1].Right, block.Sides?.Right ?? columns[^1].Right + 0.3f * em);
        for (int i = 1; i < columns.Count; i++)
            borders[i] = Between(columns[i - 1], columns[i], block, em);
        return borders;
    }

    /// <summary>
    /// A drawn end of a line or fill in the gap is the border. Otherwise amounts end a padding before it
    /// and names begin a padding behind it.
    /// </summary>
    private static float Between(Column left, Column right, Block block, float em)
    {
        (float from, float to) = (Math.Min(left.Right, right.Left), Math.Max(left.Right, right.Left));
        float middle = (from + to) / 2;
        float? hint = null;
        foreach (float candidate in block.ColumnHints)
        {
            if (candidate >= from - 0.1f * em && candidate <= to + 0.1f * em
                && (hint is null || Math.Abs(candidate - middle) < Math.Abs(hint.Value - middle)))
            {
                hint = candidate;
            }
        }

        if (hint is not null)
            return hint.Value;
        float padding = PaddingOf(block, em);
        if (to - from <= 2 * padding)
            return middle;
        if (left.IsNumeric && left.Body!.Right >= left.Right)
            return from + padding;
        if (right is { IsNumeric: true, OwnsHead: true, Head: { } head })
            return Math.Clamp(2 * head.Box.CenterX - right.Right - padding, from + padding, to - padding);
        return right.Body is { IsNumeric: false } ? to - padding : middle;
    }

    private static float PaddingOf(Block block, float em)
    {
        float beside = block.Sides is { } sides ? sides.Right - block.Lines.Max(line => line.Right) : 0.3f * em;
        return Math.Clamp(beside, 0.1f * em, 0.8f * em);
    }
}
