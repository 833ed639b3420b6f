using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;

namespace Ingest.Tables.Tests;

public sealed class BuiltInUprightTests() : UprightContract(new TableFinder());

public sealed class BuiltInHostilePageTests() : HostilePageContract(new TableFinder());

public sealed class BuiltInPageLineTests() : PageLineContract(new TableFinder());

public sealed class BuiltInLetterPlacingTests() : LetterPlacingContract(new TableFinder());

public sealed class BuiltInMissingRulesTests() : MissingRulesContract(new TableFinder());

public sealed class BuiltInCellTextTests() : CellTextContract(new TableFinder());

public sealed class BuiltInRuledTableTests() : RuledTableContract(new TableFinder())
{
    [Fact]
    public void A_table_open_at_its_sides_has_its_outer_columns()
    {
        Sheet sheet = new Sheet().Down(150, 640, 700).Down(200, 640, 700);
        foreach (float y in Y)
            sheet.Across(y, 100, 250);
        sheet.Text(102, 686, "项目").Right(248, 666, "3.00");

        Grid grid = Assert.Single(sheet.Find(Finder).Grids);
        Assert.Equal([100f, 150f, 200f, 250f], grid.ColumnEdges.ToArray());
        Assert.Equal(["项目 | · | ·", "· | · | 3.00", "· | · | ·"], Printed.Rows(grid));
    }

    [Fact]
    public void A_frame_around_the_page_does_not_swallow_the_table_in_it()
    {
        PageContent content = new Sheet()
            .Frame(new Box(20, 20, 580, 780)).Down(30, 20, 780)
            .Grid(X, Y).Text(102, 686, "项目").Center(300, 745, "收支总表", 20)
            .Find(Finder);

        Assert.Equal((3, 4), (Assert.Single(content.Grids).Rows, content.Grids[0].Columns));
        Assert.Equal(["收支总表"], Printed.Lines(content));
    }

    [Fact]
    public void A_highlight_behind_words_is_no_cell()
    {
        Sheet sheet = new Sheet().Grid([100, 200, 300], [700, 660]).Fill(new Box(120, 670, 170, 682)).Text(120, 673, "重点项目");

        Assert.Equal(["重点项目 | ·"], Printed.Rows(Assert.Single(sheet.Find(Finder).Grids)));
    }
}

public sealed class BuiltInRealPageTests() : RealPageContract(new TableFinder())
{
    [Theory]
    [MemberData(nameof(Documents))]
    public void Nothing_in_a_ruled_table_is_left_unplaced(string document) =>
        Assert.Empty(Fixtures.Pages(document).SelectMany(page => Finder.Find(page).Grids).SelectMany(grid => grid.Unplaced));

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_amount_is_lost_when_the_upright_lines_are_missing(string document) =>
        Assert.Empty(Missing(document, page => page with { Rulings = [.. page.Rulings.Where(ruling => ruling.IsHorizontal)] }));

    // Not the school: a single row of figures without a name is no table unless lines say so.
    [Theory]
    [InlineData("seed-writer")]
    [InlineData("seed-calc")]
    [InlineData("seed-chromium")]
    [InlineData("xinjiang-2023-library")]
    [InlineData("pair-2023")]
    [InlineData("pair-2024")]
    public void No_amount_is_lost_when_all_lines_are_missing(string document) =>
        Assert.Empty(Missing(document, page => page with { Rulings = [] }));

    [Theory]
    [InlineData("odd/horizontal-rules.pdf", GridEvidence.HorizontalRules)]
    [InlineData("odd/shaded-cells.pdf", GridEvidence.HorizontalRules)]
    [InlineData("odd/white-cells-on-dark.pdf", GridEvidence.HorizontalRules)]
    [InlineData("odd/no-rules.pdf", GridEvidence.Aligned)]
    public void One_table_is_read_alike_with_lines_in_one_direction_or_none(string file, GridEvidence evidence) =>
        One_table_is_read_alike_however_it_is_drawn(file, evidence);
}
