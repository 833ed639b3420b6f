using System.Xml.Linq;
using Ingest.Contract.Geometry;
using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Tests.Imaging;

/// <summary>Pages that are painted from their outlines: 72 points are 200 pixels.</summary>
public class DrawnSheetTests
{
    private const string Page = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7200 7200"><rect width="100%" height="100%" fill="#fff"/>
        <defs><path id="a" d="M0 0H720V720H0z"/></defs>
        <use href="#a" x="720" y="1440"/><g fill="#fff"><use href="#a" x="3600" y="3600"/></g>
        <g fill="none" stroke="#000" stroke-width="100"><path d="M0 5000H7200"/></g></svg>
        """;

    [Theory]
    // The upper left corner of a glyph's square is (7.2, 14.4) points: 20 and 40 pixels; its side is 20 pixels.
    [InlineData(30, 50, 0)]
    [InlineData(17, 50, 255)]
    [InlineData(43, 50, 255)]
    // White on white.
    [InlineData(110, 110, 255)]
    // A line of one point, at 50 points from above.
    [InlineData(100, 138, 0)]
    [InlineData(100, 142, 255)]
    public void Glyphs_and_lines_are_painted_where_they_stand(int x, int y, int level)
    {
        ScannedSheet sheet = DrawnSheet.Paint(XElement.Parse(Page), new Box(0, 0, 72, 72), CancellationToken.None);

        Assert.Equal((200, 200), (sheet.Image.Width, sheet.Image.Height));
        Assert.Equal(level, sheet.Image.Row(y)[x]);
    }

    [Fact]
    public void Groups_that_name_each_other_end()
    {
        const string round = """<svg xmlns="http://www.w3.org/2000/svg"><defs><g id="a"><use href="#a"/></g></defs><use href="#a"/></svg>""";

        Assert.Equal(255, DrawnSheet.Paint(XElement.Parse(round), new Box(0, 0, 72, 72), CancellationToken.None).Image.Row(0)[0]);
    }
}
