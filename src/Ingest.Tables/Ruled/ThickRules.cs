using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Tables.Letters;
using Ingest.Tables.Upright;

namespace Ingest.Tables.Ruled;

/// <summary>Rulings so thick that the reader takes them for areas: bars between cells, without a letter on them.</summary>
internal static class ThickRules
{
    /// <summary>Points.</summary>
    private const float EdgeTolerance = 1;

    /// <param name="page">Its fills.</param>
    /// <param name="horizontal">Receives lines that lie.</param>
    /// <param name="vertical">Receives lines that stand.</param>
    public static void Add(UprightPage page, List<Line> horizontal, List<Line> vertical)
    {
        foreach (Fill fill in page.Bars)
        {
            Box box = fill.Box;
            if (HoldsLetters(box, page.Rows))
                continue;
            bool lies = box.Width > box.Height;
            Line rule = lies ? new Line(box.CenterY, box.Left, box.Right) : new Line(box.CenterX, box.Bottom, box.Top);
            Reach(lies ? vertical : horizontal, rule, Math.Min(box.Width, box.Height) / 2);
            (lies ? horizontal : vertical).Add(rule);
        }
    }

    /// <summary>Lines that end at the edge of a bar, or are cut off by it, reach to its middle.</summary>
    private static void Reach(List<Line> across, Line bar, float half)
    {
        float reach = half + EdgeTolerance;
        for (int i = 0; i < across.Count; i++)
        {
            Line line = across[i];
            if (line.At < bar.Start - reach || line.At > bar.End + reach)
                continue;
            if (Math.Abs(line.Start - bar.At) <= reach)
                across[i] = line with { Start = bar.At };
            else if (Math.Abs(line.End - bar.At) <= reach)
                across[i] = line with { End = bar.At };
        }
    }

    private static bool HoldsLetters(Box bar, GlyphRows rows)
    {
        for (int row = RowSearch.FirstBelow(rows, bar.Top); row < rows.Count && rows[row][0].BaseY >= bar.Bottom - bar.Height; row++)
        {
            ReadOnlySpan<Glyph> letters = rows[row];
            for (int i = RowSearch.FirstFrom(letters, bar.Left - bar.Width); i < letters.Length && letters[i].Box.Left < bar.Right; i++)
            {
                if (!letters[i].IsSpace && bar.Contains(letters[i].CenterX, letters[i].CenterY))
                    return true;
            }
        }

        return false;
    }
}
