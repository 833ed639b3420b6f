using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Core.Performance;
using Ingest.Core.Tests.Narrative;

namespace Ingest.Core.Tests.Performance;

/// <summary>Performance tables without lines between their cells: texts at their places, and nothing else.</summary>
public class UnruledTargetTests
{
    private const float Size = 10;

    [Fact]
    public void A_department_table_is_read_also_where_its_rows_are_as_close_as_the_lines_of_a_text()
    {
        PerformanceTable table = Assert.Single(Read(
            Line(250, 760, "部门整体绩效目标表"),
            Line(40, 740, "部门名称（盖章）"), Line(200, 740, "某某市数据局"),
            Line(40, 725, "部门联系人"), Line(200, 725, "刘靖"), Line(300, 725, "联系电话13999202837"),
            Line(200, 710, "2024年，我局推进数字政府建设，落实各项工作"), Line(40, 697, "年度绩效目标"), Line(200, 697, "部署，统筹推进各项重点工作，完成年度任务"), Line(200, 684, "目标。"),
            Line(200, 669, "资金来源"), Line(400, 669, "资金总额（万元）"),
            Line(300, 654, "上级安排"), Line(440, 654, "0.00"),
            Line(40, 639, "年度预算（万元）"), Line(180, 646.5f, "财政资金(万元)"),
            Line(300, 639, "本级安排"), Line(440, 639, "534.24"),
            Line(180, 624, "其他资金(万元)"), Line(300, 624, "其他"), Line(440, 624, "1.00"),
            Line(40, 609, "一级指标"), Line(110, 609, "二级指标"), Line(180, 609, "三级指标"), Line(290, 609, "指标值"), Line(370, 609, "指标设定依据"), Line(460, 609, "分值权重"),
            Line(110, 594, "数量指标"), Line(180, 594, "编制标准"), Line(290, 594, "≥5项"), Line(370, 594, "方案"), Line(470, 594, "20"),
            Line(40, 586.5f, "履职效能"),
            Line(110, 579, "质量指标"), Line(180, 579, "达标率"), Line(290, 579, "=100%"), Line(370, 579, "方案"), Line(470, 579, "30"),
            Line(40, 564, "社会效应"), Line(110, 564, "社会效益"), Line(180, 564, "保障能力"), Line(290, 564, "有效提升"), Line(370, 564, "方案"), Line(470, 564, "10")));

        Assert.Equal((PerformanceKind.Department, "某某市数据局"), (table.Kind, table.Department));
        Assert.Equal("2024年，我局推进数字政府建设，落实各项工作部署，统筹推进各项重点工作，完成年度任务目标。", table.Goal);
        Assert.Equal(["部门联系人=刘靖", "联系电话=13999202837"], table.Contacts.Select(field => field.Label + "=" + field.Text));
        Assert.Equal(["0.00", "534.24", "1.00"], table.Funds.Select(fund => fund.Text));
        Assert.Equal(["上级安排", "本级安排", "其他"], table.Funds.Select(fund => fund.Path[^1]));
        Assert.Equal(["履职效能|编制标准|20", "履职效能|达标率|30", "社会效应|保障能力|10"], table.Indicators.Select(one => $"{one.Level1}|{one.Name}|{one.Weight}"));
    }

    [Fact]
    public void Labels_and_amounts_that_read_as_one_text_are_told_apart()
    {
        PerformanceTable table = Assert.Single(Read(
            Line(250, 760, "项目支出绩效目标表"),
            Line(40, 730, "预算单位"), Line(200, 730, "某某市数据局"),
            Line(40, 700, "项目名称"), Line(200, 700, "土地变更调查"),
            Line(40, 670, "项目资金（万元）"), Line(160, 670, "年度预算总额375.00其中：财政拨款370.00其他资金"), Line(480, 670, "5.00"),
            Line(40, 640, "项目总体目标"), Line(200, 640, "完成调查。"),
            Line(40, 610, "一级指标"), Line(110, 610, "二级指标"), Line(180, 610, "三级指标"), Line(290, 610, "指标值"), Line(460, 610, "指标分值权重"),
            Line(40, 580, "产出指标"), Line(110, 580, "数量指标"), Line(180, 580, "图斑数量"), Line(290, 580, ">=10个"), Line(470, 580, "100")));

        Assert.Equal(["年度预算总额 375.00", "财政拨款 370.00", "其他资金 5.00"], table.Funds.Select(fund => string.Join('/', fund.Path) + " " + fund.Value));
        Assert.Equal("土地变更调查", table.Project);
    }

    private static ImmutableArray<PerformanceTable> Read(params TextLine[] lines)
    {
        PageContent page = TextPages.Page(1) with { Lines = [.. lines] };
        return PerformanceReader.Read([UnruledTargets.Regridded(page)], new HashSet<Grid>()).Tables;
    }

    private static TextLine Line(float left, float y, string text) =>
        new(text, new Box(left, y - 2, left + text.Sum(letter => letter < 0x100 ? Size / 2 : Size), y + Size - 2), y, Size);
}
