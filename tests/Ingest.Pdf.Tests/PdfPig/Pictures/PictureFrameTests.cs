using System.Xml.Linq;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pictures;
using Ingest.Pdf.PdfPig.Pictures;

namespace Ingest.Pdf.Tests.PdfPig.Pictures;

/// <summary>Which part of a page a picture shows, and which way up. Expectations are worked out by hand from the boxes.</summary>
public class PictureFrameTests
{
    /// <summary>A red square of 10 points whose lower left corner is 100 points right of and 50 above that of the MediaBox.</summary>
    private const string Square = "1 0 0 rg 110 70 10 10 re f";

    // MediaBox [10 20 410 320] is 400 × 300; the square's lower left corner is at 100, 50 of it.
    [Theory]
    [InlineData("", 400, 300, 10000, 24000)] // 300 - 50 - 10 from the top
    [InlineData("/Rotate 90", 300, 400, 5000, 10000)] // the lower edge is the left one now: 50 right, 100 down
    [InlineData("/Rotate 180", 400, 300, 29000, 5000)] // 400 - 100 - 10 right, 50 down
    [InlineData("/Rotate 270", 300, 400, 24000, 29000)] // 300 - 50 - 10 right, 400 - 100 - 10 down
    [InlineData("/CropBox [60 40 260 240]", 200, 200, 5000, 16000)] // the square at 50, 30 of the crop box
    [InlineData("/UserUnit 2", 800, 600, 20000, 48000)]
    public void A_page_is_cropped_and_turned_as_viewers_do(string entries, float width, float height, double x, double y)
    {
        PagePicture picture = DrawnSvg.Draw(File(entries));

        XElement svg = DrawnSvg.Parse(picture), square = Assert.Single(svg.Painted("path"));
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.Equal($"0 0 {width * 100:0} {height * 100:0}", (string?)svg.Attribute("viewBox"));
        Assert.Equal("#ff0000", square.Effective("fill"));
        Assert.Equal((x, y), UpperLeft((string)square.Attribute("d")!));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("/Rotate 90", 1)]
    [InlineData("/Rotate 180", 2)]
    [InlineData("/Rotate 270", 3)]
    public void A_region_is_cut_out_with_its_margin(string entries, int turns)
    {
        // The square is at 100, 50 of the page's own space.
        var square = new Box(100, 50, 110, 60);

        PagePicture picture = DrawnSvg.Draw(File(entries), new PictureRequest { Page = 1, Region = square, Margin = 5 });

        Assert.Equal((20f, 20f, square.Inflate(5), turns), (picture.Width, picture.Height, picture.Shown, picture.QuarterTurns));
        Assert.Equal((500, 500), UpperLeft((string)Assert.Single(DrawnSvg.Parse(picture).Painted("path")).Attribute("d")!));
    }

    [Fact]
    public void A_strip_has_the_whole_width_of_the_turned_page()
    {
        PagePicture picture = DrawnSvg.Draw(File("/Rotate 90"), new PictureRequest { Page = 1, Region = new Box(100, 50, 110, 60), WholeWidth = true });

        Assert.Equal((300f, 10f), (picture.Width, picture.Height));
    }

    [Fact]
    public void What_lies_outside_the_region_is_not_in_the_picture()
    {
        PagePicture picture = DrawnSvg.Draw(File(""), new PictureRequest { Page = 1, Region = new Box(0, 0, 50, 50) });

        Assert.Empty(DrawnSvg.Parse(picture).Painted("path"));
    }

    [Fact]
    public void A_further_turn_is_added_to_that_of_the_page()
    {
        PagePicture picture = DrawnSvg.Draw(File("/Rotate 90"), null, -1);

        Assert.Equal((400f, 300f, 0), (picture.Width, picture.Height, picture.QuarterTurns));
    }

    [Fact]
    public void Sizes_of_pages_are_those_of_their_pictures()
    {
        using PictureDocument document = PictureReader.Open(File("/Rotate 90 /CropBox [60 40 260 140] /UserUnit 1.5"), Contract.Pages.ReadingOptions.Default);

        Assert.Equal(new PageSize(150, 300, 90), Assert.Single(document.Sizes()));
        PagePicture picture = document.Draw(new PictureRequest { Page = 1 }, 0, []);
        Assert.Equal((150f, 300f), (picture.Width, picture.Height));
    }

    private static byte[] File(string entries) => new PdfBuilder().Header()
        .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .Object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        .Object(3, $"<< /Type /Page /Parent 2 0 R /MediaBox [10 20 410 320] /Resources << >> /Contents 4 0 R {entries} >>")
        .Stream(4, "", PdfBuilder.Latin(Square)).XrefTable().ToArray();

    /// <summary>Of a path that goes once around a rectangle with level and upright sides.</summary>
    private static (double X, double Y) UpperLeft(string path)
    {
        (double x, double y, double left, double top) = (0, 0, double.MaxValue, double.MaxValue);
        foreach (System.Text.RegularExpressions.Match step in System.Text.RegularExpressions.Regex.Matches(path, @"([Mhv])(-?\d+)(?:[ ]?(-?\d+))?"))
        {
            double a = double.Parse(step.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
            (x, y) = step.Groups[1].Value switch
            {
                "M" => (a, double.Parse(step.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture)),
                "h" => (x + a, y),
                _ => (x, y + a),
            };
            (left, top) = (Math.Min(left, x), Math.Min(top, y));
        }

        return (left, top);
    }
}
