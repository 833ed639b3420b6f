using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Core.Performance;

namespace Ingest.Core.Tests.Performance;

public class PerformanceReaderTests
{
    private static readonly Grid _department = GridText.Grid(
        1,
        "部门名称（盖章）|<|某某市数据局|<|<|<",
        "部门联系人|<|刘靖|联系电话|13999202837|<",
        "年度绩效目标|<|2024年，我局 推进数字政府建设。|<|<|<",
        "年度预算（万元）|<|资金来源|<|资金总额（万元）|<",
        "^|<|财政资金(万元)|上级安排|0.00|<",
        "^|<|^|本级安排|534.24|<",
        "^|<|其他资金(万元)|其他|1.00|<",
        "一级指标|二级指标|三级指标|指标值|指标设定依据|分值权重",
        "履职效能|数量指标|编制标准|≥5项|方案|20",
        "^|质量指标|达标率|=100%|方案|20",
        "社会效应|社会效益指标|保障能力|有效提升|方案|10");

    private static readonly Grid _project = GridText.Grid(
        1,
        "预算单位|<|某某市数据局|<|<|<|<|<|<",
        "项目名称|<|土地变更调查|<|<|<|项目负责人|曲江峰|<",
        "项目资金（万元）|<|年度预算总额|375.00|其中：财政拨款|370.00|其他资金|<|5.00",
        "项目总体目标|<|完成调查。|<|<|<|<|<|<",
        "一级指标|二级指标|三级指标|指标值|指标值设置依据|上年完成值|指标分值权重|指标赋分规则|佐证资料",
        "产出指标|数量指标|图斑数量|>=1,200个|计划标准|-|50|按比例|资料",
        "成本指标|经济成本指标|调查成本|<=34.50万元|预算支出标准|-|40|按比例|凭证");

    private static PerformanceTable[] Read(params PageContent[] pages) => [.. PerformanceReader.Read(pages, new HashSet<Grid>()).Tables];

    [Fact]
    public void A_department_table_gives_head_amounts_by_label_and_indicators()
    {
        PerformanceTable table = Assert.Single(Read(GridText.Page(1, "部门整体绩效目标表", _department)));
        Assert.Equal((PerformanceKind.Department, "部门整体绩效目标表", "某某市数据局"), (table.Kind, table.Title, table.Department));
        Assert.Equal("2024年，我局推进数字政府建设。", table.Goal);
        Assert.Equal(["财政资金/上级安排 0.00", "财政资金/本级安排 534.24", "其他资金/其他 1.00"], table.Funds.Select(fund => string.Join('/', fund.Path) + " " + fund.Value));
        Assert.All(table.Funds, fund => Assert.Equal(AmountUnit.TenThousand, fund.Unit));
        Assert.Equal(
            ["履职效能|数量指标|编制标准|≥ 5 项|20", "履职效能|质量指标|达标率|= 100 %|20", "社会效应|社会效益指标|保障能力|  |10"],
            table.Indicators.Select(Short));
    }

    [Fact]
    public void Contacts_stand_apart_from_other_fields()
    {
        PerformanceTable table = Assert.Single(Read(GridText.Page(1, "部门整体绩效目标表", _department)));
        Assert.Equal(["部门联系人=刘靖", "联系电话=13999202837"], table.Contacts.Select(field => field.Label + "=" + field.Text));
        Assert.Empty(table.Fields);
    }

    [Fact]
    public void A_project_table_has_three_amounts_in_one_row()
    {
        PerformanceTable table = Assert.Single(Read(GridText.Page(1, "项目支出绩效目标表", _project)));
        Assert.Equal((PerformanceKind.Project, "土地变更调查"), (table.Kind, table.Project));
        Assert.Equal(["年度预算总额 375.00", "财政拨款 370.00", "其他资金 5.00"], table.Funds.Select(fund => string.Join('/', fund.Path) + " " + fund.Value));
        Assert.Equal("≥ 1200 个", Target(table.Indicators[0]));
        Assert.Equal("≤ 34.50 万元", Target(table.Indicators[1]));
        Assert.Equal(["上年完成值=-", "指标赋分规则=按比例", "佐证资料=资料"], table.Indicators[0].Others.Select(other => other.Label + "=" + other.Text));
    }

