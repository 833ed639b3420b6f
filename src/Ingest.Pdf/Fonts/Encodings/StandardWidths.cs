using System.Globalization;
using Ingest.Pdf.Fonts.Characters;

namespace Ingest.Pdf.Fonts.Encodings;

/// <summary>
/// Widths for fonts that bring none: those of the standard 14 fonts, and of the one that a viewer would
/// show in place of any other.
/// </summary>
internal sealed class StandardWidths
{
    private const float CourierWidth = 600;

    private static readonly Lazy<Dictionary<string, StandardWidths>> _fonts = new(Read);

    private readonly Dictionary<int, float> _widths = [];
    private readonly float _otherwise;

    private StandardWidths(float otherwise) => _otherwise = otherwise;

    /// <param name="baseFont">The font's name, with or without subset tag and style.</param>
    public static StandardWidths For(string baseFont)
    {
        bool Has(string part) => baseFont.Contains(part, StringComparison.OrdinalIgnoreCase);
        bool isBold = Has("Bold") || Has("Black") || Has("Heavy");
        bool isItalic = Has("Italic") || Has("Oblique");
        string name = Has("Courier") || Has("Mono") ? "Courier"
            : Has("Symbol") && !Has("Segoe") ? "Symbol"
            : Has("Dingbats") ? "ZapfDingbats"
            : Has("Times") || Has("Serif") && !Has("Sans") || Has("Roman") ? (isBold, isItalic) switch
            {
                (false, false) => "Times-Roman",
                (true, false) => "Times-Bold",
                (false, true) => "Times-Italic",
                (true, true) => "Times-BoldItalic",
            }
            : isBold ? "Helvetica-Bold" : "Helvetica";
        return _fonts.Value[name];
    }

    /// <summary>Width in thousandths of the character.</summary>
    public float WidthOf(string text) =>
        text.Length == 1 && _widths.TryGetValue(text[0], out float width) ? width : _otherwise;

    private static Dictionary<string, StandardWidths> Read()
    {
        // Between the narrow and the wide letters, for the few characters beyond the tables.
        const float Middle = 556;
        var fonts = new Dictionary<string, StandardWidths> { ["Courier"] = new(CourierWidth) };
        foreach (string line in DataFile.Lines("standard-widths.txt"))
        {
            string[] fields = line.Split(' ');
            if (!fonts.TryGetValue(fields[0], out StandardWidths? font))
                fonts[fields[0]] = font = new StandardWidths(Middle);
            int codePoint = int.Parse(fields[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            foreach (string width in fields[2..])
                font._widths[codePoint++] = int.Parse(width, CultureInfo.InvariantCulture);
        }

        return fonts;
    }
}
