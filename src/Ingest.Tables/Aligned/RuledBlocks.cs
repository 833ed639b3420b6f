using Ingest.Contract.Geometry;
using Ingest.Tables.Ruled;

namespace Ingest.Tables.Aligned;

/// <summary>Finds tables whose rows are set off by lines or shades from side to side, without vertical lines.</summary>
internal static class RuledBlocks
{
    /// <summary>Ends of lines that belong to one table differ by no more than this, in points.</summary>
    private const float EndTolerance = 3;

    /// <summary>Two lines farther apart than this, in sizes of the text, with nothing between them part two tables.</summary>
    private const float TallestEmptyRow = 6;

    /// <summary>Part of a table's width; a text in one of its columns is narrower.</summary>
    private const float NoSentence = 0.4f;

    /// <summary>Blocks top to bottom; the lines of text they use are taken out of <paramref name="lines"/>.</summary>
    public static List<Block> Find(List<RunLine> lines, PageMarks marks, CancellationToken cancellation)
    {
        List<Block> blocks = [];
        float size = TextSize(lines);
        foreach (List<Line> stack in Stacks(marks))
        {
            foreach (List<Line> rules in Split(stack, lines, marks, size))
            {
                cancellation.ThrowIfCancellationRequested();
                if (BlockOf(rules, lines, marks) is not { } block)
                    continue;
                blocks.Add(block);
                lines.RemoveAll(block.Lines.Contains);
            }
        }

        return blocks;
    }

    /// <summary>Lines of equal ends, one below another.</summary>
    private static IEnumerable<List<Line>> Stacks(PageMarks marks)
    {
        List<List<Line>> stacks = [];
        foreach (Line line in marks.Horizontal)
        {
            List<Line>? stack = stacks.Find(other =>
                Math.Abs(other[0].Start - line.Start) <= EndTolerance && Math.Abs(other[0].End - line.End) <= EndTolerance);
            if (stack is null)
                stacks.Add([line]);
            else
                stack.Add(line);
        }

        // The widest first: narrower stacks within it are lines under the heads of several columns.
        return stacks.Where(stack => stack.Count >= 2).OrderByDescending(stack => stack[0].Length);
    }

    /// <summary>Cuts a stack where what stands between two lines is not a row: a title, or nothing.</summary>
    private static List<List<Line>> Split(List<Line> stack, List<RunLine> lines, PageMarks marks, float size)
    {
        List<List<Line>> parts = [[stack[0]]];
        for (int i = 1; i < stack.Count; i++)
        {
            if (!IsPartedBetween(stack[i - 1], stack[i], marks) && IsGapBetweenTables(stack[i - 1], stack[i], lines, size))
                parts.Add([]);
            parts[^1].Add(stack[i]);
        }

        parts.RemoveAll(part => part.Count < 2);
        return parts;
    }

    /// <summary>Lines over some of the columns stand between the two: rows of one table, beside a cell that reaches over them.</summary>
    private static bool IsPartedBetween(Line upper, Line lower, PageMarks marks) =>
        marks.Horizontal.Exists(line => line.At < upper.At - 1 && line.At > lower.At + 1 && line.Start >= upper.Start - EndTolerance
            && Math.Abs(line.End - upper.End) <= EndTolerance && line.Length >= NoSentence * upper.Length);

    private static bool IsGapBetweenTables(Line upper, Line lower, List<RunLine> lines, float size)
    {
        List<RunLine> between = lines.FindAll(line => IsBetween(line, upper, lower));
        if (between.Count == 0)
            return upper.At - lower.At > TallestEmptyRow * size;
        if (between.Exists(line => line.Size >= TextBody.TitleFactor * size && line.Runs.Count <= 2))
            return true;
        return between.Count >= 2 && between.TrueForAll(line => line.Runs.Count <= 2 && line.Numbers == 0)
            && between.Exists(line => line.Runs.Exists(run => run.HasColon));
    }

    private static bool IsBetween(RunLine line, Line upper, Line lower) => line.Middle < upper.At && line.Middle > lower.At;

    /// <summary>Median size of the text that is left on the page.</summary>
    private static float TextSize(List<RunLine> lines)
    {
        List<float> sizes = lines.ConvertAll(line => line.Size);
        sizes.Sort();
        return sizes.Count == 0 ? 0 : sizes[sizes.Count / 2];
    }

