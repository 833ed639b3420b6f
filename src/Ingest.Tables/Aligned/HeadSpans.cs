namespace Ingest.Tables.Aligned;

/// <summary>Finds which columns the heads of several columns stand over, and the rows of the head.</summary>
internal static class HeadSpans
{
    /// <summary>Sets the columns and levels of all head cells; answers the number of levels.</summary>
    public static int Assign(HeadCells heads, List<Column> columns, float[] borders, Block block)
    {
        float em = block.EmSize;
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Head is not { } head)
                continue;
            head.FirstColumn = head.FirstColumn < 0 ? i : head.FirstColumn;
            head.LastColumn = i;
        }

        float top = heads.Cells.Count == 0 ? 0 : heads.Cells.Max(cell => cell.Box.Top);
        float bottom = heads.Cells.Count == 0 ? 0 : heads.Cells.Min(cell => cell.Box.Bottom);
        List<(HeadCell Group, int Low, int High)> beneath = heads.Groups.ConvertAll(group => Beneath(group, columns, borders, em));

        // From the lowest up, so that a head never parts the columns of a head beneath it.
        foreach ((HeadCell group, int low, int high) in beneath.OrderBy(entry => entry.Group.Box.CenterY))
        {
            List<HeadCell> lower = heads.Groups.FindAll(other => other.FirstColumn >= 0 && other.Box.CenterY < group.Box.Bottom);
            float height = Enumerable.Range(low, high - low + 1).Max(column => HeightBelow(column, columns, lower)) + 0.3f * em;
            Span(group, low, high, lower, borders, column =>
                (lower.Exists(other => other.Covers(column)) || HeightBelow(column, columns, lower) <= height)
                && !(columns[column].Head is { } leaf && FillsHead(leaf, group, top, bottom))
                && !block.IsBeyondRule(group.Box, (borders[column] + borders[column + 1]) / 2)
                && !beneath.Exists(other => other.Group != group && AreLevel(other.Group, group) && column >= other.Low && column <= other.High));
        }

        return AssignLevels(heads);
    }

    /// <summary>
    /// Heads of several columns are centred over them. Of all runs of free columns around those directly
    /// beneath the text, the widest that has its middle where the text has it.
    /// </summary>
    private static void Span(HeadCell group, int low, int high, List<HeadCell> lower, float[] borders, Func<int, bool> isFree)
    {
        float best = float.MaxValue;
        (group.FirstColumn, group.LastColumn) = (low, high);
        int width = 0;
        for (int first = low; first >= 0 && (first == low || isFree(first)); first--)
        {
            for (int last = high; last < borders.Length - 1 && (last == high || isFree(last)); last++)
            {
                float offset = Math.Abs((borders[first] + borders[last + 1]) / 2 - group.Box.CenterX);
                float slack = 0.5f * group.Box.Height;
                if (last > first && lower.TrueForAll(other => other.FitsUnder(group, first, last)) && (offset < best - slack || (offset <= best + slack && last - first > width)))
                    (best, width, group.FirstColumn, group.LastColumn) = (Math.Min(best, offset), last - first, first, last);
            }
        }
    }

    /// <summary>
    /// A head with nothing over it is set in the middle of the whole head, one beneath a group in the middle of what the group
    /// leaves: which of the two a text is nearer to.
    /// </summary>
    private static bool FillsHead(HeadCell leaf, HeadCell group, float top, float bottom)
    {
        float beside = Math.Abs(leaf.Box.CenterY - (top + bottom) / 2);
        float beneath = Math.Abs(leaf.Box.CenterY - (group.Box.Bottom + bottom) / 2);
        return beside < beneath;
    }

    private static bool AreLevel(HeadCell a, HeadCell b) => a.Box.Bottom < b.Box.CenterY && a.Box.Top > b.Box.CenterY;

    /// <summary>
    /// How high the heads of a column reach, up to a given head of several columns. Heads in one row of
    /// the head have their middles at one height; one beside them that fills more rows has it higher.
    /// </summary>
    private static float HeightBelow(int column, List<Column> columns, List<HeadCell> lower)
    {
        float height = columns[column].Head?.Box.CenterY ?? float.MinValue;
        foreach (HeadCell group in lower)
        {
            if (group.Covers(column))
                height = Math.Max(height, group.Box.CenterY);
        }

        return height;
    }

    /// <summary>The columns that the text itself reaches over.</summary>
    private static (HeadCell Group, int Low, int High) Beneath(HeadCell group, List<Column> columns, float[] borders, float em)
    {
        int low = -1;
        int high = -1;
        int nearest = 0;
        for (int i = 0; i < columns.Count; i++)
        {
            if (DistanceTo(group, columns[i]) < DistanceTo(group, columns[nearest]))
                nearest = i;
            bool lower = columns[i].Head is not { } head || group.Box.CenterY - head.Box.CenterY > 0.5f * em;
            bool beneath = lower && ReachesOver(group, columns[i], borders[i], borders[i + 1], em);
            if (!beneath && !group.Beneath.Contains(columns[i].Head!))
                continue;
            low = low < 0 ? i : low;
            high = i;
        }

        return low >= 0 ? (group, low, high) : (group, nearest, nearest);
    }

    /// <summary>Where a border lies between two columns is an estimate: a text that only juts over it must reach what is printed beyond.</summary>
    private static bool ReachesOver(HeadCell group, Column column, float left, float right, float em)
    {
        float overlap = group.OverlapX(left, right);
        return overlap > 0.5f * em
            && (overlap > 0.5f * Math.Min(right - left, group.Box.Width) || group.OverlapX(column.Left, column.Right) > 0);
    }

    private static float DistanceTo(HeadCell group, Column column) =>
        Math.Abs((column.Left + column.Right) / 2 - group.Box.CenterX);

    /// <summary>A head stands one level below the lowest group over its columns.</summary>
    private static int AssignLevels(HeadCells heads)
    {
        int levels = 1;
        foreach (HeadCell group in heads.Groups.OrderByDescending(group => group.Box.CenterY))
            group.Level = LevelUnder(heads.Groups, group);
        foreach (HeadCell leaf in heads.Leaves)
            levels = Math.Max(levels, 1 + (leaf.Level = LevelUnder(heads.Groups, leaf)));
        foreach (HeadCell group in heads.Groups)
            levels = Math.Max(levels, 2 + group.Level);
        return levels;
    }

    private static int LevelUnder(List<HeadCell> groups, HeadCell cell)
    {
        int level = 0;
        foreach (HeadCell group in groups)
        {
            if (group != cell && group.Box.CenterY > cell.Box.CenterY
                && group.FirstColumn <= cell.FirstColumn && group.LastColumn >= cell.LastColumn)
            {
                level = Math.Max(level, group.Level + 1);
            }
        }

        return level;
    }
}
