using Ingest.Ocr.Imaging;
using Ingest.Ocr.Layout;

namespace Ingest.Ocr.Tests.Layout;

/// <summary>At 144 dots per inch: two pixels are a point.</summary>
public class LayoutTests
{
    private const double Density = 2;

    [Fact]
    public void Lines_of_a_table_are_found_and_strokes_of_letters_are_none()
    {
        Drawing page = new Drawing(600, 500).Table([50, 200, 400], [60, 120, 180])
            // A heading's strokes: as long as a short line, and nothing to end at.
            .Box(100, 300, 140, 304).Box(118, 285, 122, 330);

        List<RuledLine> lines = new RulingFinder(page.Ink, Density).Find();

        Assert.Equal([61, 121, 181], lines.Where(line => line.IsHorizontal).Select(line => line.At));
        Assert.Equal([51, 201, 401], lines.Where(line => !line.IsHorizontal).Select(line => line.At));
        Assert.All(lines, line => Assert.InRange(line.Thickness, 1.9, 2.1));
    }

    [Fact]
    public void A_worn_line_is_one_line()
    {
        Drawing page = new Drawing(600, 300).Table([50, 400], [60, 120, 180]).Box(150, 119, 154, 123, 250).Box(300, 119, 306, 123, 250);

        Assert.Single(new RulingFinder(page.Ink, Density).Find(), line => line.IsHorizontal && Math.Abs(line.At - 121) < 1);
    }

    [Fact]
    public void Cells_are_what_lines_enclose_merged_ones_whole()
    {
        // The lower row is not parted.
        Drawing page = new Drawing(600, 300).Table([50, 200, 400], [60, 120]).Table([50, 400], [120, 180]);

        List<Area> cells = CellFinder.Find(new RulingFinder(page.Ink, Density).Find(), 600, 300, Density);

        Assert.Equal(3, cells.Count);
        Assert.All(cells.Zip([150, 200, 350]), pair => Assert.InRange(pair.First.Width, pair.Second - 8, pair.Second));
        Assert.All(cells, cell => Assert.InRange(cell.Height, 52, 60));
    }

    /// <summary>The two strokes of 二 are one line of text; the next line is another.</summary>
    [Fact]
    public void Pieces_of_a_letter_are_one_line()
    {
        Drawing page = new Drawing(200, 200).Box(20, 20, 40, 23).Box(18, 34, 42, 37).Box(20, 60, 60, 82);

        Assert.Equal([new Area(18, 20, 42, 37), new Area(20, 60, 60, 82)], new TextFinder(page.Ink, Density).In(new Area(0, 0, 200, 200)));
    }

    [Fact]
    public void A_wide_gap_parts_a_line()
    {
        Drawing page = new Drawing(300, 100).Box(20, 20, 60, 40).Box(66, 20, 100, 40).Box(200, 20, 240, 40);

        Assert.Equal([new Area(20, 20, 100, 40), new Area(200, 20, 240, 40)], new TextFinder(page.Ink, Density).In(new Area(0, 0, 300, 100)));
    }

    /// <summary>A name of two lines, an amount between them, and another name of two lines beside: no row of paper parts the rows of ink.</summary>
    [Fact]
    public void Texts_beside_one_another_are_cut_each_for_itself()
    {
        Drawing page = new Drawing(400, 120)
            .Box(20, 20, 60, 42).Box(20, 50, 60, 72)
            .Box(74, 35, 120, 57)
            .Box(134, 22, 180, 44).Box(134, 52, 180, 74);

        List<Area> lines = new TextFinder(page.Ink, Density).Beside(new Area(0, 0, 400, 120));

        Assert.Equal(
            [new Area(20, 20, 60, 42), new Area(20, 50, 60, 72), new Area(74, 35, 120, 57), new Area(134, 22, 180, 44), new Area(134, 52, 180, 74)],
            lines.OrderBy(line => line.Left).ThenBy(line => line.Top));
    }

    /// <summary>One speck of ink bridges the paper between two lines.</summary>
    [Fact]
    public void Lines_whose_ink_touches_are_parted_where_there_is_least_of_it()
    {
        Drawing page = new Drawing(400, 120);
        for (int x = 20; x < 360; x += 24)
            page.Box(x, 20, x + 20, 40).Box(x, 46, x + 20, 66);
        page.Box(25, 40, 27, 46);

        List<Area> lines = new TextFinder(page.Ink, Density).Beside(new Area(0, 0, 400, 120));

        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.InRange(line.Height, 20, 26));
    }

    [Fact]
    public void Dirt_is_no_text()
    {
        InkMask ink = new Drawing(200, 100).Box(20, 20, 22, 21).Box(100, 50, 101, 51).Ink;

        ink.RemoveSpecks(3);

        Assert.Empty(new TextFinder(ink, Density).In(new Area(0, 0, 200, 100)));
    }
}
