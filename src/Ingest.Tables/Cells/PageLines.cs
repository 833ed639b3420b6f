using Ingest.Contract.Grids;
using Ingest.Tables.Letters;

namespace Ingest.Tables.Cells;

/// <summary>Text outside tables as lines in reading order.</summary>
internal static class PageLines
{
    /// <summary>
    /// A gap this wide, in ems, parts two lines: titles are spread by one em between letters, seldom two,
    /// while "编制部门" and "单位" stand at either end of the line.
    /// </summary>
    private const float PartingGap = 2.1f;

    /// <param name="rows">Letters that belong to no table.</param>
    /// <param name="lines">Receives the lines.</param>
    public static void Add(GlyphRows rows, ICollection<TextLine> lines)
    {
        for (int row = 0; row < rows.Count; row++)
            AddRow(rows[row], lines);
    }

    private static void AddRow(ReadOnlySpan<Glyph> row, ICollection<TextLine> lines)
    {
        if (FootnoteMarks.MayHave(row))
        {
            Glyph[] raised = [.. row];
            FootnoteMarks.Raise(raised);
            row = raised;
        }

        AddRow(row, PartingGap, lines);
    }

    /// <param name="row">Letters side by side, left to right.</param>
    /// <param name="parting">A gap this wide, in ems, parts two texts.</param>
    /// <param name="lines">Receives them.</param>
    public static void AddRow(ReadOnlySpan<Glyph> row, float parting, ICollection<TextLine> lines)
    {
        float spread = LineText.EvenSpread(row);
        int start = -1;
        int previous = -1;
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i].IsSpace)
                continue;
            if (previous >= 0 && LineText.GapInEms(row[previous], row[i]) - spread > parting)
            {
                lines.Add(LineText.Of(row[start..(previous + 1)]));
                start = i;
            }

            if (start < 0)
                start = i;
            previous = i;
        }

        if (start >= 0)
            lines.Add(LineText.Of(row[start..(previous + 1)]));
    }
}
