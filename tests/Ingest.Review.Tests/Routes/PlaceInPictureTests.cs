using Ingest.Contract.Geometry;
using Ingest.Contract.Pictures;
using Ingest.Review.Routes;

namespace Ingest.Review.Tests.Routes;

public class PlaceInPictureTests
{
    /// <summary>A box in the lower left quarter of the page, which is 100 wide and 200 high; turned clockwise, that quarter is the upper left, then the upper right, then the lower right.</summary>
    [Theory]
    [InlineData(0, 0.1, 0.9, 0.2, 0.05)]
    [InlineData(1, 0.05, 0.1, 0.05, 0.2)]
    [InlineData(2, 0.7, 0.05, 0.2, 0.05)]
    [InlineData(3, 0.9, 0.7, 0.05, 0.2)]
    public void A_mark_is_found_in_a_turned_picture(int quarterTurns, double x, double y, double width, double height)
    {
        var picture = new PagePicture(default, 0, 0, new Box(0, 0, 100, 200), quarterTurns, []);

        PlaceInPicture place = PlaceInPicture.Of(new PictureMark(new Box(10, 10, 30, 20), MarkStyle.Suspect), picture);

        Assert.Equal((x, y, width, height), (Math.Round(place.X, 4), Math.Round(place.Y, 4), Math.Round(place.Width, 4), Math.Round(place.Height, 4)));
        Assert.True(place.IsSuspect);
    }
}
