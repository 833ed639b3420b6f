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

    /// <param name="glyphs">The letters of the cell by baseline, top to bottom; reordered.</param>
    public static ImmutableArray<TextLine> Of(Span<Glyph> glyphs)
    {
        if (glyphs.IsEmpty)
            return [];
        ImmutableArray<TextLine>.Builder lines = ImmutableArray.CreateBuilder<TextLine>(1);
        for (int start = 0; start < glyphs.Length;)
        {
            int end = start + 1;
            float size = glyphs[start].Size;
            while (end < glyphs.Length
                && glyphs[start].BaseY - glyphs[end].BaseY <= LineTolerance * Math.Max(size, glyphs[end].Size))
            {
                size = Math.Max(size, glyphs[end++].Size);
            }

            AddLine(glyphs[start..end], lines);
            start = end;
        }

        return lines.DrainToImmutable();
    }

    private static void AddLine(Span<Glyph> line, ImmutableArray<TextLine>.Builder lines)
    {
        if (IsBlank(line))
            return;
        GlyphSort.LeftToRight(line);
        lines.Add(LineText.Of(line));
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
