namespace Ingest.Tables.Aligned;

/// <summary>
/// Finds the borders between columns whose middles are known, all at once: a border lies between two middles, cuts no
/// text, and every column has its head in its middle, its amounts at its right edge or in its middle and its names at
/// its left edge. The cheapest set of borders is found column by column from the left.
/// </summary>
internal sealed class BorderSearch(BodyProfile profile, Block block)
{
    // What a flaw costs. A text that is cut weighs more than a head that stands a size away from the middle of its
    // column; what is far off is counted no higher than a certain distance, for some heads are simply not centred.
    private const float Cut = 3;
    private const float OffCenter = 2;
    private const float FarthestOffCenter = 2;
    private const float HeadOverflow = 4;
    private const float AmountsOff = 1;
    private const float NamesOff = 0.3f;
    private const float FarthestOff = 4;
    private const float MissedHint = 1;
    private const float Crowded = 0.4f;

    /// <summary>Padding, in sizes of the text, that amounts or names may keep from their border.</summary>
    private const float AmountPadding = 1;
    private const float NamePadding = 1.5f;

    /// <summary>A border lies at least so far, in sizes, from the middle of a column.</summary>
    private const float HalfColumn = 0.3f;

    /// <summary>Outer borders are looked for so far beyond what is printed, in sizes.</summary>
    public const float Margin = 4;

    /// <summary>The borders, one more than columns, and what is wrong with them; null when there is no room for them.</summary>
    public (float[] Borders, float Cost)? Find(IReadOnlyList<ColumnSeed> seeds)
    {
        int columns = seeds.Count;
        (int From, int To)[] ranges = Ranges(seeds);
        if (Array.Exists(ranges, range => range.From > range.To))
            return null;
        int[][] from = new int[columns + 1][];
        float[] costs = Costs(ranges[0]);
        for (int column = 0; column < columns; column++)
        {
            (int firstLeft, int firstRight) = (ranges[column].From, ranges[column + 1].From);
            float[] next = Costs(ranges[column + 1]);
            int[] best = from[column + 1] = new int[next.Length];
            for (int right = 0; right < next.Length; right++)
            {
                float least = float.MaxValue;
                float x = profile.At(firstRight + right);
                for (int left = 0; left < costs.Length; left++)
                {
                    if (costs[left] >= least)
                        continue;
                    float cost = costs[left] + CostOf(seeds[column], profile.At(firstLeft + left), x, least - costs[left]);
                    if (cost < least)
                        (least, best[right]) = (cost, left);
                }

                next[right] += least;
            }

            costs = next;
        }

        return Trace(ranges, from, costs);
    }

    private (float[] Borders, float Cost) Trace((int From, int To)[] ranges, int[][] from, float[] costs)
    {
        float[] borders = new float[ranges.Length];
        int at = Array.IndexOf(costs, costs.Min());
        float cost = costs[at];
        for (int border = borders.Length - 1; border >= 0; border--)
        {
            borders[border] = profile.At(ranges[border].From + at);
            at = border > 0 ? from[border][at] : 0;
        }

        return (borders, cost);
    }

    private (int From, int To)[] Ranges(IReadOnlyList<ColumnSeed> seeds)
    {
        float half = HalfColumn * profile.EmSize;
        (int From, int To)[] ranges = new (int, int)[seeds.Count + 1];
        for (int border = 1; border < seeds.Count; border++)
            ranges[border] = (Position(seeds[border - 1].Center + half, up: true), Position(seeds[border].Center - half, up: false));
        ranges[0] = block.Sides is { } left
            ? (profile.PositionOf(left.Left), profile.PositionOf(left.Left))
            : (0, Position(Math.Min(seeds[0].Center - half, block.TextLeft), up: false));
        ranges[^1] = block.Sides is { } right
            ? (profile.PositionOf(right.Right), profile.PositionOf(right.Right))
            : (Position(Math.Max(seeds[^1].Center + half, block.TextRight), up: true), profile.Count - 1);
        return ranges;
    }

    private int Position(float x, bool up)
    {
        float position = (x - profile.Origin) / profile.Step;
        return Math.Clamp((int)(up ? MathF.Ceiling(position) : MathF.Floor(position)), 0, profile.Count - 1);
    }

    private float[] Costs((int From, int To) range)
    {
        float[] costs = new float[range.To - range.From + 1];
        for (int i = 0; i < costs.Length; i++)
        {
            int position = range.From + i;
            costs[i] = Cut * profile.Cuts(position) + Crowded * (0.5f - profile.Clear(position)) + HintCost(profile.At(position));
        }

        return costs;
    }

    /// <summary>Where the sides of shaded cells or pieces of lines are drawn, a border away from all of them is less likely.</summary>
    private float HintCost(float x)
    {
        if (block.ColumnHints.Count == 0)
            return 0;
        float nearest = float.MaxValue;
        foreach (float hint in block.ColumnHints)
            nearest = Math.Min(nearest, Math.Abs(hint - x));
        return MissedHint * Math.Min(1, nearest / profile.EmSize);
    }

    /// <summary>What speaks against a column between two borders; given up above a limit.</summary>
    private float CostOf(ColumnSeed seed, float left, float right, float limit)
    {
        float em = profile.EmSize;
        float off = Math.Min(Math.Abs((left + right) / 2 - seed.Center) / em, FarthestOffCenter);
        float cost = OffCenter * off * off;
        if (cost >= limit)
            return cost;
        if (seed.Head is { } head)
            cost += HeadOverflow * Math.Min(FarthestOff, (Math.Max(0, left - head.Box.Left) + Math.Max(0, head.Box.Right - right)) / em);
        if (profile.Alignment == NumberAlignment.Right && profile.LastAmountEnd(left, right) is { } end)
            cost += AmountsOff * Beyond((right - end) / em, AmountPadding);
        else if (profile.Alignment == NumberAlignment.Center && profile.AmountCenter(left, right) is { } middle)
            cost += AmountsOff * Beyond(2 * Math.Abs((left + right) / 2 - middle) / em, AmountPadding / 2);
        if (profile.FirstNameStart(left, right) is { } start)
            cost += NamesOff * Beyond((start - left) / em, NamePadding);
        return cost;
    }

    private static float Beyond(float distance, float allowed) => Math.Clamp(distance - allowed, 0, FarthestOff);
}
