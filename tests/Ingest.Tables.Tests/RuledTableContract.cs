using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;

namespace Ingest.Tables.Tests;

public abstract class RuledTableContract(ITableFinder finder)
{
    protected ITableFinder Finder => finder;

    private protected static readonly float[] X = [100, 150, 200, 250, 300];
    private protected static readonly float[] Y = [700, 680, 660, 640];

    [Fact]
    public void Empty_rows_and_columns_are_kept()
    {
        Grid grid = Assert.Single(new Sheet().Grid(X, Y).Text(102, 686, "项目").Right(298, 646, "1.00").Find(finder).Grids);

        Assert.Equal(GridEvidence.Ruled, grid.Evidence);
        Assert.Equal(["项目 | · | · | ·", "· | · | · | ·", "· | · | · | 1.00"], Printed.Rows(grid));
        Assert.Equal(X, grid.ColumnEdges);
        Assert.Equal(Y, grid.RowEdges);
    }

    [Fact]
    public void Cells_span_where_no_line_parts_them()
    {
        // Head of two rows: 项目 over both, 支出 over two columns.
        Sheet sheet = new Sheet()
            .Frame(new Box(100, 640, 250, 700)).Across(660, 100, 250).Across(680, 150, 250)
            .Down(150, 640, 700).Down(200, 640, 680)
            .Center(125, 676, "项目").Center(200, 686, "支出").Center(175, 666, "基本").Center(225, 666, "项目")
            .Text(102, 646, "合计").Right(198, 646, "5.65").Right(248, 646, "11.71");

        Assert.Equal(
            ["项目[2x1] | 支出[1x2]", "基本 | 项目", "合计 | 5.65 | 11.71"],
            Printed.Rows(Assert.Single(sheet.Find(finder).Grids)));
    }

    [Fact]
    public void An_L_of_open_slots_is_cut_so_that_the_larger_cell_stays_whole()
    {
        // The first column is one tall cell; beside its second row the line to the next cell is missing.
        Sheet sheet = new Sheet()
            .Frame(new Box(100, 640, 200, 700)).Across(680, 150, 200).Across(660, 150, 200)
            .Down(150, 680, 700).Down(150, 640, 660)
            .Text(102, 686, "甲").Text(152, 666, "乙");

        Assert.Equal(["甲[3x1] | ·", "乙", "·"], Printed.Rows(sheet.Find(finder).Grids[0]));
    }

    [Fact]
    public void Double_lines_and_careless_corners_are_one_line()
    {
        Sheet sheet = new Sheet().Grid(X, Y).Grid([98.5f, 151.5f], [701.5f, 638.5f]).Text(102, 686, "项目");

        Grid grid = Assert.Single(sheet.Find(finder).Grids);
        Assert.Equal((3, 4), (grid.Rows, grid.Columns));
    }

    [Fact]
    public void Cells_drawn_as_rectangles_with_small_gaps_are_one_table()
    {
        Sheet sheet = new Sheet();
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 4; column++)
                sheet.Frame(new Box(X[column] + 0.7f, Y[row + 1] + 0.7f, X[column + 1] - 0.7f, Y[row] - 0.7f));
        }

        Grid grid = Assert.Single(sheet.Text(102, 686, "项目").Find(finder).Grids);
        Assert.Equal(["项目 | · | · | ·", "· | · | · | ·", "· | · | · | ·"], Printed.Rows(grid));
    }

    [Fact]
    public void The_order_in_which_lines_and_letters_are_drawn_changes_nothing()
    {
        Sheet Draw() => new Sheet().GridPieces(X, Y)
            .Text(102, 686, "项目名称").Right(248, 666, "1,234.56").Text(102, 646, "合计").Right(298, 646, "2.00");

        Grid expected = Assert.Single(Draw().Find(finder).Grids);
        Grid shuffled = Assert.Single(Draw().Shuffled(7).Find(finder).Grids);

        Assert.Equal(Printed.Rows(expected), Printed.Rows(shuffled));
        Assert.Equal(expected.ColumnEdges.AsEnumerable(), shuffled.ColumnEdges);
    }

    [Fact]
    public void A_page_with_the_total_row_only_has_all_its_columns()
    {
        Grid grid = Assert.Single(new Sheet().Grid(X, [700, 680]).Text(102, 686, "合计").Right(248, 686, "9.69").Find(finder).Grids);

        Assert.Equal(["合计 | · | 9.69 | ·"], Printed.Rows(grid));
    }

    [Fact]
    public void An_underline_in_a_cell_adds_no_row()
    {
        Sheet sheet = new Sheet().Grid([100, 200, 300], [700, 660, 640]).Text(110, 684, "单位名称").Across(682, 110, 150);

        Assert.Equal(["单位名称 | ·", "· | ·"], Printed.Rows(Assert.Single(sheet.Find(finder).Grids)));
    }

    [Fact]
    public void Frames_and_underlines_are_no_tables()
    {
        PageContent content = new Sheet()
            .Frame(new Box(20, 20, 580, 780)).Across(740, 200, 400)
            .Center(300, 745, "部门预算公开", 20).Text(60, 600, "收支总预算534.24万元。")
            .Find(finder);

        Assert.Empty(content.Grids);
        Assert.Equal(["部门预算公开", "收支总预算534.24万元。"], Printed.Lines(content));
    }

    [Fact]
    public void Tables_below_and_beside_one_another_are_told_apart()
    {
        PageContent content = new Sheet()
            .Grid(X, Y).Text(102, 686, "甲")
            .Grid([320, 360, 400], Y).Text(322, 686, "乙")
            .Text(100, 620, "表二").Grid([100, 180, 300], [610, 590, 570]).Text(102, 596, "丙")
            .Find(finder);

        Assert.Equal(["甲", "乙", "丙"], content.Grids.Select(grid => grid.Cells[0].Text));
        Assert.Equal([4, 2, 2], content.Grids.Select(grid => grid.Columns));
        Assert.Equal(["表二"], Printed.Lines(content));
    }

    [Fact]
    public void Edges_of_shaded_heads_stand_for_lines_that_are_missing()
    {
        // Body ruled, head of one dark row whose cells are parted by the fills only.
        Sheet sheet = new Sheet()
            .Grid([100, 200, 300], [680, 660, 640]).Across(700, 100, 300)
            .Down(100, 680, 700).Down(300, 680, 700)
            .Fill(new Box(100, 680, 200, 700)).Fill(new Box(200, 680, 300, 700))
            .Center(150, 686, "项目").Center(250, 686, "合计").Right(298, 666, "5.65");

        Assert.Equal(["项目 | 合计", "· | 5.65", "· | ·"], Printed.Rows(Assert.Single(sheet.Find(finder).Grids)));
    }
}
