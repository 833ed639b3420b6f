using Ingest.Contract.Grids;

namespace Ingest.Tables.Tests;

public abstract class PageLineContract(ITableFinder finder)
{
    [Fact]
    public void Labels_at_either_end_of_a_line_are_two_lines()
    {
        PageContent content = new Sheet().Text(60, 700, "编制部门：数字化发展局").Right(540, 700, "单位：万元").Find(finder);

        Assert.Equal(["编制部门：数字化发展局", "单位：万元"], Printed.Lines(content));
    }

    [Fact]
    public void Labels_parted_by_typed_spaces_are_two_lines()
    {
        PageContent content = new Sheet().Text(60, 700, "编制部门：数字化发展局          单位：万元").Find(finder);

        Assert.Equal(["编制部门：数字化发展局", "单位：万元"], Printed.Lines(content));
    }

    [Theory]
    [InlineData("部 门 收 支 总 表")]
    [InlineData("部　门　收　支　总　表")]
    [InlineData("部　　　门　　　收　　　支　　　总　　　表")]
    public void A_title_that_is_spaced_out_is_one_line(string title) =>
        Assert.Equal(["部门收支总表"], Printed.Lines(new Sheet().Text(20, 700, title, 20).Find(finder)));

    [Fact]
    public void Lines_are_read_downwards_then_to_the_right_whatever_the_file_says()
    {
        PageContent content = new Sheet()
            .Center(300, 30, "- 4 -").Text(60, 600, "收入总预算534.24万元。").Center(300, 750, "收支总表", 20)
            .Right(540, 700, "单位：万元").Text(60, 700, "编制部门：局")
            .Shuffled(3).Find(finder);

        Assert.Equal(["收支总表", "编制部门：局", "单位：万元", "收入总预算534.24万元。", "- 4 -"], Printed.Lines(content));
    }

    [Fact]
    public void A_line_has_its_box_its_baseline_and_the_size_of_most_letters()
    {
        TextLine line = Assert.Single(new Sheet().Text(100, 700, "收支总表", 20).Text(180, 700, "1", 8).Find(finder).Lines);

        Assert.Equal((700f, 20f), (line.Baseline, line.Size));
        Assert.Equal((100f, 184f), (line.Box.Left, line.Box.Right));
    }

    [Fact]
    public void The_spare_space_of_a_justified_line_parts_nothing()
    {
        PageContent content = new Sheet().Text(60, 700, "本部门所有收入和支出均纳入部门预算管理", spacing: 4).Find(finder);

        Assert.Equal(["本部门所有收入和支出均纳入部门预算管理"], Printed.Lines(content));
    }
}