    [Fact]
    public void A_table_goes_on_over_pages_with_levels_carried_and_broken_rows_joined()
    {
        Grid second = GridText.Grid(
            2,
            "||（第二部分）||标准||||",
            "|质量指标|合格率|>=90%|计划标准|-|10|按比例|资料");
        PerformanceTable table = Assert.Single(Read(GridText.Page(1, "项目支出绩效目标表", _project), GridText.Page(2, null, second)));
        Assert.Equal((int[])[1, 2], table.Pages);
        Assert.Equal("调查成本（第二部分）", table.Indicators[1].Name);
        Assert.Equal("预算支出标准标准", table.Indicators[1].Basis);
        Assert.Equal(("成本指标", "质量指标", 2), (table.Indicators[2].Level1, table.Indicators[2].Level2, table.Indicators[2].Page));
    }

    [Fact]
    public void Every_titled_grid_is_a_table_of_its_own()
    {
        Grid other = _project with { Page = 2 };
        PerformanceTable[] tables = Read(
            GridText.Page(1, "部门整体绩效目标表", _department), GridText.Page(2, "项目支出绩效目标表", other), GridText.Page(3, "项目支出绩效目标表", other with { Page = 3 }));
        Assert.Equal((int[])[1, 2, 3], tables.Select(table => table.Page));
    }

    [Fact]
    public void The_Shanghai_form_has_further_fields_and_amounts_in_yuan()
    {
        Grid form = GridText.Grid(
            1,
            "项目名称|土地变更调查|<|项目类别|经常性专项",
            "主管部门|某某局|<|实施单位|某某中心",
            "项目资金（元）|项目资金总额|1,200,000|年度资金申请总额|600,000",
            "^|其中：财政资金|1,200,000|其中：当年财政拨款|600,000",
            "项目总目标|完成调查。|<|<|<",
            "一级指标|二级指标|三级指标|年度指标值|权重",
            "产出指标|数量指标|图斑数量|≥10个|100");
        PerformanceTable table = Assert.Single(Read(GridText.Page(1, "财政项目支出绩效目标填报表", form)));
        Assert.Equal("土地变更调查", table.Project);
        Assert.Equal(["项目类别=经常性专项", "实施单位=某某中心"], table.Fields.Select(field => field.Label + "=" + field.Text));
        Assert.Equal(
            ["项目资金总额 1200000", "年度资金申请总额 600000", "财政资金 1200000", "当年财政拨款 600000"],
            table.Funds.Select(fund => string.Join('/', fund.Path) + " " + fund.Value));
        Assert.All(table.Funds, fund => Assert.Equal(AmountUnit.Yuan, fund.Unit));
    }

    [Fact]
    public void A_budget_statement_is_no_performance_table()
    {
        Grid statement = GridText.Grid(1, "项目|预算数|项目|预算数", "一、本年收入|1.00|201 一般公共服务支出|1.00", "收入总计|1.00|支出总计|1.00");
        Assert.Empty(Read(GridText.Page(1, "部门收支总体情况表", statement)));
        Assert.False(PerformanceReader.IsPerformance(statement));
        Assert.True(PerformanceReader.IsPerformance(_project));
    }

    [Fact]
    public void A_second_amount_behind_a_label_is_that_of_a_label_that_was_not_seen()
    {
        Grid form = GridText.Grid(
            1,
            "项目名称|<|土地变更调查|<|<|<",
            "项目资金（万元）|年度预算总额|375.00|0.00||",
            "一级指标|二级指标|三级指标|指标值|依据|权重",
            "产出指标|数量指标|图斑数量|≥10个|标准|100");
        PerformanceTable table = Assert.Single(Read(GridText.Page(1, "项目支出绩效目标表", form)));
        Assert.Equal(["年度预算总额 375.00"], table.Funds.Select(fund => string.Join('/', fund.Path) + " " + fund.Value));
        Assert.Equal(["年度预算总额=0.00"], table.Fields.Select(field => field.Label + "=" + field.Text));
    }

    private static string Short(PerformanceIndicator indicator) =>
        $"{indicator.Level1}|{indicator.Level2}|{indicator.Name}|{Target(indicator)}|{indicator.Weight}";

    private static string Target(PerformanceIndicator indicator) => $"{indicator.Operator} {indicator.Value} {indicator.Unit}";
}
