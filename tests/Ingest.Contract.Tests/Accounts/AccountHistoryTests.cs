using Ingest.Contract.Accounts;

namespace Ingest.Contract.Tests.Accounts;

public sealed class AccountHistoryTests
{
    /// <summary>As published documents of the years print them: 2017 against 2018 and later.</summary>
    [Theory]
    [InlineData("30311", "住房公积金", 2017, "30113", "住房公积金")]
    [InlineData("30311", "代缴社会保险费", 2018, "30311", "代缴社会保险费")]
    [InlineData("30113", "住房公积金", 2018, "30113", "住房公积金")]
    [InlineData("30104", "其他社会保障缴费", 2017, "30112", "其他社会保障缴费")]
    [InlineData("20805", "行政事业单位离退休", 2019, "20805", "行政事业单位养老支出")]
    [InlineData(null, "医疗卫生与计划生育支出", 2018, null, "卫生健康支出")]
    [InlineData("30311", "住房公积金", null, "30311", "住房公积金")]
    public void An_account_is_known_by_what_it_is_called_today(string? code, string name, int? year, string? toCode, string toName) =>
        Assert.Equal((toCode, toName), AccountHistory.Today(code, name, year));

    [Fact]
    public void Every_change_says_where_it_is_from_and_changes_something()
    {
        Assert.NotEmpty(AccountHistory.Changes);
        Assert.All(AccountHistory.Changes, change => Assert.True(change.Source.Length > 0 && (change.Code, change.Name) != (change.ToCode, change.ToName)));
        Assert.Equal(AccountHistory.Changes.Length, AccountHistory.Changes.DistinctBy(change => (change.Since, change.Code, change.Name)).Count());
    }
}
