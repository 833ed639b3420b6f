using System.Globalization;
using System.Text;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Content;

/// <summary>
/// The appearance that viewers make for a field or a text box that brings none: its text in black, as
/// wide as letters mostly are. Forms filled in by programs are often left like that.
/// </summary>
internal sealed class PlainAppearance(ObjectSource source, PdfDictionary catalog)
{
    private const double Margin = 2;
    private const double LargestOwnSize = 12;

    // Of the height of the field, where the size is left to the viewer.
    private const double OwnSize = 0.7;

    private const double Leading = 1.2;

    // How far below the baseline letters reach.
    private const double Depth = 0.22;

    private const double LatinWidth = 0.5;

    // A font in which codes are UTF-16 and Latin letters are half as wide as they are high.
    private const string Resources = """
        << /Font << /F << /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /UniGB-UTF16-H /DescendantFonts [
           << /Type /Font /Subtype /CIDFontType0 /BaseFont /Plain /W [1 95 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) >> >> ] >> >> >>
        """;

    private readonly PdfDictionary _form = source.GetDictionary(catalog, "AcroForm") ?? PdfDictionary.Empty;
    private PdfObject? _resources;

    /// <returns>A form as large as the annotation; null when there is nothing to write.</returns>
    public PdfStream? For(PdfDictionary annotation)
    {
        if (source.GetName(annotation, "Subtype") is not ("Widget" or "FreeText")
            || source.GetRectangle(annotation, "Rect") is not { } place
            || WrittenText.Of(source, annotation, _form) is not { } written)
            return null;
        int quarters = QuarterTurns(annotation);
        (double width, double height) = quarters % 2 == 0 ? (place.Width, place.Height) : (place.Height, place.Width);
        return new PdfStream(
            new PdfDictionary(new Dictionary<string, PdfObject>
            {
                ["BBox"] = Numbers(0, 0, width, height),
                ["Matrix"] = quarters switch
                {
                    1 => Numbers(0, 1, -1, 0, 0, 0),
                    2 => Numbers(-1, 0, 0, -1, 0, 0),
                    3 => Numbers(0, -1, 1, 0, 0, 0),
                    _ => Numbers(1, 0, 0, 1, 0, 0),
                },
                ["Resources"] = _resources ??= Parse(Resources),
            }),
            Encoding.ASCII.GetBytes(Content(written, width, height)));
    }

    private static string Content(WrittenText written, double width, double height)
    {
        double size = written.Size > 0 ? written.Size : Math.Min(LargestOwnSize, height * OwnSize);
        List<string> lines = written.HasLines ? Break(written.Text, (width - (2 * Margin)) / size) : [written.Text.Replace('\n', ' ')];
        double y = written.HasLines ? height - Margin - size : (height - size) / 2 + (Depth * size);
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"BT /F {size:F3} Tf ");
        foreach (string line in lines)
        {
            double room = width - (2 * Margin) - (WidthOf(line) * size);
            double x = Margin + (written.Quadding * room / 2);
            content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {x:F3} {y:F3} Tm <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}> Tj ");
            y -= size * Leading;
        }

        return content.Append("ET").ToString();
    }

    // Written lines, and those broken where the next letter would leave the box.
    private static List<string> Break(string text, double room)
    {
        List<string> lines = [];
        foreach (string written in text.Split('\n'))
        {
            int start = 0;
            double width = 0;
            for (int i = 0; i < written.Length; i++)
            {
                double next = WidthOf(written[i]);
                if (width + next > room && i > start)
                {
                    lines.Add(written[start..i]);
                    (start, width) = (i, 0);
                }

                width += next;
            }

            lines.Add(written[start..]);
        }

        return lines;
    }

    private static double WidthOf(string line) => line.Sum(WidthOf);

    private static double WidthOf(char character) => character < 0x80 ? LatinWidth : 1;

    // Fields on a page that is turned are turned back.
    private int QuarterTurns(PdfDictionary annotation)
    {
        double degrees = source.GetDictionary(annotation, "MK") is { } look ? source.GetNumber(look, "R", 0) : 0;
        return ((int)Math.Round(Math.IEEERemainder(degrees, 360) / 90) + 4) % 4;
    }

    private static PdfArray Numbers(params double[] values) => new([.. values.Select(PdfNumber.Of)]);

    private PdfObject Parse(string syntax)
    {
        int position = 0;
        return new ObjectParser(new NamePool(), source.Budget).Parse(Encoding.ASCII.GetBytes(syntax), ref position) ?? PdfNull.Value;
    }
}
