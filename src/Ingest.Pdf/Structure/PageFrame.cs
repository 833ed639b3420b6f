using Ingest.Contract.Geometry;

namespace Ingest.Pdf.Structure;

/// <summary>Boxes, turn and unit of a page, put in order as viewers do; every reader takes them from here.</summary>
/// <param name="MediaBox">In the file's units.</param>
/// <param name="CropBox">Within the MediaBox.</param>
/// <param name="Rotate">Clockwise: 0, 90, 180 or 270.</param>
/// <param name="UserUnit">Points to a unit.</param>
internal readonly record struct PageFrame(Box MediaBox, Box CropBox, int Rotate, float UserUnit)
{
    /// <summary>US Letter, which viewers assume when the MediaBox is missing or broken.</summary>
    public static readonly Box DefaultBox = new(0, 0, 612, 792);

    // A mile of paper; beyond it a box is damage.
    private const double LargestCoordinate = 5e6;

    // UserUnit exists for pages above 200 inches; the largest that PDF 1.6 viewers take is 75 000.
    private const double LargestUserUnit = 75_000;

    /// <summary>From what the file says; null where it says nothing or something else than numbers.</summary>
    public static PageFrame Of(double[]? mediaBox, double[]? cropBox, double? rotate, double? userUnit)
    {
        Box media = BoxOf(mediaBox) ?? DefaultBox;
        Box crop = BoxOf(cropBox)?.Intersect(media) ?? media;
        if (crop.Width <= 0 || crop.Height <= 0)
            crop = media;
        return new PageFrame(media, crop, QuarterTurns(rotate ?? 0), userUnit is > 0 and <= LargestUserUnit ? (float)userUnit.Value : 1);
    }

    private static Box? BoxOf(double[]? edges)
    {
        if (edges is not [var x1, var y1, var x2, var y2] || edges.Any(edge => Math.Abs(edge) > LargestCoordinate))
            return null;
        var box = new Box((float)Math.Min(x1, x2), (float)Math.Min(y1, y2), (float)Math.Max(x1, x2), (float)Math.Max(y1, y2));
        return box.Width > 0 && box.Height > 0 ? box : null;
    }

    // Anything between is taken to the nearest quarter turn.
    private static int QuarterTurns(double degrees)
    {
        int quarters = (int)Math.Round(Math.IEEERemainder(degrees, 360) / 90);
        return ((quarters % 4) + 4) % 4 * 90;
    }
}
