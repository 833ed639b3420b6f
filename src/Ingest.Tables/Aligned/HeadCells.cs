namespace Ingest.Tables.Aligned;

/// <summary>The texts of a head, sorted into heads of one column and heads of several.</summary>
internal sealed class HeadCells
{
    /// <summary>All heads, in the order of their first lines.</summary>
    public List<HeadCell> Cells { get; private init; } = [];

    /// <summary>Heads of single columns, left to right.</summary>
    public List<HeadCell> Leaves { get; } = [];

    /// <summary>Heads that stand over other heads.</summary>
    public List<HeadCell> Groups { get; } = [];

    public static HeadCells Of(Block block, List<ColumnBody> bodies) => Of(block, Joined(block, bodies));

    /// <summary>
    /// The same with each line of a head of several columns as a head of its own: what looks like one text in two lines may be a
    /// head over a head. Null where there is none.
    /// </summary>
    public static HeadCells? WithLinesApart(Block block, List<ColumnBody> bodies)
    {
        HashSet<HeadCell> broken = [.. Of(block, bodies).Groups.Where(group => group.Lines > 1)];
        return broken.Count == 0 ? null : Of(block, [.. Of(block, bodies).Cells.SelectMany(cell => broken.Any(group => group.Box == cell.Box) ? cell.Apart() : [cell])]);
    }

    private static HeadCells Of(Block block, List<HeadCell> cells)
    {
        HeadCells heads = new() { Cells = cells };
        if (cells.Count == 0)
            return heads;
        float em = block.EmSize;
        float middle = (cells.Max(cell => cell.Box.Top) + cells.Min(cell => cell.Box.Bottom)) / 2;
        foreach (HeadCell cell in cells)
            (StandsOverOthers(cell, cells, middle, em) ? heads.Groups : heads.Leaves).Add(cell);
        heads.Leaves.Sort(static (a, b) => a.Box.CenterX.CompareTo(b.Box.CenterX));
        return heads;
    }

    /// <summary>Says which of the heads are those of single columns; all others stand over several.</summary>
    public void Sort(HashSet<HeadCell> leaves)
    {
        List<HeadCell> all = [.. Leaves, .. Groups];
        Leaves.Clear();
        Groups.Clear();
        foreach (HeadCell cell in all)
            (leaves.Contains(cell) ? Leaves : Groups).Add(cell);
        Leaves.Sort(static (a, b) => a.Box.CenterX.CompareTo(b.Box.CenterX));
    }

    /// <summary>Takes a head of a single column for one of several, or the reverse.</summary>
    public void Turn(int cell)
    {
        HeadCell turned = Cells[cell];
        if (!Leaves.Remove(turned))
        {
            Groups.Remove(turned);
            Leaves.Add(turned);
            Leaves.Sort(static (a, b) => a.Box.CenterX.CompareTo(b.Box.CenterX));
            turned.Beneath.Clear();
            return;
        }

        Groups.Add(turned);
    }

    /// <summary>
    /// Heads of which it is not certain over how many columns they stand: others are lower, but none of them right beneath.
    /// </summary>
    public List<int> Ambiguous(float em)
    {
        List<int> ambiguous = [];
        for (int i = 0; i < Cells.Count; i++)
        {
            HeadCell cell = Cells[i];
            List<HeadCell> lower = Cells.FindAll(other => cell.Box.CenterY - other.Box.CenterY >= 0.8f * em);
            if (lower.Count > 0 && !lower.Exists(other => cell.OverlapX(other.Box.Left, other.Box.Right) > 0.2f * Math.Min(cell.Box.Width, other.Box.Width)))
                ambiguous.Add(i);
        }

        return ambiguous;
    }

    /// <summary>
    /// In a head of three rows the head of two columns may stand in the very middle, where one of a single
    /// column would. If it is centred between two lower heads, and beneath the three there are not three
    /// columns, it is theirs.
    /// </summary>
    public void MoveGroups(List<ColumnBody> bodies, Block block)
    {
        float em = block.EmSize;
        List<HeadCell> over = [];
        for (int i = 1; i + 1 < Leaves.Count; i++)
        {
            (HeadCell left, HeadCell cell, HeadCell right) = (Leaves[i - 1], Leaves[i], Leaves[i + 1]);
            bool higher = cell.Box.CenterY - left.Box.CenterY > 0.8f * em && cell.Box.CenterY - right.Box.CenterY > 0.8f * em;
            bool free = bodies.Count(body => body.CenterX > left.Box.CenterX - em && body.CenterX < right.Box.CenterX - em / 2) <= 1;
            bool centred = Math.Abs((left.Box.CenterX + right.Box.CenterX) / 2 - cell.Box.CenterX) <= em;
            if (higher && ((centred && free) || block.IsRuledUnder(cell.Box, left.Box.CenterX, right.Box.CenterX)))
            {
                cell.Beneath.AddRange([left, right]);
                over.Add(cell);
            }
        }

        Groups.AddRange(over);
        Leaves.RemoveAll(over.Contains);
    }

    private static List<HeadCell> Joined(Block block, List<ColumnBody> bodies)
    {
        List<HeadCell> cells = [];
        foreach (RunLine line in block.Head.Select(line => SplitBetween(bodies, line)))
        {
            foreach (TextRun run in line.Runs)
            {
                if (!cells.Exists(cell => cell.TryContinue(run, line, block)))
                    cells.Add(new HeadCell(run, line));
            }
        }

        return cells;
    }

    /// <summary>Parts heads that nearly touch where the body has a gap between two columns.</summary>
    private static RunLine SplitBetween(List<ColumnBody> bodies, RunLine line)
    {
        if (!line.Runs.Exists(run => run.FineGaps is not null))
            return line;
        return line with { Runs = [.. line.Runs.SelectMany(run => run.SplitAt(IsBetween))] };

        bool IsBetween(float x)
        {
            for (int i = 1; i < bodies.Count; i++)
            {
                if (x >= bodies[i - 1].Right && x <= bodies[i].Left)
                    return true;
            }

            return false;
        }
    }

    /// <summary>
    /// The head of several columns has other heads beneath it. When they leave its middle free, as two
    /// columns do, its height tells: a head of one column beside it is set in the middle of the head.
    /// </summary>
    private static bool StandsOverOthers(HeadCell cell, List<HeadCell> cells, float middle, float em)
    {
        HeadCell? nearest = null;
        foreach (HeadCell other in cells)
        {
            if (cell.Box.CenterY - other.Box.CenterY < 0.8f * em)
                continue;
            if (cell.OverlapX(other.Box.Left, other.Box.Right) > 0.2f * Math.Min(cell.Box.Width, other.Box.Width))
                cell.Beneath.Add(other);
            if (nearest is null || Math.Abs(other.Box.CenterX - cell.Box.CenterX) < Math.Abs(nearest.Box.CenterX - cell.Box.CenterX))
                nearest = other;
        }

        if (cell.Beneath.Count == 0 && nearest is not null && cell.Box.CenterY > middle + 0.4f * em)
            cell.Beneath.Add(nearest);
        return cell.Beneath.Count > 0;
    }
}
