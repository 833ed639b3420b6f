using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Core.Narrative;

namespace Ingest.Core.Tests.Narrative;

public class ContentsTests
{
    [Theory]
    [InlineData("一、部门收支总体情况表", "表1 部门收支总体情况表")]
    [InlineData("1．2025年部门“三公”经费预算表", "2025年单位\"三公\"经费预算表")]
    [InlineData("一、部门主要职能", "某某市商务委员会主要职能")]
    [InlineData("十一、其他重要事项说明", "十一、其他重要事项的情况说明")]
    [InlineData("第三部分 2025年部门预算情况说明", "第三部分　２０２５年部门预算情况说明")]
    public void A_title_is_found_whatever_number_body_and_widths_it_is_printed_with(string entry, string printed)
    {
        ContentsEntry only = Assert.Single(Read(TextPages.Page(1, "目录", entry), TextPages.Page(4, printed, "　　这里写的是正文。")));

        Assert.Equal([4], only.PrintedOn.AsEnumerable());
    }

    [Theory]
    [InlineData("一、部门收入总体情况表", "部门支出总体情况表")]
    [InlineData("一、政府性基金预算支出情况表", "一般公共预算支出情况表")]
    [InlineData("一、主要职能", "负责主要职能的调整。")]
    public void Another_title_is_not_taken_for_it(string entry, string printed)
    {
        ContentsEntry only = Assert.Single(Read(TextPages.Page(1, "目录", entry), TextPages.Page(4, printed, "　　这里写的是正文。")));

        Assert.Empty(only.PrintedOn);
    }

    [Fact]
    public void Tables_listed_by_their_labels_are_entries_of_their_own()
    {
        PageContent contents = TextPages.Page(1, "目录", "第二部分 部门预算表", "表1 部门收支总体情况表", "表 2 部门收入总体情况表");
        contents = contents with { Lines = [.. contents.Lines, TextPages.Line("12", 660, 520)] };

        Assert.Equal(
            ["第二部分部门预算表", "表1部门收支总体情况表", "表2部门收入总体情况表"],
            Read(contents, TextPages.Page(2, "　　这里写的是正文。")).Select(entry => entry.Text));
    }

    [Fact]
    public void A_page_number_behind_a_gap_is_no_part_of_the_title()
    {
        PageContent contents = TextPages.Page(1, "目录", "一、部门收支总体情况表", "二、部门收入总体情况表");
        contents = contents with
        {
            Lines = [contents.Lines[0], contents.Lines[1], TextPages.Line("4", 700, 520), contents.Lines[2], TextPages.Line("5", 680, 520)],
        };

        Assert.Equal(["一、部门收支总体情况表", "二、部门收入总体情况表"], Read(contents, TextPages.Page(2, "　　这里写的是正文。")).Select(entry => entry.Text));
    }

    [Fact]
    public void A_heading_broken_over_two_pages_is_found_on_the_first()
    {
        const string title = "十、关于某某市数据局2024年财政拨款“三公”经费预算情况的说明及其他需要公开的有关事项";
        ContentsEntry only = Assert.Single(Read(
            TextPages.Page(1, "目录", title),
            TextPages.Page(2, "某某市数据局贯彻落实党中央关于数据管理的方针政策和决策部署，按照要求履行了职责。", title[..43]),
            TextPages.Page(3, title[43..], "　　这里写的是正文。")));

        Assert.Equal([2], only.PrintedOn.AsEnumerable());
    }

    [Fact]
    public void The_list_itself_is_no_place_where_a_title_is_printed()
    {
        ContentsEntry only = Assert.Single(Read(TextPages.Page(1, "目录", "一、主要职能"), TextPages.Page(2, "　　这里写的是正文。")));

        Assert.Empty(only.PrintedOn);
    }

    private static ContentsEntry[] Read(params PageContent[] pages) => [.. NarrativeReader.Read(pages, ["某某市商务委员会", "某某市数据局"]).Contents];
}