    private static Block? BlockOf(List<Line> rules, List<RunLine> lines, PageMarks marks)
    {
        (float left, float right) = (rules[0].Start, rules[0].End);
        List<RunLine> inside = lines.FindAll(line => IsBetween(line, rules[0], rules[^1]));
        int drawn = rules.Count + Partial(rules[0].At).Count + (marks.Frames.Exists(frame => IsAround(frame, rules)) ? 2 : 0);
        if (!LooksTabular(inside, rules.Count, drawn - rules.Count, left, right, IsHeaded(inside, rules, left, right) || ArePartedByRow(inside, rules, left, right)
            || (marks.Frames.Exists(frame => IsAround(frame, rules)) && IsFramed(inside, left, right))))
            return null;
        int head = HeadLines(inside, rules);
        (inside, head) = WithUnshadedRows(inside, head, lines);
        List<Line> partial = Partial(Math.Max(rules[0].At, inside[0].Top));
        List<float> hints = [.. partial.SelectMany(line => new[] { line.Start, line.End })];
        hints.AddRange(marks.Vertical.Where(x => x > left + EndTolerance && x < right - EndTolerance));
        hints.AddRange(marks.Bands.Where(band => band.Box.CenterY < rules[0].At && band.Box.CenterY > rules[^1].At).SelectMany(band => band.Sides).Where(x => x > left + EndTolerance && x < right - EndTolerance));
        return new Block
        {
            Lines = inside,
            HeadLines = head,
            Rules = [.. rules.Select(rule => rule.At)],
            PartialRules = partial,
            ColumnHints = hints,
            Sides = (left, right),
            IsStriped = marks.AreStripes(inside),
        };

        List<Line> Partial(float top) => [.. marks.Horizontal.Where(line =>
            line.At < top - 1 && line.At > rules[^1].At + 1 && line.Length < right - left - EndTolerance
            && line.Start >= left - EndTolerance && line.End <= right + EndTolerance)];
    }

    private static bool IsAround(Box frame, List<Line> rules) =>
        Math.Abs(frame.Left - rules[0].Start) <= EndTolerance && Math.Abs(frame.Right - rules[0].End) <= EndTolerance
        && frame.Top >= rules[0].At - EndTolerance && frame.Bottom <= rules[^1].At + EndTolerance;

    /// <summary>
    /// Where only the head or every other row is shaded, rows lie outside the lines that the shades make:
    /// the head above the first, rows of figures close below the last.
    /// </summary>
    private static (List<RunLine> Lines, int HeadLines) WithUnshadedRows(
        List<RunLine> inside, int headLines, List<RunLine> lines)
    {
        int start = lines.IndexOf(inside[0]);
        int end = lines.IndexOf(inside[^1]) + 1;
        if (FirstRowBelow(lines, end) is { } row)
            end = TextBody.End(lines, row);
        int head = start;
        if (headLines == 0 && HasHeadAbove(lines, start))
            head = TextHead.Start(lines, start, end, first: 0, shades: null);
        return (lines.GetRange(head, end - head), headLines + start - head);
    }

    /// <summary>Texts side by side stand above, or the last line of one of them that is broken over several.</summary>
    private static bool HasHeadAbove(List<RunLine> lines, int start)
    {
        const float wrapped = 1.45f;
        return start > 0 && (lines[start - 1].Runs.Count >= 2
            || (start > 1 && lines[start - 2].Runs.Count >= 2 && lines[start - 2].Baseline - lines[start - 1].Baseline <= wrapped * lines[start - 1].Size));
    }

    /// <summary>The first row of figures after a line, with nothing but names in between; null when other text comes first.</summary>
    private static int? FirstRowBelow(List<RunLine> lines, int end)
    {
        for (int i = end; i < lines.Count; i++)
        {
            RunLine line = lines[i];
            bool near = lines[i - 1].Baseline - line.Baseline <= TextBody.WidestStep * line.Size;
            if (!near || line.Size >= TextBody.TitleFactor * lines[end].Size || line.Runs.Exists(run => run.HasColon))
                return null;
            if (TextBody.IsRow(line))
                return i;
        }

        return null;
    }

    /// <summary>
    /// Text within the sides, most of it in several pieces per line: between the lines at the head and
    /// foot of a page stand sentences.
    /// </summary>
    /// <param name="headed">Heads or lines between the rows say so.</param>
    private static bool LooksTabular(List<RunLine> inside, int rules, int partial, float left, float right, bool headed)
    {
        if (inside.Count == 0 || rules + partial < 3)
            return false;
        int pieces = inside.Count(line => line.Runs.Count >= 2);
        int outside = inside.Count(line => line.Left < left - EndTolerance || line.Right > right + EndTolerance);
        bool ruledPerRow = rules >= 6 && rules > inside.Count / 2;
        bool inPieces = ruledPerRow || headed || pieces * (partial > 0 ? 3 : 2) >= inside.Count;
        return outside * 10 <= inside.Count && inPieces && (headed || inside.Exists(line => line.Runs.Count >= 3) || IsList(inside));
    }

