using System.Xml.Linq;
using Ingest.App.Pictures;
using Ingest.Contract.Pages;

namespace Ingest.App.Tests.Inspection;

public class PageSvgTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    /// <summary>The same table three times: level, turned by /Rotate, and written sideways.</summary>
    [Theory]
    [InlineData("odd/two-tables.pdf", 0)]
    [InlineData("odd/rotate-90.pdf", 90)]
    [InlineData("odd/rotate-270.pdf", 270)]
    [InlineData("odd/sideways.pdf", 90)]
    public void A_turned_page_is_drawn_as_it_is_read(string fixture, float angle)
    {
        Page page = FixtureDocument.Page(fixture, 1);
        Letter digit = page.Letters.First(letter => letter.Text == "5" && letter.Angle == angle);

        XElement strip = XElement.Parse(PageSvg.DrawStrip(page, [new Highlight(digit.Box, "suspect", "5")], margin: 1));

        Assert.DoesNotContain(strip.Descendants(_svg + "text"), text => text.Attribute("transform") is not null);
        (float width, float height) = (Size(strip, "width"), Size(strip, "height"));
        Assert.Equal(angle % 180 == 0 ? page.Visible.Width : page.Visible.Height, width, 0.5f);
        Assert.InRange(height, digit.Size, 3 * digit.Size);
        // The strip holds the row: Chinese text stands left of the figure, on its line.
        XElement marked = strip.Descendants(_svg + "rect").Single(rect => (string?)rect.Attribute("class") == "suspect");
        Assert.Contains(strip.Descendants(_svg + "text"), text => text.Value[0] >= 0x4E00 && Number(text, "x") < Number(marked, "x"));
    }

    [Fact]
    public void The_whole_page_is_what_a_viewer_shows()
    {
        Page page = FixtureDocument.Page("odd/crop-and-unit.pdf", 1);

        XElement drawing = XElement.Parse(PageSvg.Draw(page, []));

        Assert.Equal((page.Visible.Width, page.Visible.Height), (Size(drawing, "width"), Size(drawing, "height")));
    }

    private static float Size(XElement svg, string name) => float.Parse(((string)svg.Attribute(name)!)[..^2], System.Globalization.CultureInfo.InvariantCulture);

    private static float Number(XElement element, string name) => (float)element.Attribute(name)!;
}
