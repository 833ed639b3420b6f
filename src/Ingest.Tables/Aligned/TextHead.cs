using Ingest.Tables.Ruled;

namespace Ingest.Tables.Aligned;

/// <summary>Finds where the head above rows of figures begins.</summary>
internal static class TextHead
{
    /// <summary>Distance between baselines of neighbouring lines of a head, in sizes of the text.</summary>
    private const float WidestStep = 3.8f;

    /// <summary>A shade this far above the rows, in sizes of the text, has nothing to do with them.</summary>
    private const float FarthestShade = 8;

    /// <summary>
    /// Index of the first line of the head: upwards to the title, to a label with a colon, to a sentence,
    /// or to a clear space. A shade behind the head says where it begins.
    /// </summary>
    /// <param name="lines">All lines.</param>
    /// <param name="start">The first row of figures.</param>
    /// <param name="end">After the last row.</param>
    /// <param name="first">The first line that is free.</param>
    /// <param name="shades">Shades that may lie behind the head; null when those known belong to rows.</param>
    public static int Start(List<RunLine> lines, int start, int end, int first, PageMarks? shades)
    {
        List<RunLine> body = lines.GetRange(start, end - start);
        float left = body.Min(line => line.Left);
        float right = body.Max(line => line.Right);
        float em = lines[start].Size;
        float step = Math.Max(WidestStep * em, 1.2f * (body[0].Baseline - body[^1].Baseline) / Math.Max(1, body.Count - 1));
        int head = start;
        while (head > first && BelongsToHead(lines[head - 1], lines[head].Baseline))
            head--;
        float? shade = shades is null ? null : ShadeTop(lines[start], shades, left, right);

        // The ground of the first row itself says nothing of the heads above it.
        if (start > head && shade < lines[start - 1].Middle)
            shade = null;
        while (head < start && (shade is { } top ? lines[head].Middle > top : IsTitle(lines[head], lines, head, end)))
            head++;
        return head;

        bool BelongsToHead(RunLine line, float below) =>
            line.Baseline - below <= step
            && line.Size < TextBody.TitleFactor * em
            && !line.Runs.Exists(run => run.HasColon || run.Box.Width > TextBody.Sentence * (right - left));
    }

    /// <summary>
    /// A single text in the middle of the table or at its left edge names it; it heads no column. Below the line that says whose
    /// the table is or in which unit, no title follows, and the first line of a page that is as small as the rows goes on with
    /// a table; where it is a title nevertheless, it says so itself.
    /// </summary>
    private static bool IsTitle(RunLine line, List<RunLine> lines, int head, int end)
    {
        bool isBelowLabel = head == 0 || lines[head - 1].Runs.Exists(run => run.HasColon);
        if (line.Runs.Count != 1 || isBelowLabel || GoesOn(line, lines[head + 1]))
            return false;
        List<RunLine> table = lines.GetRange(head, end - head);
        float left = table.Min(other => other.Left);
        float right = table.Max(other => other.Right);
        return Math.Abs(line.Runs[0].Box.CenterX - (left + right) / 2) <= 2 * line.Size || line.Left <= left + 0.5f * line.Size;
    }

    /// <summary>Does the next line hold the rest of a head that is broken over lines, and other heads beside it?</summary>
    private static bool GoesOn(RunLine line, RunLine next) =>
        line.Baseline - next.Baseline <= BodyRows.LineStep * line.Size
        && Math.Abs(line.Size - next.Size) <= 0.1f * line.Size
        && next.Runs.Exists(run => run.Box.Width <= line.Runs[0].Box.Width && Math.Abs(run.Box.CenterX - line.Runs[0].Box.CenterX) <= 0.6f * line.Size);

    /// <summary>Upper edge of the highest shade or line from side to side within reach above the body.</summary>
    private static float? ShadeTop(RunLine body, PageMarks marks, float left, float right)
    {
        float? top = null;
        float from = body.Top;
        for (int i = marks.Edges.Count - 1; i >= 0; i--)
        {
            Line line = marks.Edges[i];
            if (line.At < body.Middle || line.Overlap(left, right) < 0.8f * (right - left))
                continue;
            if (line.At - from > FarthestShade * body.Size)
                break;
            (top, from) = (line.At, line.At);
        }

        return top;
    }
}
