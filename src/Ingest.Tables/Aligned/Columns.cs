namespace Ingest.Tables.Aligned;

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
            columns.Add(new Column { Body = (bodies[i].Left, bodies[i].Right), IsNumeric = bodies[i].IsNumeric, Numbers = bodies[i].Numbers, Head = heads[i], OwnsHead = owns });
        }

        columns.AddRange(leaves.Where(leaf => !matched.Contains(leaf)).Select(leaf => new Column { Head = leaf, OwnsHead = true }));
        columns.Sort(static (a, b) => (a.Left + a.Right).CompareTo(b.Left + b.Right));
        return columns;
    }

    /// <summary>
    /// A column may hold a centred "1" of the row that numbers the columns, and amounts at its right edge
    /// that do not overlap it; or a centred ※ and names at its left edge. The two never stand in one line,
    /// nor under different heads. Amounts of one column always overlap, however they are set: those that do
    /// not are of two columns, even if no row fills both.
    /// </summary>
    private static List<ColumnBody> Merge(List<ColumnBody> bodies, ref HeadCell?[] heads)
    {
        List<ColumnBody> merged = [.. bodies];
        List<HeadCell?> mergedHeads = [.. heads];
        for (int i = 0; i < merged.Count; i++)
        {
            int other = merged[i].IsNumeric ? i - 1 : i + 1;
            other = AreOneColumn(i, other) ? other : 2 * i - other;
            if (!AreOneColumn(i, other))
                continue;
            merged[other].Absorb(merged[i]);
            mergedHeads[other] ??= mergedHeads[i];
            merged.RemoveAt(i);
            mergedHeads.RemoveAt(i);
            i = -1;
        }

        heads = [.. mergedHeads];
        return merged;

        bool AreOneColumn(int one, int two) =>
            two >= 0 && two < merged.Count
            && (mergedHeads[one] is null || (mergedHeads[two] is not null && mergedHeads[one] == mergedHeads[two]))
            && merged[one].IsNumeric == merged[two].IsNumeric && !merged[one].MeetsIn(merged[two])
            && (!merged[one].IsNumeric || merged[one].IsNarrow || merged[two].IsNarrow);
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
}
