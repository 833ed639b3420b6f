using System.Globalization;
using Ingest.Core.Performance;

namespace Ingest.Core.Tests.Performance;

public class TargetValueTests
{
    [Theory]
    [InlineData("≥1项", "≥", "1", "项")]
    [InlineData(">=90%", "≥", "90", "%")]
    [InlineData("＜＝34 万元", "≤", "34", "万元")]
    [InlineData("<=115.00万元", "≤", "115.00", "万元")]
    [InlineData("=100%", "=", "100", "%")]
    [InlineData("不低于1,200人次", "≥", "1200", "人次")]
    [InlineData("90%以上", "≥", "90", "%")]
    [InlineData("<5天", "<", "5", "天")]
    [InlineData("12个", null, "12", "个")]
    public void A_target_is_operator_number_and_unit(string text, string? sign, string value, string unit) =>
        Assert.Equal(new TargetValue(sign, decimal.Parse(value, CultureInfo.InvariantCulture), unit), TargetValue.Parse(text));

    [Theory]
    [InlineData("有效提升")]
    [InlineData("")]
    [InlineData("2024年12月底前完成，验收合格")]
    public void Words_have_no_number(string text) => Assert.Equal(default, TargetValue.Parse(text));
}
