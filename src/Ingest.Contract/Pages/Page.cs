using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Text;

namespace Ingest.Contract.Pages;

/// <summary>
/// What is on one page. All geometry is in points in the page's unrotated space: origin at the lower
/// left corner of the MediaBox, y upwards, UserUnit applied, <c>/Rotate</c> not applied. Immutable
/// and safe to share between threads.
/// </summary>
public sealed record Page
{
    /// <summary>More letters without meaning than this share make a text unusable.</summary>
    public const double GarbledShare = 0.2;

    /// <summary>1-based.</summary>
    public required int Number { get; init; }

    /// <summary>Size of the MediaBox before rotation.</summary>
    public required float Width { get; init; }

    /// <summary>Size of the MediaBox before rotation.</summary>
    public required float Height { get; init; }

    /// <summary>The part a viewer shows (CropBox), in the same space.</summary>
    public required Box Visible { get; init; }

    /// <summary>
    /// Clockwise degrees by which a viewer turns the page: 0, 90, 180 or 270. Nothing here is turned by it: on a page
    /// of 90 the text that a viewer shows level has <see cref="Letter.Angle"/> 90.
    /// </summary>
    public required int Rotation { get; init; }

    /// <summary>In content order, hidden ones included; a letter drawn twice for boldness is there once.</summary>
    public required ImmutableArray<Letter> Letters { get; init; }

    public required ImmutableArray<Ruling> Rulings { get; init; }

    public required ImmutableArray<Fill> Fills { get; init; }

    /// <summary>Where images are painted, visible or not.</summary>
    public required ImmutableArray<Box> Images { get; init; }

    /// <summary>
    /// Where shapes with curves are painted that are no letters: text turned into outlines, ticks, seals. Of a page with
    /// thousands of them not all.
    /// </summary>
    public ImmutableArray<Box> Shapes { get; init; } = [];

    /// <summary>
    /// True when an image covers most of the visible page and no visible text was found: a scan. Such a
    /// page is never an empty one.
    /// </summary>
    public required bool ImageOnly { get; init; }

    /// <summary>
    /// True when more than a fifth of the visible letters have no known meaning (U+FFFD, or a private-use area), because the fonts
    /// of the file do not say it: the text can be seen and not read.
    /// </summary>
    public bool IsGarbled
    {
        get
        {
            int letters = 0, meaningless = 0;
            foreach (Letter letter in Letters)
            {
                if (!letter.IsVisible || letter.Text.Length == 0)
                    continue;
                letters++;
                if (letter.HasNoMeaning())
                    meaningless++;
            }

            return meaningless > 0 && meaningless >= letters * GarbledShare;
        }
    }

    /// <summary>Lines of text that were recognised in a picture of the page; empty for a page that was read from its letters.</summary>
    public ImmutableArray<RecognisedText> Recognised { get; init; } = [];

    /// <summary>
    /// Degrees counter-clockwise by which a recognised page lies askew. Everything here is as it would be were the page level,
    /// turned about the middle of <see cref="Visible"/>; <see cref="Askew"/> leads back.
    /// </summary>
    public float Skew { get; init; }

    /// <summary>A box of the level page where it can be seen on the page as it is; its size is kept.</summary>
    public Box Askew(Box level)
    {
        if (Skew == 0)
            return level;
        (float sin, float cos) = MathF.SinCos(Skew * MathF.PI / 180);
        float x = level.CenterX - Visible.CenterX, y = level.CenterY - Visible.CenterY;
        float movedX = (x * cos) - (y * sin) - x, movedY = (x * sin) + (y * cos) - y;
        return new Box(level.Left + movedX, level.Bottom + movedY, level.Right + movedX, level.Top + movedY);
    }

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}
