using Ingest.Contract.Geometry;
using Ingest.Tables.Lattices;
using Ingest.Tables.Letters;
using Ingest.Tables.Upright;
using Tabula;
using Tabula.Extractors;

namespace Ingest.Pdf.Tabula;

/// <summary>
/// Tables without lines. Tabula's algorithm makes a table of whatever it is given, so that it is given only
/// runs of lines that are printed in several pieces, figures among them.
/// </summary>
internal static class BasicTables
{
    private const int LeastLines = 3;

    // A page of small print; what has more is a drawing, and each letter is compared with others.
    private const int MostLetters = 20_000;

    public static IEnumerable<Lattice> Find(UprightPage page, List<Lattice> ruled, CancellationToken cancellation)
    {
        if (page.Rows.Glyphs.Length > MostLetters)
            yield break;
        List<List<TextElement>> lines = LinesOutside(ruled, page.Rows);
        foreach ((int first, int count) in Runs(lines))
        {
            cancellation.ThrowIfCancellationRequested();
            List<TextElement> letters = [.. lines.GetRange(first, count).SelectMany(line => line)];
            if (BasicLattice.Of(new BasicExtractionAlgorithm().Extract(TabulaPage.Of(page, letters, []))[0]) is { } lattice)
                yield return lattice;
        }
    }

    private static List<List<TextElement>> LinesOutside(List<Lattice> ruled, GlyphRows rows)
    {
        List<List<TextElement>> lines = [];
        for (int row = 0; row < rows.Count; row++)
        {
            List<TextElement> line = [];
            foreach (ref readonly Glyph glyph in rows[row])
            {
                (float x, float y) = (glyph.CenterX, glyph.CenterY);
                if (!glyph.IsSpace && !ruled.Exists(lattice => lattice.Box.Contains(x, y)))
                    line.Add(TabulaPage.ToElement(glyph));
            }

            if (line.Count > 0)
                lines.Add(line);
        }

        return lines;
    }

    /// <summary>Lines in several pieces one below the other, a wrapped name between two of them included.</summary>
    private static IEnumerable<(int First, int Count)> Runs(List<List<TextElement>> lines)
    {
        List<List<TextChunk>> pieces = lines.ConvertAll(line => TextElement.MergeWords(line));
        for (int first = 0; first < lines.Count; first++)
        {
            if (pieces[first].Count < 2)
                continue;
            int last = first;
            for (int next = first + 1; next < lines.Count && next - last <= 2; next++)
            {
                if (pieces[next].Count >= 2)
                    last = next;
            }

            int tabular = Enumerable.Range(first, last - first + 1).Count(line => pieces[line].Count >= 2 && pieces[line].Exists(IsFigure));
            if (tabular >= LeastLines)
                yield return (first, last - first + 1);
            first = last;
        }
    }

    private static bool IsFigure(TextChunk piece)
    {
        string text = piece.GetText().Trim();
        return text.Length > 0 && text.Any(char.IsAsciiDigit) && text.All(character => char.IsAsciiDigit(character) || ",.-%()".Contains(character));
    }
}
