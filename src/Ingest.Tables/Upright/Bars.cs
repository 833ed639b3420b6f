using Ingest.Contract.Pages;

namespace Ingest.Tables.Upright;

/// <summary>Which fills of a page are long and thin enough to be rulings, though the reader takes them for areas.</summary>
internal static class Bars
{
    /// <summary>Thicker bars are headings and shaded rows; points.</summary>
    private const float Thickest = 12;

    /// <summary>A line is at least so many times longer than it is thick.</summary>
    private const float LeastSlenderness = 5;

    /// <summary>What is lighter than this, of 255, parts nothing on white paper.</summary>
    private const int Lightest = 225;

    public static bool Are(Fill fill)
    {
        float thin = Math.Min(fill.Box.Width, fill.Box.Height);
        float length = Math.Max(fill.Box.Width, fill.Box.Height);
        return thin <= Thickest && length >= LeastSlenderness * thin && !IsLight(fill.Rgb);
    }

    private static bool IsLight(int rgb) =>
        Math.Min(Math.Min((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF), rgb & 0xFF) > Lightest;
}
