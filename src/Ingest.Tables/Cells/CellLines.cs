using System.Collections.Immutable;
using Ingest.Contract.Grids;
using Ingest.Tables.Letters;

namespace Ingest.Tables.Cells;

/// <summary>Lines of text in one cell, top to bottom.</summary>
internal static class CellLines
{
    /// <summary>
    /// Share of the larger letter's size by which letters of one line may stand higher or lower: raised
    /// and lowered figures do, the next line of text is twice as far away.
    /// </summary>
    private const float LineTolerance = 0.5f;

    /// <summary>Letters this much smaller than their neighbours may be marks and stand higher still.</summary>
    private const float SmallMark = 0.75f;

    private const float MarkTolerance = 0.62f;

    /// <summary>A gap this wide, in ems, parts two texts of a cell around which nothing is drawn: it may hold several.</summary>
    private const float PartingGap = 1.1f;

    /// <summary>Digits farther apart than this, in ems, are not of one number.</summary>
    private const float OneNumber = 0.6f;

    /// <param name="glyphs">The letters of the cell by baseline, top to bottom; reordered.</param>
    /// <param name="isRuled">Lines are drawn around the cell: what stands in it is one text.</param>
    /// <param name="doubts">What is unsure of them.</param>
    public static ImmutableArray<TextLine> Of(Span<Glyph> glyphs, bool isRuled, out CellDoubts doubts)
    {
        doubts = CellDoubts.None;
        if (glyphs.IsEmpty)
            return [];
        ImmutableArray<TextLine>.Builder lines = ImmutableArray.CreateBuilder<TextLine>(1);
        for (int start = 0; start < glyphs.Length;)
        {
            int end = start + 1;
            float size = glyphs[start].Size;
            while (end < glyphs.Length
                && glyphs[start].BaseY - glyphs[end].BaseY <= Tolerance(size, glyphs[end].Size))
            {
                size = Math.Max(size, glyphs[end++].Size);
            }

            AddLine(glyphs[start..end], isRuled, lines, ref doubts);
            start = end;
        }

        return lines.DrainToImmutable();
    }

    private static float Tolerance(float one, float other) =>
        (Math.Min(one, other) <= SmallMark * Math.Max(one, other) ? MarkTolerance : LineTolerance) * Math.Max(one, other);

    private static void AddLine(Span<Glyph> line, bool isRuled, ImmutableArray<TextLine>.Builder lines, ref CellDoubts doubts)
    {
        if (IsBlank(line))
            return;
        GlyphSort.LeftToRight(line);
        if (Chains.Separate(line) || HasDigitsOfTwoLayers(line))
            doubts |= CellDoubts.Overprinted;
        doubts |= FootnoteMarks.Raise(line);
        if (isRuled)
            lines.Add(LineText.Of(line));
        else
            PageLines.AddRow(line, PartingGap, lines);
    }

    /// <summary>Digits that could be of one number and differ in colour are of two strings: a watermark's beside an amount's.</summary>
    private static bool HasDigitsOfTwoLayers(ReadOnlySpan<Glyph> line)
    {
        int last = -1;
        for (int i = 0; i < line.Length; i++)
        {
            if (!line[i].IsNumeric || (i > 0 && line[i].Box.Left - line[i - 1].Box.Right > OneNumber * line[i].Size))
                last = -1;
            if (line[i].Class != GlyphClass.Digit)
                continue;
            if (last >= 0 && line[i].IsPaintedUnlike(line[last]))
                return true;
            last = i;
        }

        return false;
    }

    private static bool IsBlank(ReadOnlySpan<Glyph> line)
    {
        foreach (ref readonly Glyph glyph in line)
        {
            if (!glyph.IsSpace)
                return false;
        }

        return true;
    }
}