    /// <summary>Two heads, and below them amounts that line up.</summary>
    private static bool IsList(List<RunLine> inside)
    {
        List<RunLine> rows = inside.FindAll(TextBody.IsRow);
        return inside[0] is { Runs.Count: 2, Numbers: 0 } && rows.Count >= 3 && TextBody.FiguresLineUp(rows);
    }

    /// <summary>
    /// Heads side by side stand between the first two lines, and below them no text is as wide as a sentence: a table, however few
    /// of its rows have figures.
    /// </summary>
    private static bool IsHeaded(List<RunLine> inside, List<Line> rules, float left, float right)
    {
        int head = inside.TakeWhile(line => line.Middle > rules[1].At).Count();
        return rules.Count >= 3 && head > 0 && head < inside.Count && SideBySide(inside.Take(head).SelectMany(line => line.Runs)) >= 3
            && inside.TrueForAll(line => line.Runs.TrueForAll(run => run.Box.Width <= NoSentence * (right - left)));
    }

    /// <summary>A frame around nothing but texts side by side, heads above and figures below: a table, however few of its rows have figures.</summary>
    private static bool IsFramed(List<RunLine> inside, float left, float right) => inside.Count > 1
        && inside[0] is { Runs.Count: >= 2, Numbers: 0 } && inside.Exists(TextBody.IsRow)
        && SideBySide(inside.SelectMany(line => line.Runs)) >= 3
        && inside.TrueForAll(line => line.Runs.TrueForAll(run => run.Box.Width <= NoSentence * (right - left)));

    /// <summary>How many texts stand beside each other, each of them in one line or several.</summary>
    private static int SideBySide(IEnumerable<TextRun> texts)
    {
        int count = 0;
        float right = float.MinValue;
        foreach (TextRun text in texts.OrderBy(text => text.Box.Left))
        {
            count += text.Box.Left > right ? 1 : 0;
            right = Math.Max(right, text.Box.Right);
        }

        return count;
    }

    /// <summary>
    /// Lines between rows, most of which hold several narrow texts, however many lines these are broken into: set to the middle of
    /// its row, an amount has a line to itself.
    /// </summary>
    private static bool ArePartedByRow(List<RunLine> inside, List<Line> rules, float left, float right)
    {
        int rows = 0;
        for (int i = 1; i < rules.Count; i++)
        {
            List<TextRun> texts = [.. inside.Where(line => IsBetween(line, rules[i - 1], rules[i])).SelectMany(line => line.Runs)];
            rows += texts.Count >= 2 && texts.TrueForAll(run => run.Box.Width <= NoSentence * (right - left)) ? 1 : 0;
        }

        return rules.Count >= 6 && rows * 2 >= rules.Count - 1 && SideBySide(inside.SelectMany(line => line.Runs)) >= 3;
    }

    /// <summary>How many lines stand above the body: above the first figures, or above the first row with less in it.</summary>
    private static int HeadLines(List<RunLine> inside, List<Line> rules)
    {
        // What is numbered as in a list is no head, even where no row of it has figures.
        int body = inside.FindIndex(line => line.Runs.Exists(run => run.IsNumber || run.IsListed));

        // The name beside the first figures may begin a line above them.
        while (body > 0 && !IsRuledOff(body) && inside[body - 1].Baseline - inside[body].Baseline < inside[body].Size)
            body--;

        // Rows without figures may come first: names between lines, after heads of more columns than that.
        int most = 0;
        for (int i = 0; i < (body < 0 ? inside.Count : body); i++)
        {
            if (most >= 3 && inside[i].Runs.Count <= most / 2 && IsRuledOff(i))
                return i;
            most = Math.Max(most, inside[i].Runs.Count);
        }

        // Names that begin where those beside the figures begin are rows too, of a table whose head is on an earlier page.
        if (body > 0 && inside.Take(body).All(line => line.Runs.TrueForAll(run => BeginsLikeNames(run, inside.Skip(body), line.Size))))
            return 0;

        // Names alone, row after row, are the end of a table whose head is on an earlier page.
        if (most == 1 && body >= 2)
            return 0;

        // Without any the head ends with the last line of several texts; below it may stand a note.
        return body >= 0 ? body : inside.FindLastIndex(line => line.Runs.Count >= 2) + 1;

        static bool BeginsLikeNames(TextRun run, IEnumerable<RunLine> rows, float size) =>
            rows.Any(row => row.Runs.Exists(name => !name.IsNumber && Math.Abs(name.Box.Left - run.Box.Left) <= 0.3f * size));

        bool IsRuledOff(int line) =>
            line > 0 && rules.Exists(rule => rule.At < inside[line - 1].Middle && rule.At > inside[line].Middle);
    }
}
