using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Content;

/// <summary>
/// Letters stand at the same place on every reader, however a page is turned, moved or cut: counted from the lower left corner of
/// the MediaBox, not turned, in points. The letter of these pages is written at (150, 260), 5 wide, 8 high and 2 deep.
/// </summary>
public abstract class PageBoxContract(IPdfReader reader) : ContentContract(reader)
{
    private const string Content = "BT /F1 10 Tf 150 260 Td (A) Tj ET";

    [Theory]
    [InlineData("/MediaBox [0 0 600 800]", 150, 258)]
    [InlineData("/MediaBox [0 0 600 800] /Rotate 90", 150, 258)]
    [InlineData("/MediaBox [0 0 600 800] /Rotate 180", 150, 258)]
    [InlineData("/MediaBox [0 0 600 800] /Rotate 270", 150, 258)]
    [InlineData("/MediaBox [600 800 0 0]", 150, 258)]
    [InlineData("/MediaBox [50 60 350 460]", 100, 198)]
    [InlineData("/MediaBox [50 60 350 460] /Rotate 90", 100, 198)]
    [InlineData("/MediaBox [-100 -200 500 600]", 250, 458)]
    [InlineData("/MediaBox [-100 -200 500 600] /Rotate 270", 250, 458)]
    [InlineData("/MediaBox [0 0 600 800] /CropBox [100 200 400 500]", 150, 258)]
    [InlineData("/MediaBox [0 0 600 800] /CropBox [100 200 400 500] /Rotate 90", 150, 258)]
    [InlineData("/MediaBox [50 60 350 460] /CropBox [100 200 400 500] /Rotate 180", 100, 198)]
    [InlineData("/MediaBox [0 0 600 800] /CropBox [0 0 600]", 150, 258)]
    public void A_letter_is_where_it_was_written(string entries, float left, float bottom)
    {
        Letter letter = Assert.Single(new ContentPage(Reader) { Entries = entries }.Paint(Content).Letters);

        Assert.Equal(new Box(left, bottom, left + 5, bottom + 10), letter.Box.Rounded());
        Assert.Equal((0f, Hidden.No), (letter.Angle, letter.Hidden));
    }

    [Theory]
    [InlineData("-90", 270)]
    [InlineData("450", 90)]
    [InlineData("-450", 270)]
    [InlineData("89", 90)]
    [InlineData("90.0", 90)]
    [InlineData("/none", 0)]
    public void A_turn_is_a_quarter_turn(string rotate, int expected)
    {
        Page page = new ContentPage(Reader) { Entries = $"/MediaBox [0 0 600 800] /Rotate {rotate}" }.Paint(Content);

        Assert.Equal(expected, page.Rotation);
        Assert.Equal(150f, Assert.Single(page.Letters).X);
    }

    [Theory]
    [InlineData("[100 200 400 500]", 100, 200, 400, 500)]
    [InlineData("[400 500 100 200]", 100, 200, 400, 500)]
    [InlineData("[-50 -50 400 900]", 0, 0, 400, 800)]
    [InlineData("[700 900 800 1000]", 0, 0, 600, 800)]
    public void What_is_cut_is_the_crop_box_within_the_media_box(string crop, float left, float bottom, float right, float top)
    {
        Page page = new ContentPage(Reader) { Entries = $"/MediaBox [0 0 600 800] /CropBox {crop} /Rotate 90" }.Paint(Content);

        Assert.Equal(new Box(left, bottom, right, top), page.Visible);
        Assert.Equal((600f, 800f), (page.Width, page.Height));
    }

    [Fact]
    public void A_letter_outside_the_crop_box_cannot_be_seen()
    {
        Page page = new ContentPage(Reader) { Entries = "/MediaBox [50 60 650 860] /CropBox [200 300 400 500] /Rotate 90" }.Paint(Content);

        Assert.Equal(Hidden.OffPage, Assert.Single(page.Letters).Hidden);
    }

    [Fact]
    public void Boxes_and_turn_are_inherited()
    {
        var page = new ContentPage(Reader) { Entries = "", Tree = "/MediaBox [50 60 350 460] /CropBox [60 80 340 440] /Rotate 270" };

        Page read = page.Paint(Content);

        Assert.Equal(new Box(100, 198, 105, 208), Assert.Single(read.Letters).Box.Rounded());
        Assert.Equal((300f, 400f, 270), (read.Width, read.Height, read.Rotation));
        Assert.Equal(new Box(10, 20, 290, 380), read.Visible);
    }

    [Fact]
    public void A_unit_that_is_no_whole_number_holds()
    {
        var page = new ContentPage(Reader) { Entries = "/MediaBox [50 60 350 460] /UserUnit 1.5 /Rotate 180" };

        Page read = page.Paint(Content);

        Assert.Equal(new Box(150, 297, 157.5f, 312), Assert.Single(read.Letters).Box.Rounded());
        Assert.Equal((450f, 600f), (read.Width, read.Height));
    }
}
