namespace Ingest.Pdf.Fonts.Programs;

/// <summary>What of a glyph's outline tells characters apart without drawing it.</summary>
/// <param name="Contours">Closed curves: 0 for nothing, 2 for a 0; −1 where the glyph is put together of others.</param>
/// <param name="Left">Of the box around them, in ems.</param>
/// <param name="Bottom">See <paramref name="Left"/>; 0 is the baseline.</param>
/// <param name="Right">See <paramref name="Left"/>.</param>
/// <param name="Top">See <paramref name="Left"/>.</param>
internal readonly record struct GlyphShape(int Contours, double Left, double Bottom, double Right, double Top)
{
    // A minus is a bar at half the height of digits; an underscore lies lower, an overline higher.
    private const double ThickestBar = 0.16;
    private const double LowestBar = 0.12;
    private const double HighestBar = 0.6;
    private const double LeastSlenderness = 1.6;

    /// <summary>Closed curves of 0 to 9 in ordinary type.</summary>
    private static ReadOnlySpan<sbyte> DigitContours => [2, 1, 1, 1, 2, 1, 2, 1, 3, 2];

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static ReadOnlySpan<sbyte> LetterContours =>
        [2, 3, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 1, 2, 2, 1, 2, 1, 2, 2, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1];

    /// <summary>Closed curves of a letter or digit in ordinary type; 0 for other characters.</summary>
    public static int ContoursOf(char character) =>
        character is >= '0' and <= '9' ? DigitContours[character - '0']
        : Letters.IndexOf(character, StringComparison.Ordinal) is >= 0 and var letter ? LetterContours[letter] : 0;

    /// <summary>Nothing is drawn.</summary>
    public bool IsEmpty => Contours == 0;

    /// <summary>It is a bar where a minus stands.</summary>
    public bool IsBar =>
        Contours == 1 && Top - Bottom <= ThickestBar && Right - Left >= LeastSlenderness * (Top - Bottom)
        && Bottom >= LowestBar && Top <= HighestBar;

    /// <summary>Whether it can be a character of a number; null where that cannot be told.</summary>
    public bool? CanBe(string text) => text switch
    {
        [>= '0' and <= '9'] => Contours < 0 ? null : Contours == DigitContours[text[0] - '0'] && Top - Bottom > 2 * ThickestBar,
        "-" or "−" or "–" or "\u00AD" or "\u2010" or "\u2011" => Contours < 0 ? null : IsBar,
        "." or "," => Contours < 0 ? null : Contours == 1 && Top < 0.35 && Right - Left < 0.3,
        _ => null,
    };
}
