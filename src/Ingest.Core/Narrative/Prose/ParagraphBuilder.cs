using System.Text.RegularExpressions;

namespace Ingest.Core.Narrative.Prose;

/// <summary>
/// Joins lines to paragraphs. A line goes on with the next one when the writer had no choice but to
/// break it: its first word would not have fitted. Everything else is a deliberate break.
/// </summary>
internal sealed partial class ParagraphBuilder
{
    /// <summary>Headings of more lines are none.</summary>
    private const int LongestHeading = 4;

    private readonly Margins _margins;

    public ParagraphBuilder(Margins margins) => _margins = margins;

    public IEnumerable<Paragraph> Build(IEnumerable<PrintedLine> lines)
    {
        List<PrintedLine> open = [];
        foreach (PrintedLine line in lines)
        {
            if (open.Count > 0 && StartsAnew(open, line))
            {
                yield return Close(open);
                open = [];
            }
            open.Add(line);
        }
        if (open.Count > 0)
            yield return Close(open);
    }

    private Paragraph Close(List<PrintedLine> lines) =>
        new(RunningText.Of(lines), lines[0].Size, _margins.IsCentred(lines[0]));

    private bool StartsAnew(List<PrintedLine> open, PrintedLine line)
    {
        PrintedLine before = open[^1];
        if (line.AfterTable || line.InContents != before.InContents || Math.Abs(before.Size - line.Size) > 0.15f * before.Size)
            return true;
        if (line.InContents)
            return line.Page != before.Page || Marker().IsMatch(line.Text) || Contents.EndsEntry(before.Text) || Deliberate(before, line);
        if (BothCentred(before, line))
            return Marker().IsMatch(line.Text);
        if (HangsBack(open, line))
            return false;
        if (Deliberate(before, line))
            return true;
        if (Marker().IsMatch(line.Text) && IsHeading(open))
            return true;
        bool ended = SentenceEnd().IsMatch(before.Text) || Contents.HasLeader(before.Text);
        bool indented = line.Upright.Left - _margins.Left(line) > line.Size * 1.2f;
        return ended && (indented || Marker().IsMatch(line.Text));
    }

    /// <summary>
    /// A line that stands left of the first one's indent, where the second one stands, goes on with the paragraph, however much room the one
    /// before had left: some programs keep a number and the words around it together, and some leave the right margin ragged.
    /// </summary>
    private bool HangsBack(List<PrintedLine> open, PrintedLine line) =>
        open[0].Upright.Left - line.Upright.Left > line.Size * 1.2f && !_margins.IsCentred(open[0]) &&
        (open.Count == 1 || Math.Abs(open[^1].Upright.Left - line.Upright.Left) < line.Size / 2) &&
        !Marker().IsMatch(line.Text) && !SentenceEnd().IsMatch(open[^1].Text) && !IsHeading(open);

    /// <summary>Asked of few lines alone: a paragraph is not put together anew for each line that goes on with it.</summary>
    private bool IsHeading(List<PrintedLine> open) => open.Count <= LongestHeading && Heading.LevelOf(Close(open)) > 0;

    /// <summary>A centred title may break anywhere to look well.</summary>
    private bool BothCentred(PrintedLine before, PrintedLine line) =>
        _margins.IsCentred(before) && _margins.IsCentred(line) && before.Page == line.Page &&
        before.Upright.CenterY - line.Upright.CenterY < line.Size * 2.5f;

    private bool Deliberate(PrintedLine before, PrintedLine line)
    {
        float room = _margins.Right(before) - before.Upright.Right;
        return room > (FirstWord(line.Text) + 0.7f) * before.Size;
    }

    /// <summary>Width of what cannot be parted at the beginning of a line, in characters.</summary>
    private static float FirstWord(string text)
    {
        Match word = Word().Match(text);
        return PrintedLine.Width(word.ValueSpan);
    }

    [GeneratedRegex(@"^\s*[“‘（《〈(]*(?:[0-9A-Za-z.,%+\-/０-９．，％]+[万亿元个人辆台项家]*|\S)[，。；：、）》〉”’,;:)%％]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[。；：！？;:!?]”?\s*$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^\s*(?:第[一二三四五六七八九十]+部分|附?表\s*[一二三四五六七八九十\d]{1,3}[^一二三四五六七八九十\d格]|[一二三四五六七八九十]{1,3}\s*、|[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]|\d{1,2}\s*(?:、|[.．](?!\d)))")]
    private static partial Regex Marker();
}
