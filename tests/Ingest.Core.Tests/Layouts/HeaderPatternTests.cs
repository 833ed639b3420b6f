using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Tests.Layouts;

public class HeaderPatternTests
{
    [Theory]
    [InlineData("支出预算? / 合计|总计", "支出预算/合计")]
    [InlineData("支出预算? / 合计|总计", "总计")]
    [InlineData("财政拨款(补助)? / 小计", "财政拨款（补助）/小计")]
    [InlineData("“三公”经费预算数? / 公务用车购置及运行费 / 小计", "三公经费预算数/公务用车购置及运行费/小计")]
    [InlineData("对个人和家庭的补助", "对个人和家/庭的补助")]
    public void A_header_that_says_the_same_matches_fully(string pattern, string path)
    {
        Assert.Equal(1, Match(pattern, path));
    }

    [Theory]
    [InlineData("财政拨款 / 合计", "非财政拨款/合计")]
    [InlineData("政府性基金预算支出 / 合计", "国有资本经营预算支出/合计")]
    public void A_group_of_another_name_counts_as_missing(string pattern, string path)
    {
        Assert.InRange(Match(pattern, path), 0.01, 0.6);
    }

    [Theory]
    [InlineData("合计", "项目支出")]
    [InlineData("一般公共预算", "上级一般公共预算安排的转移支付")]
    [InlineData("财政拨款结转", "非财政拨款结转结余")]
    public void Another_leaf_does_not_match(string pattern, string path)
    {
        Assert.Equal(0, Match(pattern, path));
    }

    [Theory]
    [InlineData("合计?")]
    [InlineData("支出预算 / ")]
    [InlineData("合计||总计")]
    public void A_pattern_without_a_leaf_is_refused(string pattern)
    {
        Assert.Throws<FormatException>(() => HeaderPattern.Parse(pattern));
    }

    private static double Match(string pattern, string path) =>
        HeaderPattern.Parse(pattern).Match(path.Split('/').Select(PrintedText.Fold).ToArray());
}
