using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Tests.Imaging;

public class SkewTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(-1.2)]
    [InlineData(3)]
    public void The_angle_of_lines_is_found_and_taken_back(double degrees)
    {
        // Turned clockwise by the opposite: its lines rise by the angle.
        GrayImage askew = Skew.Levelled(Page(), -degrees);

        double found = Skew.Of(InkMask.Of(askew, 25));
        Assert.Equal(degrees, found, 0.05);
        Assert.Equal(0, Skew.Of(InkMask.Of(Skew.Levelled(askew, found), 25)), 0.05);
    }

    [Fact]
    public void An_empty_sheet_is_level() => Assert.Equal(0, Skew.Of(new Drawing(400, 400).Ink));

    private static GrayImage Page()
    {
        var page = new Drawing(900, 700);
        for (int y = 100; y < 600; y += 40)
            for (int x = 100; x < 800; x += 14)
                page.Box(x, y, x + 9, y + 12);
        return page.Image;
    }
}
