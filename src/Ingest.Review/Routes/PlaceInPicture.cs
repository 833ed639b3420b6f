using Ingest.Contract.Geometry;
using Ingest.Contract.Pictures;

namespace Ingest.Review.Routes;

/// <summary>Where something stands in a picture, as parts of its width and height from the upper left; 0 to 1.</summary>
internal sealed record PlaceInPicture(double X, double Y, double Width, double Height, bool IsSuspect)
{
    public static PlaceInPicture Of(PictureMark mark, PagePicture picture)
    {
        (Box box, Box shown) = (mark.Box, picture.Shown);
        (double left, double right) = ((box.Left - shown.Left) / shown.Width, (box.Right - shown.Left) / shown.Width);
        (double bottom, double top) = ((box.Bottom - shown.Bottom) / shown.Height, (box.Top - shown.Bottom) / shown.Height);
        // Clockwise: what was above is then to the right, what was left is above.
        (double x, double y, double width, double height) = picture.QuarterTurns switch
        {
            1 => (bottom, left, top - bottom, right - left),
            2 => (1 - right, bottom, right - left, top - bottom),
            3 => (1 - top, 1 - right, top - bottom, right - left),
            _ => (left, 1 - top, right - left, top - bottom),
        };
        return new PlaceInPicture(x, y, width, height, mark.Style is MarkStyle.Suspect or MarkStyle.Total);
    }
}
