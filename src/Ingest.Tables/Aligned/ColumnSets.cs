namespace Ingest.Tables.Aligned;

/// <summary>Makes every way to take the texts of a block for columns that something speaks for, the least troubled first.</summary>
internal static class ColumnSets
{
    // Wider than any printed table; finding which head stands over what compares each with each.
    private const int MostColumns = 100;
    private const int MostHeads = 300;

    /// <summary>Heads that may stand over one column or over several are tried both ways, so many of them at most.</summary>
    private const int MostTurns = 6;

    /// <summary>A way with so much more trouble than the best is not worth a second look.</summary>
    private const int WorthALook = 6;

    public static List<ColumnSet> Of(Block block)
    {
        ColumnGaps.Part(block);
        List<ColumnBody> bodies = ColumnBody.Of(block);
        if (bodies.Count > MostColumns || block.Head.Sum(line => line.Runs.Count) > MostHeads)
            return [];
        List<(ColumnSet Set, int Trouble)> found = [];
        if (block.HeadLines > 0)
        {
            AddSeeded(found, block, bodies);
            AddWithLinesApart(found, block, bodies);
        }

        if (found.Count == 0 || found.TrueForAll(one => one.Trouble > 0))
            Add(found, ByGaps(block, bodies), block);
        found.RemoveAll(one => one.Trouble == int.MaxValue);
        int least = found.Count == 0 ? 0 : found.Min(one => one.Trouble);
        return [.. found.Where(one => one.Trouble <= least + WorthALook).OrderBy(one => one.Trouble).Select(one => one.Set).DistinctBy(Shape)];
    }

    /// <summary>Where the columns are, and which heads are those of single columns.</summary>
    private static string Shape(ColumnSet set) =>
        string.Join(' ', set.Borders.Select(border => (int)border).Concat(set.Heads.Leaves.Select(leaf => set.Heads.Cells.IndexOf(leaf))));

    private static void AddSeeded(List<(ColumnSet Set, int Trouble)> found, Block block, List<ColumnBody> bodies)
    {
        float em = block.EmSize;
        BodyProfile profile = BodyProfile.Of(block, BorderSearch.Margin * em);
        BorderSearch search = new(profile, block);
        List<TextRun> marks = NumberingRow.Of(block);
        if (marks.Count > 0)
        {
            HeadCells numbered = HeadCells.Of(block, bodies);
            Add(found, Seeded(search, ColumnSeeds.Numbered(numbered, marks, em), numbered, block), block);
            if (found.Exists(one => one.Trouble == 0))
                return;
        }

        HeadCells heads = HeadCells.Of(block, bodies);
        heads.MoveGroups(bodies, block);
        Add(found, Seeded(search, ColumnSeeds.Headed(heads), heads, block), block);
        if (found.Exists(one => one.Trouble == 0))
            return;
        List<int> ambiguous = [.. heads.Ambiguous(em).Take(MostTurns)];
        if (ambiguous.Count == 0)
            return;
        int asFound = found[^1].Trouble;
        List<int> turned = [.. ambiguous.Where(cell => heads.Groups.Contains(heads.Cells[cell]))];
        Add(found, Turned(block, bodies, search, turned), block);
        if (found[^1].Trouble > asFound)
            turned = [];
        while (TurnOneMore(found, block, bodies, search, turned, ambiguous))
        {
        }
    }

    private static void AddWithLinesApart(List<(ColumnSet Set, int Trouble)> found, Block block, List<ColumnBody> bodies)
    {
        if (HeadCells.WithLinesApart(block, bodies) is not { } heads)
            return;
        BorderSearch search = new(BodyProfile.Of(block, BorderSearch.Margin * block.EmSize), block);
        List<TextRun> marks = NumberingRow.Of(block);
        Add(found, Seeded(search, marks.Count > 0 ? ColumnSeeds.Numbered(heads, marks, block.EmSize) : ColumnSeeds.Headed(heads), heads, block), block);
    }

