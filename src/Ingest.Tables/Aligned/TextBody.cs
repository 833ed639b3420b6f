using Ingest.Tables.Lattices;

namespace Ingest.Tables.Aligned;

/// <summary>Tells rows of figures without lines around them from sentences, and where they end.</summary>
internal static class TextBody
{
    /// <summary>Part of the table's width beyond which a single text is a sentence.</summary>
    public const float Sentence = 0.55f;

    /// <summary>Text this many times larger than the rows is a title.</summary>
    public const float TitleFactor = 1.25f;

    /// <summary>Edges or middles of one column differ by no more than this, in points.</summary>
    private const float LineUpTolerance = 2;

    /// <summary>Distance between baselines of neighbouring rows, in sizes of the text.</summary>
    public const float WidestStep = 3.4f;

    private const float WidestStepBelowFigures = 8;

    /// <summary>Some six blank rows.</summary>
    private const float FarthestTotal = 14;

    /// <summary>A row of three pieces or more, below whatever is no title, label or sentence.</summary>
    public const float WidestStepOfRows = 5;

    /// <summary>Lines of one text begin no farther apart, in sizes of the text.</summary>
    private const float SameLeft = 0.3f;

    /// <summary>A line with less room than this behind it, in sizes, was full before the next letter.</summary>
    private const float FullLine = 2.1f;

    /// <summary>Names of one column begin no farther apart, in sizes of the text.</summary>
    private const float DeepestIndent = 2.2f;

    /// <summary>A row may be so many times farther below the last one than that is below the one before.</summary>
    private const float SteadyStep = 1.3f;

    /// <summary>Names with numbers of their own; fewer are no list.</summary>
    private const int LeastItems = 3;

