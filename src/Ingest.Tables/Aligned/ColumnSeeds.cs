using Ingest.Contract.Geometry;

namespace Ingest.Tables.Aligned;

/// <summary>Finds the middles of the columns by what stands over them.</summary>
internal static class ColumnSeeds
{
    /// <summary>A head and a number whose middles are closer, in sizes of the text, are of one column.</summary>
    private const float SameCenter = 1;

    /// <summary>
    /// Columns as the numbering row counts them, each with the lowest head over it; heads that no number stands under are
    /// columns of their own. Sorts the heads into those of single columns and those of several.
    /// </summary>
    public static List<ColumnSeed> Numbered(HeadCells heads, List<TextRun> marks, float em)
    {
        List<HeadCell> cells = [.. heads.Leaves, .. heads.Groups];
        List<ColumnSeed> seeds = [];
        HashSet<HeadCell> leaves = [];
        for (int i = 0; i < marks.Count; i++)
        {
            Box mark = marks[i].Box;
            HeadCell? head = cells.Where(cell => Math.Abs(cell.Box.CenterX - mark.CenterX) <= SameCenter * em).MinBy(cell => cell.Box.Bottom)
                ?? cells.Where(cell => cell.OverlapX(mark.Left, mark.Right) > 0 && !ReachesOthers(cell, marks, i)).MinBy(cell => cell.Box.Bottom);
            if (head is not null && !leaves.Add(head))
                head = null;
            seeds.Add(new ColumnSeed(mark.CenterX, head));
        }

        foreach (HeadCell cell in cells)
        {
            bool free = !leaves.Contains(cell) && !marks.Exists(mark => cell.OverlapX(mark.Box.Left, mark.Box.Right) > 0);
            if (!free || cells.Exists(other => other != cell && other.Box.CenterY < cell.Box.Bottom && other.OverlapX(cell.Box.Left, cell.Box.Right) > 0)
                || IsBetweenHeads(cell, seeds, cells))
            {
                continue;
            }

            leaves.Add(cell);
            seeds.Add(new ColumnSeed(cell.Box.CenterX, cell));
        }

        seeds.Sort(static (a, b) => a.Center.CompareTo(b.Center));
        heads.Sort(leaves);
        return seeds;
    }

    /// <summary>Columns as the heads of single columns show them.</summary>
    public static List<ColumnSeed> Headed(HeadCells heads) => [.. heads.Leaves.Select(leaf => new ColumnSeed(leaf.Box.CenterX, leaf))];

    private static bool ReachesOthers(HeadCell cell, List<TextRun> marks, int except) =>
        marks.Where((mark, i) => i != except && mark.Box.CenterX > cell.Box.Left && mark.Box.CenterX < cell.Box.Right).Any();

    /// <summary>A head that stands higher than numbered columns on both of its sides is centred over these.</summary>
    private static bool IsBetweenHeads(HeadCell cell, List<ColumnSeed> seeds, List<HeadCell> cells)
    {
        ColumnSeed? left = seeds.Where(seed => seed.Center < cell.Box.CenterX).MaxBy(seed => seed.Center);
        ColumnSeed? right = seeds.Where(seed => seed.Center > cell.Box.CenterX).MinBy(seed => seed.Center);
        return left is not null && right is not null && (IsLower(left) || IsLower(right));

        bool IsLower(ColumnSeed seed) => seed.Head is not { } head || (cells.Contains(head) && head.Box.CenterY < cell.Box.Bottom);
    }
}
