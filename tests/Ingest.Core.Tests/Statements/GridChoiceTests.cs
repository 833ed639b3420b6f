using Ingest.Contract.Documents;
using Ingest.Contract.Grids;

namespace Ingest.Core.Tests.Statements;

/// <summary>Where a page may be parted into cells in several ways, the table's own sums and its header say which it is.</summary>
public class GridChoiceTests
{
    private const string Right = "201|||一般公共服务支出|3.00|1.00|2.00\n205|||教育支出|4.00|4.00|\n|||合计|7.00|5.00|2.00";

    [Fact]
    public void The_grid_in_which_the_sums_hold_is_taken_and_no_digit_is_changed()
    {
        Statement statement = Read("201|||一般公共服务支出|3.00|1.00|2.00\n205|||教育支出|4.00||4.00\n|||合计|7.00|5.00|2.00", Right);

        Assert.Equal(["201 一般公共服务支出: 3.00 1.00 2.00", "205 教育支出: 4.00 4.00 -", "合计: 7.00 5.00 2.00"], Reading.Rows(statement));
    }

    [Fact]
    public void The_likeliest_grid_stays_where_the_others_are_no_better()
    {
        Statement statement = Read(Right, "201|||一般公共服务支出|3.00|1.00|2.00\n205|||教育支出|4.00||4.00\n|||合计|7.00|5.00|2.00");

        Assert.Equal("205 教育支出: 4.00 4.00 -", Reading.Rows(statement)[1]);
    }

    [Fact]
    public void A_contradiction_that_every_grid_shows_is_read_as_printed()
    {
        Statement statement = Read(Right.Replace("3.00", "3.50", StringComparison.Ordinal), Right.Replace("3.00|1.00|2.00", "3.50||3.00", StringComparison.Ordinal));

        Assert.Equal("201 一般公共服务支出: 3.50 1.00 2.00", Reading.Rows(statement)[0]);
    }

    [Fact]
    public void Of_a_page_that_repeats_the_heads_the_grid_is_taken_whose_rows_are_parted()
    {
        PageContent first = Page("201|||一般公共服务支出|3.00|1.00|2.00\n205|||教育支出|4.00|4.00|").Done();
        PageContent Rest(string rows) => new DrawnPage(2).Table(FormHeads.T03 + rows).WithoutLines().Done();
        PageContent second = Rest("208/210|||社会保障支出/卫生健康支出|5.00/6.00|5.00/6.00|");
        second = second with { Grids = [second.Grids[0] with { Alternatives = [Rest("208|||社会保障支出|5.00|5.00|\n210|||卫生健康支出|6.00|6.00|").Grids[0]] }] };

        Statement statement = Assert.Single(new Ingest.Core.Statements.StatementReader(Ingest.Core.Layouts.LayoutCatalog.Embedded).Read([first, second], "document.pdf").Statements);

        Assert.Equal(["208 社会保障支出: 5.00 5.00 -", "210 卫生健康支出: 6.00 6.00 -"], Reading.Rows(statement)[2..]);
    }

    private static Statement Read(string likeliest, string other)
    {
        Grid Drawn(string rows) => Page(rows).Done().Grids[0];
        PageContent page = Page(likeliest).Done();
        page = page with { Grids = [page.Grids[0] with { Alternatives = [Drawn(other)] }] };
        return Assert.Single(new Ingest.Core.Statements.StatementReader(Ingest.Core.Layouts.LayoutCatalog.Embedded).Read([page], "document.pdf").Statements);
    }

    private static DrawnPage Page(string rows) =>
        new DrawnPage(1).Text("部门支出总体情况表").Text("编制部门：某局", "单位：万元").Table(FormHeads.T03 + rows).WithoutLines();
}
