using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Core.Narrative;

namespace Ingest.Core.Tests.Narrative;

public class ProseTests
{
    // Forty letters wide: the right margin of these pages.
    private const string Full = "某某市数据局贯彻落实党中央关于数据管理的方针政策和决策部署按照要求履行职责加强集";

    [Fact]
    public void A_sentence_goes_on_over_lines_and_pages()
    {
        NarrativeText text = NarrativeReader.Read(
        [
            TextPages.Page(1, Full, Full[..^6] + "收入预算12"),
            TextPages.Page(2, "3.50万元，占100.00%。"),
        ]);
        Assert.Equal([123.50m, 100.00m], text.All().Select(fact => fact.Value));
    }

    /// <summary>The second line leaves room for two letters more, and the third goes on in the middle of an amount.</summary>
    [Fact]
    public void Lines_below_an_indent_go_on_however_ragged_they_are()
    {
        NarrativeText text = NarrativeReader.Read([TextPages.Page(1,
            "　　" + Full[..^4], Full[..^24] + "，其中项目支出10.00万元、其他支出9.00", "万元，基本支出8.00万元。", "　　上年结转7.00万元。")]);

        Assert.Equal([("项目支出", 10.00m), ("其他支出", 9.00m), ("基本支出", 8.00m), ("上年结转", 7.00m)], text.All().Select(fact => (fact.Subject[^1], fact.Value!.Value)));
        Assert.Empty(text.Unread());
    }

    [Fact]
    public void Page_numbers_headers_and_footers_are_no_text()
    {
        PageContent Numbered(int number, params string[] lines)
        {
            PageContent page = TextPages.Page(number, lines);
            return page with
            {
                Lines =
                [
                    TextPages.Line("某某市数据局 2024 年部门预算", 815), .. page.Lines,
                    TextPages.Line($"— {number} —", 40, 280), TextPages.Line($"第 {number} 页 共 4 页", 25, 280),
                ],
            };
        }
        NarrativeText text = NarrativeReader.Read(
        [
            Numbered(1, Full, Full[..^6] + "收入预算12"), Numbered(2, "3.50万元。"), Numbered(3, "　　支出预算9.00万元。"), Numbered(4, "　　基本支出8.00万元。"),
        ]);
        Assert.Equal([123.50m, 9.00m, 8.00m], text.All().Select(fact => fact.Value));
        Assert.Empty(text.Unread());
    }

    [Fact]
    public void Headings_form_an_outline()
    {
        NarrativeText text = Facts.Read(
            "第三部分 2024年部门预算情况说明", "五、关于某某市数据局2024年一般公共预算当年拨款情况说明", "（一）规模变化情况", "1. 房屋情况", "2.房屋3.00平方米。", "其他相关情况说明");
        Assert.Equal(
            [(1, "第三部分2024年部门预算情况说明"), (2, "五、关于某某市数据局2024年一般公共预算当年拨款情况说明"), (3, "（一）规模变化情况"), (4, "1.房屋情况"), (1, "其他相关情况说明")],
            text.Sections.Select(section => (section.Level, section.Heading)));
    }

    [Fact]
    public void The_contents_are_no_body()
    {
        NarrativeText text = NarrativeReader.Read(
        [
            TextPages.Page(1, "目 录", "第一部分 概况........1", "一、主要职能……2", "第二部分 预算情况说明 ...... 10"),
            TextPages.Page(2, "第一部分 概况", "一、主要职能", "　　负责数据管理。"),
        ]);
        Assert.Equal(["第一部分概况", "一、主要职能", "第二部分预算情况说明"], text.Contents.Select(entry => entry.Text));
        Assert.Equal(["第一部分概况", "一、主要职能"], text.Sections.Select(section => section.Heading));
    }

    [Fact]
    public void Labels_titles_and_units_of_tables_are_no_sentences()
    {
        NarrativeText text = Facts.Read("表 1", "部门收支总体情况表", "编制部门：某某市数据局", "单位：万元", "　　收支总预算3.00万元。");
        Assert.Equal([3.00m], text.All().Select(fact => fact.Value));
        Assert.Empty(text.Sections[0].Heading);
    }

    [Fact]
    public void A_table_between_two_lines_parts_them()
    {
        Grid grid = new()
        {
            Page = 1,
            Box = new Box(60, 705, 500, 712),
            Evidence = GridEvidence.Ruled,
            ColumnEdges = [60, 500],
            RowEdges = [712, 705],
            Cells = [],
            Unplaced = [],
        };
        NarrativeText text = NarrativeReader.Read([TextPages.Page(1, [grid], Full, "支出预算9.00万元。")]);
        Assert.Equal("支出预算9.00万元。", Assert.Single(text.Sections).Sentences.Last().Text);
    }

    [Theory]
    [InlineData("无支出的")]
    [InlineData("1,")]
    [InlineData("占比")]
    [InlineData("（类）")]
    public void A_text_without_end_is_read_in_pieces(string repeated)
    {
        string line = string.Concat(Enumerable.Repeat(repeated, 50_000 / repeated.Length));
        NarrativeText text = Facts.Read(line);
        Assert.All(text.Sections.SelectMany(section => section.Sentences), sentence => Assert.InRange(sentence.Text.Length, 1, 2_010));
    }

    [Fact]
    public void A_definition_is_no_statement()
    {
        NarrativeText text = Facts.Read("第四部分 名词解释", "一、其他资金：包括事业收入、其他收入5万元。");
        Assert.Empty(text.All());
    }

    [Fact]
    public void Reading_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => NarrativeReader.Read([TextPages.Page(1, Full)], null, new CancellationToken(true)));
}
