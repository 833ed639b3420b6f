using Ingest.Contract.Pages;

namespace Ingest.Tables.Upright;

/// <summary>Which fills of a page are long and thin enough to be rulings, though the reader takes them for areas.</summary>
internal static class Bars
{
    /// <summary>Thicker bars are headings and shaded rows; points.</summary>
    private const float Thickest = 12;

    /// <summary>Bars at most this thick, in sizes of the text, cover no text: the sides of single cells are drawn so.</summary>
    private const float Thin = 0.75f;

    private const float LeastSlenderness = 2;

    /// <summary>A thicker bar is a line only when it is so many times longer; others black out text.</summary>
    private const float LeastSlendernessOfThick = 12;

    /// <summary>What is lighter than this, of 255, parts nothing on white paper.</summary>
    private const int Lightest = 225;

    public static bool Are(Fill fill, float em)
    {
        float thin = Math.Min(fill.Box.Width, fill.Box.Height);
        float length = Math.Max(fill.Box.Width, fill.Box.Height);
        float slenderness = thin <= Thin * em ? LeastSlenderness : LeastSlendernessOfThick;
        return thin <= Thickest && length >= slenderness * thin && !IsLight(fill.Rgb);
    }

    private static bool IsLight(int rgb) =>
        Math.Min(Math.Min((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF), rgb & 0xFF) > Lightest;
}
