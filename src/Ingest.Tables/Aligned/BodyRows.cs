namespace Ingest.Tables.Aligned;

/// <summary>Gathers the lines of the body into rows: a wrapped name and its amounts are one row.</summary>
internal static class BodyRows
{
    /// <summary>Lines whose baselines are closer than this, in sizes, stand beside one another, not below.</summary>
    public const float BesideStep = 0.8f;

    /// <summary>Lines of one wrapped text are at most this many sizes apart.</summary>
    public const float LineStep = 1.55f;

    /// <summary>Rows top to bottom, each with its lines.</summary>
    public static List<List<RunLine>> Of(Block block, ColumnSet? columns = null)
    {
        List<RunLine> body = [.. block.Body];
        if (IsRuledPerRow(block, body))
            return ByRules(block, body);
        if (columns is not null)
            return RowClusters.Of(block, columns);
        List<List<RunLine>> rows = [];
        foreach (RunLine line in body)
        {
            if (rows.Count > 0 && rows[^1][^1].Baseline - line.Baseline < BesideStep * line.Size && !SharesNumbers(rows[^1], line))
                rows[^1].Add(line);
            else
                rows.Add([line]);
        }

        return JoinContinuations(rows);
    }

    /// <summary>Do lines or the edges of shades part most rows?</summary>
    public static bool AreRuled(Block block) => IsRuledPerRow(block, [.. block.Body]);

    /// <summary>Lines between most rows make the rows; a line under the head and at the end do not.</summary>
    private static bool IsRuledPerRow(Block block, List<RunLine> body)
    {
        List<float> rules = block.RowRules;
        if (rules.Count < 4 || body.Count == 0)
            return false;
        int bands = rules.Count(rule => rule < body[0].Middle);
        return bands * 4 >= Anchors(body) * 3;
    }

    /// <summary>Lines with figures, those that stand beside one another counted once.</summary>
    private static int Anchors(List<RunLine> body)
    {
        int anchors = 0;
        float last = float.MaxValue;
        foreach (RunLine line in body.Where(line => line.IsAnchor && !EndsNumbers(line)))
        {
            anchors += last - line.Baseline >= BesideStep * line.Size ? 1 : 0;
            last = line.Baseline;
        }

        return anchors;
    }

    private static List<List<RunLine>> ByRules(Block block, List<RunLine> body)
    {
        List<List<RunLine>> rows = [];
        List<float> rules = block.RowRules;
        int rule = 0;
        int bandOfLast = -1;
        foreach (RunLine line in body)
        {
            while (rule < rules.Count && rules[rule] > line.Middle)
                rule++;
            if (rule == bandOfLast && !(rows[^1].Exists(above => IsRowAbove(above, line)) && !EndsNumbers(line)))
                rows[^1].Add(line);
            else if (rule == bandOfLast)
                rows.Add([.. FirstLinesOf(line, rows[^1]), line]);
            else
                rows.Add([line]);
            bandOfLast = rule;
        }

        return rows;
    }

    private static bool IsRowAbove(RunLine above, RunLine line) =>
        above.Baseline - line.Baseline >= BesideStep * line.Size && (SharesNumbers([above], line) || NumberingRow.Is(above));

    /// <summary>Takes out of the row above what stands nearer to the figures of the next: the first lines of its names.</summary>
    private static List<RunLine> FirstLinesOf(RunLine line, List<RunLine> above)
    {
        int last = above.FindLastIndex(other => other.Numbers > 0);
        int first = above.FindIndex(last + 1, other => other.Baseline - line.Baseline < above[last].Baseline - other.Baseline);
        if (first < 0)
            return [];
        List<RunLine> lines = above[first..];
        above.RemoveRange(first, above.Count - first);
        return lines;
    }

    /// <summary>Between two lines drawn from side to side, digits without a point are the rest of amounts too wide for their columns.</summary>
    private static bool EndsNumbers(RunLine line) => line.Runs.TrueForAll(run => !run.IsNumber || run.Box.Width <= ColumnBody.NarrowWidth * line.Size);

    /// <summary>Two numbers one below the other are two rows.</summary>
    private static bool SharesNumbers(List<RunLine> row, RunLine line) =>
        line.Runs.Exists(run => run.IsNumber && row.Exists(above => above.Runs.Exists(
            other => other.IsNumber && other.OverlapX(run.Box.Left, run.Box.Right) > 0)));

    /// <summary>
    /// A line of text alone belongs to the row it is close to, if rows are set farther apart than lines.
    /// </summary>
    private static List<List<RunLine>> JoinContinuations(List<List<RunLine>> rows)
    {
        List<float> pitches = [];
        for (int i = 1; i < rows.Count; i++)
        {
            if (IsAnchor(rows[i]) && IsAnchor(rows[i - 1]))
                pitches.Add(Step(rows[i - 1], rows[i]));
        }

        if (pitches.Count == 0)
            return rows;
        pitches.Sort();
        float pitch = pitches[pitches.Count / 4];
        List<List<RunLine>> joined = [];
        for (int i = 0; i < rows.Count; i++)
        {
            float reach = Math.Min(LineStep * rows[i][0].Size, 0.85f * pitch);
            float above = joined.Count > 0 ? Step(joined[^1], rows[i]) : float.MaxValue;
            float below = i + 1 < rows.Count ? Step(rows[i], rows[i + 1]) : float.MaxValue;
            bool alone = !IsAnchor(rows[i]) && rows[i].TrueForAll(line => line.Runs.TrueForAll(run => !run.IsNumber));
            if (alone && above <= reach && above <= below)
                joined[^1].AddRange(rows[i]);
            else if (alone && below <= reach)
                rows[i + 1].InsertRange(0, rows[i]);
            else
                joined.Add(rows[i]);
        }

        return joined;
    }

    private static bool IsAnchor(List<RunLine> row) => row.Exists(line => line.IsAnchor);

    private static float Step(List<RunLine> upper, List<RunLine> lower) => upper[^1].Baseline - lower[0].Baseline;
}
