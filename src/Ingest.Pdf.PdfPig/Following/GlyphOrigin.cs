using Ingest.Pdf.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;

namespace Ingest.Pdf.PdfPig.Following;

/// <summary>Where a glyph stands in text space.</summary>
internal static class GlyphOrigin
{
    /// <summary>
    /// In vertical writing PdfPig has moved the matrix by the glyph's position vector, but by ems where text
    /// space has points; the move is taken back and made again at the font's size.
    /// </summary>
    /// <param name="moved">What PdfPig hands on.</param>
    /// <param name="position">The text matrix.</param>
    public static (double X, double Y) Of(IFont font, in TransformationMatrix moved, in Matrix position, double fontSize, double horizontalScale)
    {
        double determinant = position.Determinant;
        if (!font.IsVertical || determinant == 0)
            return (0, 0);
        double byX = moved.E - position.E;
        double byY = moved.F - position.F;
        double x = ((byX * position.D) - (byY * position.C)) / determinant;
        double y = ((byY * position.A) - (byX * position.B)) / determinant;
        return (x * fontSize * horizontalScale, y * fontSize);
    }
}
