using Ingest.Core.Layouts;

namespace Ingest.Core.Tests.Layouts;

public class TitleLineTests
{
    [Theory]
    [InlineData("表1部门收支总体情况表", "表1", "部门收支总体情况表")]
    [InlineData("表12024年部门收支总体情况表", "表1", "2024年部门收支总体情况表")]
    [InlineData("附表112026年上年结转结余情况明细表", "附表11", "2026年上年结转结余情况明细表")]
    [InlineData("表三：部门支出总体情况表", "表三", "部门支出总体情况表")]
    [InlineData("表1-2部门收入总表", "表1-2", "部门收入总表")]
    [InlineData("（公开03表）部门支出总表", "公开03表", "部门支出总表")]
    [InlineData("预算公开01表部门收支总体情况表", "预算公开01表", "部门收支总体情况表")]
    [InlineData("部门支出总表（公开03表）", "公开03表", "部门支出总表")]
    [InlineData("部门支出总表（表3）", "表3", "部门支出总表")]
    [InlineData("预算01-1表部门财务收支预算总表", "预算01-1表", "部门财务收支预算总表")]
    [InlineData("部门公开表3部门支出总表", "部门公开表3", "部门支出总表")]
    [InlineData("支出总表（预算03表）", "预算03表", "支出总表")]
    [InlineData("表二一般公共预算支出表", "表二", "一般公共预算支出表")]
    [InlineData("表十一一般公共预算支出表", "表十一", "一般公共预算支出表")]
    [InlineData("表十一般公共预算支出表", "表十", "一般公共预算支出表")]
    [InlineData("十一、上年结转结余情况明细表", "十一", "上年结转结余情况明细表")]
    [InlineData("(一)单位收支预算总表", "一", "单位收支预算总表")]
    [InlineData("1．2025年预算单位财务收支预算总表", "1", "2025年预算单位财务收支预算总表")]
    [InlineData("9.2025年单位“三公”经费和机关运行经费预算表", "9", "2025年单位“三公”经费和机关运行经费预算表")]
    [InlineData("部门支出总体情况表", null, "部门支出总体情况表")]
    [InlineData("2025年部门支出预算总表", null, "2025年部门支出预算总表")]
    [InlineData("《收支预算总表》", null, "收支预算总表")]
    [InlineData("收入决算表单位：万元", null, "收入决算表")]
    public void Label_and_title_are_told_apart(string line, string? label, string title)
    {
        TitleLine parsed = TitleLine.Parse(line, null);

        Assert.Equal((label, title), (parsed.Label, parsed.Title));
    }

    [Theory]
    [InlineData("部门支出总体情况表（续）")]
    [InlineData("部门支出总体情况表(续表)")]
    [InlineData("部门支出总体情况表续表1")]
    [InlineData("续表3部门支出总体情况表")]
    public void A_continuation_is_marked_and_not_part_of_the_title(string line)
    {
        TitleLine parsed = TitleLine.Parse(line, null);

        Assert.True(parsed.IsContinued);
        Assert.Equal("部门支出总体情况表", parsed.Title);
    }

    [Theory]
    [InlineData("2024年部门支出总体情况表", 1)]
    [InlineData("单位支出总体情况表", 0.98)]
    [InlineData("支出总体情况表", 0.98)]
    [InlineData("乌鲁木齐市第十四幼儿园支出总体情况表", 0.95)]
    [InlineData("部门支出总体情况表（按功能分类）", 1)]
    [InlineData("部门支岀总体情况表", 0)]
    [InlineData("支出预算公开表", 0.88)]
    [InlineData("某某县第一中学支出预算情况表", 0.88)]
    [InlineData("一般公共预算基本支出表", 0)]
    [InlineData("项目支出预算表", 0)]
    [InlineData("财政拨款支出总体情况表", 0)]
    [InlineData("部门支出", 0)]
    [InlineData("一般公共预算支出情况表", 0)]
    public void Titles_fit_by_their_words(string line, double fit)
    {
        Assert.Equal(fit, new TitlePattern("部门支出总体情况表").Match(new PrintedTitle(TitleLine.Parse(line, null).Folded)));
    }

    [Fact]
    public void The_body_named_above_the_table_is_no_part_of_the_title()
    {
        TitleLine parsed = TitleLine.Parse("某某县非税收入管理局支出总体情况表", "某某县非税收入管理局");

        Assert.Equal("支出总体情况表", parsed.Folded);
    }

    [Fact]
    public void A_header_of_columns_is_not_taken_for_the_title_it_lacks_a_letter_of()
    {
        Assert.Equal(0, new TitlePattern("一般公共预算支出表").Match(new PrintedTitle("一般公共预算支出")));
    }
}
