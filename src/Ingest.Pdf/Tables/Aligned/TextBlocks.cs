namespace Ingest.Pdf.Tables.Aligned;

/// <summary>
/// Finds tables by their text alone: rows of figures that line up below one another, the names between
/// them, and the heads above. Careful rather than keen, since sentences must never become tables.
/// </summary>
internal static class TextBlocks
{
    // Distances in sizes of the text.
    private const float WidestRowStep = 3.4f;
    private const float WidestAlignedStep = 8f;
    private const float WidestHeadStep = 3.8f;
    private const float TitleFactor = 1.25f;

    /// <summary>Part of the table's width beyond which a single text is a sentence.</summary>
    private const float Sentence = 0.55f;

    public static List<Block> Find(List<AtomLine> lines, PageMarks marks, CancellationToken cancellation)
    {
        List<Block> blocks = [];
        for (int start = 0; start < lines.Count; start++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsRow(lines[start]))
                continue;
            int end = BodyEnd(lines, start);
            if (LinesUp(lines.GetRange(start, end - start)))
            {
                int head = HeadStart(lines, start, end, blocks.Count == 0 ? 0 : lines.IndexOf(blocks[^1].Lines[^1]) + 1, marks);
                blocks.Add(BlockOf(lines.GetRange(head, end - head), start - head, marks));
                start = end - 1;
            }
        }

