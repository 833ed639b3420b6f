using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Content;

/// <summary>Finds the letters that what lies below or above them makes invisible.</summary>
internal static class LetterSight
{
    // Ink keeps away from the edges of a letter's box, above all of the upper one; a cover that leaves
    // the rim open still hides the letter.
    private const float Rim = 0.2f;

    public static void MarkHidden(Buffer<PaintedLetter> letters, PaintedGround ground)
    {
        foreach (ref PaintedLetter letter in letters.Span)
        {
            if (letter.Hidden != Hidden.No || letter.IsBlank)
                continue;
            if (Vanishes(letter, ground))
                letter.Hidden = Hidden.SameAsBackground;
            else if (ground.IsCovered(letter.AreasBefore, Core(letter.Box)))
                letter.Hidden = Hidden.Covered;
        }
    }

    private static bool Vanishes(in PaintedLetter letter, PaintedGround ground) =>
        ground.MayVanish(letter.Rgb)
        && Rgb.LookAlike(letter.Rgb, ground.ColorBelow(letter.AreasBefore, letter.Box.CenterX, letter.Box.CenterY, ignoreBars: false));

    private static Box Core(Box box)
    {
        float x = box.Width * Rim;
        float y = box.Height * Rim;
        return new Box(box.Left + x, box.Bottom + y, box.Right - x, box.Top - y);
    }
}
