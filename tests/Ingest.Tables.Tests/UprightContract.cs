using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;

namespace Ingest.Tables.Tests;

public abstract class UprightContract(ITableFinder finder)
{
    private static Sheet Small() => new Sheet()
        .Grid([100, 200, 300], [700, 680, 660])
        .Center(150, 686, "项目").Center(250, 686, "合计")
        .Text(102, 666, "基本支出").Right(298, 666, "11.71");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    public void The_direction_of_the_letters_turns_the_page(int quartersTurned, int quartersBack)
    {
        PageContent content = finder.Find(Small().BuildTurned(quartersTurned));

        Assert.Equal(quartersBack, content.QuarterTurns);
        Assert.Equal((600f, 800f), (content.Width, content.Height));
        Assert.Equal(["项目 | 合计", "基本支出 | 11.71"], Printed.Rows(Assert.Single(content.Grids)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Boxes_lead_back_to_the_page(int quartersTurned)
    {
        Page page = Small().BuildTurned(quartersTurned);
        PageContent content = finder.Find(page);

        GridCell cell = content.Grids[0].Cells.Single(cell => cell.Text == "11.71");
        Box expected = page.Letters.TakeLast(5).Select(letter => letter.Box).Aggregate((a, b) => a.Union(b));
        Assert.Equal(expected, content.ToPage(cell.TextBox!.Value));
    }

    [Fact]
    public void Rotate_has_no_say_against_the_letters()
    {
        Page page = Small().Build() with { Rotation = 90 };

        Assert.Equal(0, finder.Find(page).QuarterTurns);
    }

    [Fact]
    public void A_page_without_letters_is_turned_as_a_viewer_turns_it()
    {
        Page page = new Sheet { Rotation = 90 }.Grid([100, 200, 300], [700, 680]).Build();

        Assert.Equal(3, finder.Find(page).QuarterTurns);
    }

    [Fact]
    public void A_slanted_watermark_is_in_no_cell_and_no_line()
    {
        PageContent content = Small().Slanted(110, 640, "内部资料", 45, 30).Find(finder);

        Assert.Equal(["项目 | 合计", "基本支出 | 11.71"], Printed.Rows(content.Grids[0]));
        Assert.Empty(content.Grids[0].Unplaced);
        Assert.Empty(content.Lines);
    }

    [Fact]
    public void A_watermark_across_the_page_fills_no_empty_cell()
    {
        PageContent content = new Sheet()
            .Grid([100, 200, 300], [700, 680, 660])
            .Center(150, 686, "项目").Center(250, 686, "合计")
            .Slanted(160, 650, "样本", 90, 40)
            .Find(finder);

        Assert.Equal(["项目 | 合计", "· | ·"], Printed.Rows(content.Grids[0]));
    }

    [Fact]
    public void Text_that_runs_upwards_in_a_cell_of_its_own_is_kept()
    {
        PageContent content = new Sheet()
            .Frame(new Box(100, 600, 300, 700)).Down(130, 600, 700).Across(650, 130, 300)
            .Slanted(120, 630, "收入合计", 90)
            .Text(140, 670, "一般公共预算").Text(140, 620, "政府性基金")
            .Find(finder);

        Assert.Equal(["收入合计[2x1] | 一般公共预算", "政府性基金"], Printed.Rows(content.Grids[0]));
    }

    [Fact]
    public void Hidden_letters_are_never_used()
    {
        PageContent content = Small().Text(210, 666, "99", hidden: Hidden.SameAsBackground).Text(50, 750, "隐", hidden: Hidden.Clipped).Find(finder);

        Assert.Equal(["项目 | 合计", "基本支出 | 11.71"], Printed.Rows(content.Grids[0]));
        Assert.Empty(content.Lines);
    }
}