        return blocks;
    }

    /// <summary>A number with clear space beside it.</summary>
    private static bool IsRow(AtomLine line)
    {
        if (!line.IsAnchor)
            return false;
        for (int i = 1; i < line.Atoms.Count; i++)
        {
            if ((line.Atoms[i].IsNumber || line.Atoms[i - 1].IsNumber)
                && line.Atoms[i].Box.Left - line.Atoms[i - 1].Box.Right >= 0.8f * line.Size)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Index after the last line of the body that starts at a row.</summary>
    private static int BodyEnd(List<AtomLine> lines, int start)
    {
        int end = start + 1;
        float left = lines[start].Left;
        float right = lines[start].Right;
        for (int i = start + 1; i < lines.Count; i++)
        {
            AtomLine line = lines[i];
            if (lines[i - 1].Baseline - line.Baseline > (ContinuesRow(lines[i - 1], line) ? WidestAlignedStep : WidestRowStep) * lines[start].Size
                || line.Size >= TitleFactor * lines[start].Size
                || line.Atoms.Exists(atom => !atom.IsNumber && atom.Box.Width > Sentence * (right - left)))
            {
                break;
            }

            if (!IsRow(line))
                continue;
            (left, right) = (Math.Min(left, line.Left), Math.Max(right, line.Right));
            end = i + 1;
        }

        return end + NamesBelow(lines, start, end);
    }

    /// <summary>Figures exactly below figures, in two columns at least, are the next row however tall the rows.</summary>
    private static bool ContinuesRow(AtomLine upper, AtomLine lower) =>
        lower.Atoms.Count(atom => atom.IsNumber && upper.Atoms.Exists(above => above.IsNumber && LineUp(above, atom))) >= 2;

    /// <summary>Rows after the last figures that hold names only: they start where the rows above do, at the same step.</summary>
    private static int NamesBelow(List<AtomLine> lines, int start, int end)
    {
        int names = 0;
        float step = end - start >= 2 ? (lines[start].Baseline - lines[end - 1].Baseline) / (end - 1 - start) : 0;
        while (end + names < lines.Count)
        {
            AtomLine line = lines[end + names];
            float distance = lines[end + names - 1].Baseline - line.Baseline;
            bool starts = line.Atoms.TrueForAll(atom => lines.GetRange(start, end - start).Exists(row => row.Atoms.Exists(
                other => !other.IsNumber && Math.Abs(other.Box.Left - atom.Box.Left) <= 0.3f * line.Size)));
            if (!starts || Math.Abs(distance - step) > 0.2f * step || line.Atoms.Exists(atom => atom.Box.Width > 0.4f * (lines[start].Right - lines[start].Left)))
                break;
            names++;
        }

        return names;
    }

    /// <summary>
    /// At least three rows with figures in at least one column, or two with three figures each, or one that
    /// numbers the columns; and enough of the rows in three pieces or more.
    /// </summary>
    private static bool LinesUp(List<AtomLine> body)
    {
        List<AtomLine> rows = [.. body.Where(IsRow)];
        if (rows.Count > 1 && IsNumbering(rows[0]))
            rows.RemoveAt(0);
        if (rows.Count < 3 && rows.Exists(row => row.Numbers < 3))
            return false;
        if (rows.Count == 1)
            return IsNumbering(rows[0]);
        List<Atom> numbers = [.. rows.SelectMany(row => row.Atoms).Where(atom => atom.IsNumber)];
        int aligned = numbers.Count(atom => numbers.Count(other => LineUp(atom, other)) >= Math.Min(3, rows.Count));
        return aligned * 10 >= numbers.Count * 6 && rows.Count(row => row.Atoms.Count >= 3) * 2 >= rows.Count;
    }

    /// <summary>A row that numbers the columns is all that an empty table has below its head.</summary>
    private static bool IsNumbering(AtomLine row) =>
        row.Numbers >= 3 && row.Atoms.TrueForAll(atom => atom.Box.Width <= 2 * row.Size);

    private static bool LineUp(Atom a, Atom b) =>
        Math.Abs(a.Box.Right - b.Box.Right) <= 2 || Math.Abs(a.Box.CenterX - b.Box.CenterX) <= 2;

    /// <summary>
    /// Index of the first line of the head: upwards to the title, to a label with a colon, to a sentence,
    /// or to a clear space. A shade behind the head says where it begins.
    /// </summary>
    private static int HeadStart(List<AtomLine> lines, int start, int end, int first, PageMarks marks)
    {
        float left = lines.GetRange(start, end - start).Min(line => line.Left);
        float right = lines.GetRange(start, end - start).Max(line => line.Right);
        float em = lines[start].Size;
        float step = end - start < 2 ? 0 : 1.2f * (lines[start].Baseline - lines[end - 1].Baseline) / (end - 1 - start);
        int head = start;
        while (head > first && BelongsToHead(lines[head - 1], lines[head]))
            head--;
        if (ShadeTop(lines[start], marks, left, right) is { } top)
        {
            while (head < start && lines[head].Middle > top)
                head++;
            return head;
        }

        while (head < start && IsTitle(lines[head], lines.GetRange(head, end - head)))
            head++;
        return head;

        bool BelongsToHead(AtomLine line, AtomLine below) =>
            line.Baseline - below.Baseline <= Math.Max(WidestHeadStep * em, step)
            && line.Size < TitleFactor * em
            && !line.Atoms.Exists(atom => atom.HasColon || atom.Box.Width > Sentence * (right - left));
    }

    /// <summary>A single text in the middle of the table or at its left edge names it; it heads no column.</summary>
    private static bool IsTitle(AtomLine line, List<AtomLine> table)
    {
        if (line.Atoms.Count != 1)
            return false;
        float left = table.Min(other => other.Left);
        float right = table.Max(other => other.Right);
        return Math.Abs(line.Atoms[0].Box.CenterX - (left + right) / 2) <= 2 * line.Size || line.Left <= left + 0.5f * line.Size;
    }

    /// <summary>Upper edge of the highest shade or line from side to side within reach above the body.</summary>
    private static float? ShadeTop(AtomLine body, PageMarks marks, float left, float right)
    {
        float? top = null;
        float from = body.Top;
        foreach (Ruled.Line line in marks.Horizontal.AsEnumerable().Reverse())
        {
            if (line.At < body.Middle || line.Overlap(left, right) < 0.8f * (right - left))
                continue;
            if (line.At - from > 8 * body.Size)
                break;
            (top, from) = (line.At, line.At);
        }

        return top;
    }

    private static Block BlockOf(List<AtomLine> lines, int headLines, PageMarks marks)
    {
        float left = lines.Min(line => line.Left);
        float right = lines.Max(line => line.Right);
        return new Block
        {
            Lines = lines,
            HeadLines = headLines,
            ColumnHints = [.. marks.Vertical.Where(x => x > left && x < right)],
        };
    }
}
