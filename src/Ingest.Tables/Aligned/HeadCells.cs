namespace Ingest.Tables.Aligned;

/// <summary>The texts of a head, sorted into heads of one column and heads of several.</summary>
internal sealed class HeadCells
{
    /// <summary>Heads of single columns, left to right.</summary>
    public List<HeadCell> Leaves { get; } = [];

    /// <summary>Heads that stand over other heads.</summary>
    public List<HeadCell> Groups { get; } = [];

    public static HeadCells Of(Block block, List<ColumnBody> bodies)
    {
        HeadCells heads = new();
        List<HeadCell> cells = Joined(block, bodies);
        if (cells.Count == 0)
            return heads;
        float em = block.EmSize;
        float middle = (cells.Max(cell => cell.Box.Top) + cells.Min(cell => cell.Box.Bottom)) / 2;
        foreach (HeadCell cell in cells)
            (StandsOverOthers(cell, cells, middle, em) ? heads.Groups : heads.Leaves).Add(cell);
        heads.Leaves.Sort(static (a, b) => a.Box.CenterX.CompareTo(b.Box.CenterX));
        return heads;
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
                    cells.Add(new HeadCell(run, line.Baseline));
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