    /// <summary>A number with clear space beside it.</summary>
    public static bool IsRow(RunLine line)
    {
        if (!line.IsAnchor)
            return false;
        for (int i = 1; i < line.Runs.Count; i++)
        {
            if ((line.Runs[i].IsNumber || line.Runs[i - 1].IsNumber)
                && line.Runs[i].Box.Left - line.Runs[i - 1].Box.Right >= 0.8f * line.Size)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Index after the last line of the body that starts at a row.</summary>
    public static int End(List<RunLine> lines, int start)
    {
        int end = start + 1;
        float left = lines[start].Left;
        float right = lines[start].Right;
        float pitch = 0;
        for (int i = start + 1; i < lines.Count; i++)
        {
            RunLine line = lines[i];
            float step = lines[i - 1].Baseline - line.Baseline;
            float widest = GoesOnBelow(lines, start, i) ? FarthestTotal : ContinuesRow(lines[i - 1], line) ? WidestStepBelowFigures : line.Runs.Count >= 3 && IsRow(line) ? WidestStepOfRows : WidestStep;
            if (step > Math.Max(widest * lines[start].Size, SteadyStep * pitch)
                || line.Size >= TitleFactor * lines[start].Size
                || line.Runs.Exists(run => !run.IsNumber && run.Box.Width > Sentence * (right - left)))
            {
                break;
            }

            pitch = pitch == 0 ? step : Math.Max(0.9f * pitch, step);
            if (!IsRow(line) && !IsAmountBeside(lines, start, i))
                continue;
            (left, right) = (Math.Min(left, line.Left), Math.Max(right, line.Right));
            end = i + 1;
        }

        int names = NamesBelow(lines, start, end);
        if (names > 0)
            return end + names;
        end += RestOfLastRow(lines, start, end);
        return end + NamesBelow(lines, start, end);
    }

    /// <summary>
    /// An amount alone on its line below those of other rows, set to the middle of a name of two lines: the row of these, as far
    /// as they begin where other names do.
    /// </summary>
    private static bool IsAmountBeside(List<RunLine> lines, int start, int at)
    {
        RunLine line = lines[at];
        return line.Runs is [{ IsNumber: true } amount]
            && Enumerable.Range(start, at - start).Count(above => lines[above].Runs.Exists(other => other.IsNumber && LineUp(other, amount))) >= 2
            && (IsName(at - 1) || IsName(at + 1));

        bool IsName(int beside) => beside < lines.Count && Math.Abs(lines[beside].Baseline - line.Baseline) < BodyRows.BesideStep * line.Size
            && lines[beside].Runs.Exists(run => !run.IsNumber && Enumerable.Range(start, at - start).Count(
                above => lines[above].Runs.Exists(name => !name.IsNumber && Math.Abs(name.Box.Left - run.Box.Left) <= SameLeft * line.Size)) >= 2);
    }

    /// <summary>Lines in which names of the last row go on: each below a line that is full, and no wider than its column.</summary>
    private static int RestOfLastRow(List<RunLine> lines, int start, int end)
    {
        int last = end;
        while (last < lines.Count && lines[last].Runs.TrueForAll(run => run.IsNumber ? EndsAmount(run, lines[last]) : GoesOn(run, lines[last])))
            last++;
        return last - end;

        bool GoesOn(TextRun run, RunLine line)
        {
            for (int above = last - 1; above >= Math.Max(start, last - 3); above--)
            {
                float step = lines[above].Baseline - line.Baseline;
                if (step > BodyRows.LineStep * line.Size)
                    return false;
                foreach (TextRun upper in lines[above].Runs)
                {
                    if (!upper.IsNumber && Math.Abs(upper.Box.Left - run.Box.Left) <= SameLeft * line.Size && step >= 0.8f * line.Size)
                        return WidestBelow(run, line.Size) is { } right && upper.Box.Right >= right - FullLine * line.Size && run.Box.Right <= right + 0.5f * line.Size;
                }
            }

            return false;
        }

        bool EndsAmount(TextRun run, RunLine line) => lines[last - 1].Baseline - line.Baseline <= BodyRows.LineStep * line.Size && RowClusters.EndsAmount(run, line, lines[last - 1]);

        float? WidestBelow(TextRun run, float size)
        {
            float? right = null;
            for (int i = start; i < end; i++)
            {
                foreach (TextRun other in lines[i].Runs)
                {
                    if (!other.IsNumber && Math.Abs(other.Box.Left - run.Box.Left) <= SameLeft * size)
                        right = Math.Max(right ?? 0, other.Box.Right);
                }
            }

            return right;
        }
    }

    /// <summary>
    /// At least three rows with figures that line up, or two with three figures each, or one that numbers
    /// the columns; and enough of the rows in three pieces or more.
    /// </summary>
    public static bool LinesUp(IEnumerable<RunLine> body)
    {
        List<RunLine> rows = [.. body.Where(IsRow)];
        if (rows.Count > 1 && IsNumbering(rows[0]))
            rows.RemoveAt(0);
        if (rows.Count < 3 && rows.Exists(row => row.Numbers < 3))
            return false;
        if (rows.Count == 1)
            return IsNumbering(rows[0]);
        return FiguresLineUp(rows) && rows.Count(row => row.Runs.Count >= 3) * 2 >= rows.Count;
    }

    /// <summary>Six in ten figures must share their right edge or middle with figures of two more rows.</summary>
    public static bool FiguresLineUp(List<RunLine> rows)
    {
        List<TextRun> numbers = [.. rows.SelectMany(row => row.Runs).Where(run => run.IsNumber)];
        float[] rights = [.. numbers.Select(run => run.Box.Right).Order()];
        float[] centers = [.. numbers.Select(run => run.Box.CenterX).Order()];
        int enough = Math.Min(3, rows.Count);
        int aligned = numbers.Count(run => Near(rights, run.Box.Right) >= enough || Near(centers, run.Box.CenterX) >= enough);
        return aligned * 10 >= numbers.Count * 6;
    }

    private static int Near(float[] sorted, float position) =>
        LowerBound(sorted, position + LineUpTolerance) - LowerBound(sorted, position - LineUpTolerance);

    private static int LowerBound(float[] sorted, float position)
    {
        int index = Array.BinarySearch(sorted, position);
        return index < 0 ? ~index : index;
    }

    /// <summary>A row that numbers the columns is all that an empty table has below its head.</summary>
    private static bool IsNumbering(RunLine row) =>
        row.Numbers >= 3 && row.Runs.TrueForAll(run => run.Box.Width <= 2 * row.Size);

    /// <summary>Two amounts or more, each ending right below one of the rows: a total that blank rows part from these.</summary>
    private static bool GoesOnBelow(List<RunLine> lines, int start, int row)
    {
        RunLine line = lines[row];
        return line.Runs.Count(run => run.IsAmount) >= 2
            && line.Runs.TrueForAll(run => !run.IsAmount || Enumerable.Range(start, row - start).Any(above => lines[above].Runs.Exists(other => other.IsAmount && LineUp(other, run))));
    }

    /// <summary>Texts that begin or end exactly below others, in two columns at least, are the next row however tall the rows.</summary>
    private static bool ContinuesRow(RunLine upper, RunLine lower)
    {
        int below = 0;
        foreach (TextRun run in lower.Runs)
        {
            if (upper.Runs.Exists(above => above.IsNumber == run.IsNumber && LineUp(above, run)))
                below++;
        }

        return below >= 2;
    }

    private static bool LineUp(TextRun a, TextRun b) => a.IsNumber
        ? Math.Abs(a.Box.Right - b.Box.Right) <= LineUpTolerance || Math.Abs(a.Box.CenterX - b.Box.CenterX) <= LineUpTolerance
        : Math.Abs(a.Box.Left - b.Box.Left) <= LineUpTolerance / 2;

    /// <summary>
    /// Rows at the very top of a page that can only be the rest of a table: in each an amount stands apart from a name, and
    /// in one of them at least two.
    /// </summary>
    public static bool IsRest(List<RunLine> body)
    {
        List<RunLine> rows = body.FindAll(line => line.Runs.Exists(run => run.IsAmount));
        return rows.Count > 0 && rows.TrueForAll(IsRow)
            && rows.Exists(row => row.Runs.Count(run => run.IsAmount) >= 2 && row.Runs.Exists(run => !run.IsNumber));
    }

    /// <summary>
    /// How many lines above the first figures are names at the very top of a page, as close as the rows are, narrow, and begun
    /// below one another or, numbered as in a list, where names of the rows begin; 0 unless all are.
    /// </summary>
    public static int RestAbove(List<RunLine> lines, int start, int end)
    {
        List<RunLine> rows = lines.GetRange(start, end - start);
        float widest = 0.4f * (rows.Max(line => line.Right) - rows.Min(line => line.Left));
        for (int i = 0; i < start; i++)
        {
            RunLine line = lines[i];
            if (line.Baseline - lines[i + 1].Baseline > WidestStepOfRows * line.Size
                || Math.Abs(line.Size - lines[start].Size) > 0.1f * line.Size
                || !(line.Runs is [{ } only] ? IsName(only, line.Size) : line.Runs.TrueForAll(run => run.IsListed && IsName(run, line.Size))))
            {
                return 0;
            }
        }

        return start;

        bool IsName(TextRun run, float size) =>
            !run.IsNumber && !run.HasColon && run.Box.Width <= widest
            && (Math.Abs(run.Box.Left - lines[0].Left) <= DeepestIndent * size || (run.IsListed && BeginsBelow(run, size)));

        bool BeginsBelow(TextRun run, float size) =>
            rows.Exists(row => row.Runs.Exists(name => !name.IsNumber && Math.Abs(name.Box.Left - run.Box.Left) <= SameLeft * size));
    }

    /// <summary>
    /// Rows before the first figures that hold names only, as at the end of a table that began on another
    /// page: at least three that start below one another, at the step of the rows.
    /// </summary>
    public static int NamesAbove(List<RunLine> lines, int start, int free)
    {
        int first = start;
        while (first > free && IsName(lines[first - 1], lines[first].Baseline))
            first--;
        return start - first >= 3 ? start - first : 0;

        bool IsName(RunLine line, float below)
        {
            RunLine last = lines[start - 1];
            float step = last.Baseline - lines[start].Baseline;
            return Math.Abs(line.Baseline - below - step) <= 0.2f * step
                && Math.Abs(line.Left - last.Left) <= 0.3f * line.Size
                && line.Runs.TrueForAll(run => !run.HasColon && run.Box.Width <= 0.4f * (lines[start].Right - lines[start].Left));
        }
    }

    /// <summary>Rows after the last figures that hold names only: they start where the rows above do, at the same step or numbered as in a list.</summary>
    private static int NamesBelow(List<RunLine> lines, int start, int end)
    {
        if (end - start < 2 || end == lines.Count)
            return 0;
        float step = (lines[start].Baseline - lines[end - 1].Baseline) / (end - 1 - start);
        float widest = 0.4f * (lines[start].Right - lines[start].Left);
        float[] lefts = [.. lines.Skip(start).Take(end - start).SelectMany(line => line.Runs)
            .Where(run => !run.IsNumber).Select(run => run.Box.Left).Order()];
        bool isList = lines.Skip(start).Take(end - start).Count(line => line.Runs.Exists(run => run.IsListed)) >= LeastItems;
        int last = end;
        while (lefts.Length > 0 && last < lines.Count && IsNameRow(lines[last], lines[last - 1].Baseline - lines[last].Baseline))
            last++;
        return last - end;

        // Items of a list may be broken over lines, so that no step is like another.
        bool IsNameRow(RunLine line, float distance) =>
            (Math.Abs(distance - step) <= 0.2f * step || (isList && distance <= WidestStep * line.Size && line.Runs.Exists(run => run.IsListed)) || (last > end && distance <= BodyRows.LineStep * line.Size))
            && line.Runs.TrueForAll(run => run.Box.Width <= widest
                && Math.Abs(lefts[EdgeCluster.Nearest(lefts, run.Box.Left)] - run.Box.Left) <= 0.3f * line.Size);
    }
}
