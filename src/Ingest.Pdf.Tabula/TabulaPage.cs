using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Tables.Letters;
using Ingest.Tables.Upright;
using Tabula;
using UglyToad.PdfPig.Core;
using TabulaRuling = Tabula.Ruling;

namespace Ingest.Pdf.Tabula;

/// <summary>Upright pages, letters and lines as Tabula's.</summary>
internal static class TabulaPage
{
    public static PageArea Of(UprightPage page, List<TextElement> letters, List<TabulaRuling> rulings)
    {
        var index = new RectangleSpatialIndex<TextElement>();
        foreach (TextElement letter in letters)
            index.Add(letter);
        // Tabula takes lines closer than the smallest letter for one.
        return new PageArea(
            new PdfRectangle(page.Visible.Left, page.Visible.Bottom, page.Visible.Right, page.Visible.Top), 0, page.Number, null, letters, rulings,
            Smallest(page, glyph => glyph.Box.Width), Smallest(page, glyph => glyph.Box.Height), index);
    }

    /// <summary>A gap of one ideograph parts words: titles are spread by less, columns by more.</summary>
    public static TextElement ToElement(in Glyph glyph) =>
        new(ToRectangle(glyph.Box), null, glyph.Size, glyph.Text, glyph.Size, 0);

    public static PdfRectangle ToRectangle(Box box) => new(box.Left, box.Bottom, box.Right, box.Top);

    public static TabulaRuling ToRuling(in Ruling ruling) => ruling.IsHorizontal
        ? new(new PdfPoint(ruling.Start, ruling.At), new PdfPoint(ruling.End, ruling.At))
        : new(new PdfPoint(ruling.At, ruling.Start), new PdfPoint(ruling.At, ruling.End));

    private static double Smallest(UprightPage page, Func<Glyph, float> extent)
    {
        double smallest = double.MaxValue;
        foreach (ref readonly Glyph glyph in page.Rows.Glyphs)
        {
            if (!glyph.IsSpace && extent(glyph) > 0)
                smallest = Math.Min(smallest, extent(glyph));
        }

        return smallest < double.MaxValue ? smallest : page.EmSize;
    }
}
