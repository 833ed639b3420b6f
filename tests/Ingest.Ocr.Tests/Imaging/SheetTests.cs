using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Tests.Imaging;

public class SheetTests
{
    // Black, dark / light, white: which corner is where tells how the image lies.
    private static readonly byte[] _corners = [0, 80, 160, 240];

    /// <summary>Quarter turns of ISO 32000-1, 8.3.4, each with the corners from the upper left that a viewer shows.</summary>
    [Theory]
    [InlineData(100, 0, 0, 100, 0, 0, new byte[] { 0, 80, 160, 240 })]
    [InlineData(0, 100, -100, 0, 100, 0, new byte[] { 80, 240, 0, 160 })]
    [InlineData(-100, 0, 0, -100, 100, 100, new byte[] { 240, 160, 80, 0 })]
    [InlineData(0, -100, 100, 0, 0, 100, new byte[] { 160, 0, 240, 80 })]
    public void An_image_is_turned_as_the_page_lays_it(double a, double b, double c, double d, double e, double f, byte[] shown)
    {
        ScannedSheet sheet = SheetPainter.Paint(Page(), [Image(new ImagePlacement(a, b, c, d, e, f), _corners, 2)], CancellationToken.None);

        Assert.Equal(shown, sheet.Image.Pixels);
        Assert.Equal(new Box(0, 0, 100, 100), sheet.Box);
    }

    [Fact]
    public void Strips_are_put_together()
    {
        ScannedSheet sheet = SheetPainter.Paint(
            Page(), [Image(new ImagePlacement(100, 0, 0, 50, 0, 50), [10], 1), Image(new ImagePlacement(100, 0, 0, 50, 0, 0), [200], 1)], CancellationToken.None);

        Assert.InRange(sheet.Image.Row(sheet.Image.Height / 4)[sheet.Image.Width / 2], 0, 30);
        Assert.InRange(sheet.Image.Row(sheet.Image.Height * 3 / 4)[sheet.Image.Width / 2], 180, 220);
    }

    [Theory]
    [InlineData(ImagePacking.Jpeg2000, "JPEG 2000")]
    [InlineData(ImagePacking.Jbig2, "JBIG2")]
    [InlineData(ImagePacking.Jpeg, "damaged")]
    public void What_cannot_be_unpacked_is_said(ImagePacking packing, string why)
    {
        PageImage image = Image(new ImagePlacement(100, 0, 0, 100, 0, 0), _corners, 2) with { Packing = packing };

        var refused = Assert.Throws<UnsupportedImageException>(() => SheetPainter.Paint(Page(), [image], CancellationToken.None));

        Assert.Contains(why, refused.Text.English, StringComparison.Ordinal);
    }

    /// <summary>Sizes are the file's word: they are looked at before anything is made of them.</summary>
    [Fact]
    public void An_image_of_more_pixels_than_the_limit_is_refused_before_room_is_made_for_it()
    {
        PageImage image = Image(new ImagePlacement(100, 0, 0, 100, 0, 0), _corners, 2) with { Width = 100_000, Height = 100_000 };

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<UnsupportedImageException>(() => SheetPainter.Paint(Page(), [image], CancellationToken.None));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private static Page Page() => new()
    {
        Number = 1, Width = 100, Height = 100, Visible = new Box(0, 0, 100, 100), Rotation = 0,
        Letters = [], Rulings = [], Fills = [], Images = [], ImageOnly = true, Diagnostics = [],
    };

    private static PageImage Image(ImagePlacement placement, byte[] samples, int width) => new()
    {
        Placement = placement, Width = width, Height = samples.Length / width, BitsPerSample = 8, Colors = ImageColors.Gray, Packing = ImagePacking.None, Bytes = samples,
    };
}