    /// <summary>Turns the head that makes the least trouble so; false when none makes less than there is.</summary>
    private static bool TurnOneMore(List<(ColumnSet Set, int Trouble)> found, Block block, List<ColumnBody> bodies, BorderSearch search, List<int> turned, List<int> ambiguous)
    {
        int least = found.Min(one => one.Trouble);
        int? best = null;
        foreach (int next in ambiguous)
        {
            if (least == 0)
                return false;
            Add(found, Turned(block, bodies, search, Toggled(turned, next)), block);
            if (found[^1].Trouble < least)
                (least, best) = (found[^1].Trouble, next);
        }

        if (best is not { } one)
            return false;
        List<int> toggled = Toggled(turned, one);
        turned.Clear();
        turned.AddRange(toggled);
        return true;
    }

    private static List<int> Toggled(List<int> turned, int cell) =>
        turned.Contains(cell) ? [.. turned.Where(other => other != cell)] : [.. turned, cell];

    private static ColumnSet? Turned(Block block, List<ColumnBody> bodies, BorderSearch search, List<int> turned)
    {
        HeadCells heads = HeadCells.Of(block, bodies);
        heads.MoveGroups(bodies, block);
        foreach (int cell in turned)
            heads.Turn(cell);
        return Seeded(search, ColumnSeeds.Headed(heads), heads, block);
    }

    private static void Add(List<(ColumnSet Set, int Trouble)> found, ColumnSet? set, Block block)
    {
        if (set is not null)
            found.Add((set, ColumnTrouble.Of(set, block)));
        else
            found.Add((new ColumnSet([], [], new HeadCells()), int.MaxValue));
    }

    private static ColumnSet? Seeded(BorderSearch search, List<ColumnSeed> seeds, HeadCells heads, Block block)
    {
        if (seeds.Count < 2 || seeds.Count > MostColumns || search.Find(seeds) is not { } found)
            return null;
        float[] borders = BorderEdges.Snap(found.Borders, block);
        for (int i = 1; i < borders.Length; i++)
        {
            if (!(borders[i] > borders[i - 1]))
                return null;
        }

        return new ColumnSet(Filled(seeds, borders, block), borders, heads);
    }

    /// <summary>The columns with what stands between their borders.</summary>
    private static List<Column> Filled(List<ColumnSeed> seeds, float[] borders, Block block)
    {
        int[] numbers = new int[seeds.Count];
        int[] texts = new int[seeds.Count];
        (float Left, float Right)?[] bodies = new (float, float)?[seeds.Count];
        foreach (TextRun run in block.Body.SelectMany(line => line.Runs))
        {
            int index = Array.BinarySearch(borders, run.Box.CenterX);
            index = Math.Clamp(index >= 0 ? index : ~index - 1, 0, seeds.Count - 1);
            (run.IsNumber ? numbers : texts)[index]++;
            bodies[index] = bodies[index] is { } body ? (Math.Min(body.Left, run.Box.Left), Math.Max(body.Right, run.Box.Right)) : (run.Box.Left, run.Box.Right);
        }

        return [.. seeds.Select((seed, i) => new Column
        {
            Head = seed.Head,
            OwnsHead = true,
            IsNumeric = numbers[i] > texts[i],
            Numbers = numbers[i],
            Body = bodies[i] ?? (seed.Head is null ? (borders[i], borders[i + 1]) : null),
        })];
    }

    /// <summary>Columns as the gaps between the texts of the body part them.</summary>
    private static ColumnSet? ByGaps(Block block, List<ColumnBody> bodies)
    {
        HeadCells heads = HeadCells.Of(block, bodies);
        heads.MoveGroups(bodies, block);
        List<Column> columns = Columns.Of(bodies, heads.Leaves);
        return columns.Count is < 2 or > MostColumns ? null : new ColumnSet(columns, ColumnBorders.Of(columns, block), heads);
    }
}
