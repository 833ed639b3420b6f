using AngleSharp.Dom;
using Bunit;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Review.Screens;
using Ingest.Review.Words;
using Ingest.Store;
using Ingest.Store.Review;

namespace Ingest.Review.Tests.Screens;

public sealed class FindingRowTests : BunitContext
{
    private static readonly ReviewedFinding _item = new(
        new StoredDocument(
            new string('a', 64), "a.pdf", 1, 1, "某某局", 2024, DocumentKind.Budget, null, null, null, new EngineVersions("r", "l", "c"), default, 0, null, false, false, 1, 0, null, null),
        new FindingLine("0123456789abcdef", "X-10", Severity.Error, true, "表5 <b>行政</b> 印作 6.66，应为 6.06", 6000m, "T05", 9), null);

    private static readonly DateTimeOffset _morning = new(2026, 3, 2, 1, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Language.Chinese, "某某局2024第 9 页X-10读取存疑")]
    [InlineData(Language.English, "某某局2024page 9X-10reading in doubt")]
    public void A_row_says_whose_finding_it_is_where_it_stands_and_that_its_reading_is_in_doubt(Language language, string where) =>
        Assert.Equal(where, Row(_item, language).QuerySelector(".where")!.Children.Aggregate("", (all, part) => all + part.TextContent.Trim()));

    [Fact]
    public void What_a_document_prints_is_text_whatever_it_looks_like()
    {
        IElement row = Row(_item);

        Assert.Equal("表5 <b>行政</b> 印作 6.66，应为 6.06", row.QuerySelector("a")!.TextContent);
        Assert.Null(row.QuerySelector("b:not(.verdict b)"));
    }

    [Fact]
    public void The_amount_concerned_is_in_yuan_whatever_the_unit_of_the_table() => Assert.Equal("6,000.00 元", Row(_item).QuerySelector(".amount")!.TextContent);

    [Fact]
    public void A_verdict_is_shown_with_who_gave_it_when_and_why()
    {
        IElement chip = Row(_item with { Verdict = new Verdict(VerdictStatus.Dismissed, "口径不同", "王", _morning) }).QuerySelector(".verdict")!;

        Assert.Equal(("排除 王", "王  2026-03-02 09:05  口径不同"), (chip.TextContent.Trim(), chip.GetAttribute("title")));
    }

    private IElement Row(ReviewedFinding item, Language language = Language.Chinese)
    {
        var words = new ReviewWords(language, TimeZoneInfo.CreateCustomTimeZone("Beijing", TimeSpan.FromHours(8), "Beijing", "Beijing"));
        return Render<FindingRow>(parameters => parameters.Add(row => row.Words, words).Add(row => row.Item, item)).Find("li");
    }
}
