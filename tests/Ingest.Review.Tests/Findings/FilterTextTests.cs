using Ingest.Contract.Text;
using Ingest.Review.Findings;
using Microsoft.AspNetCore.WebUtilities;

namespace Ingest.Review.Tests.Findings;

public class FilterTextTests
{
    public static TheoryData<FindingFilter> Filters =>
    [
        FindingFilter.All,
        new FindingFilter { Severity = Severity.Warning, Year = 2024, Order = FindingOrder.Rule },
        new FindingFilter { Rule = "X-10", Body = "某某局 & co=1", Verdict = VerdictFilter.Dismissed, InDoubt = true, Sha256 = new string('a', 64) },
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_comes_back_from_its_address(FindingFilter filter) => Assert.Equal(filter, Parse(FilterText.Of(filter)));

    [Theory]
    [InlineData("?severity=3&year=-1&verdict=7&order=none&document=..%2f..%2fetc")]
    [InlineData("?rule=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("?body=%20%20")]
    public void What_is_no_filter_is_left_out(string query) => Assert.Equal(FindingFilter.All, Parse(query));

    private static FindingFilter Parse(string query)
    {
        Dictionary<string, Microsoft.Extensions.Primitives.StringValues> values = QueryHelpers.ParseQuery(query);
        return FilterText.Parse(key => values.TryGetValue(key, out Microsoft.Extensions.Primitives.StringValues value) ? value.ToString() : null);
    }
}
