using Ingest.Contract.Text;
using Ingest.Review.Findings;
using Ingest.Store;
using Ingest.Store.Review;
using Microsoft.AspNetCore.WebUtilities;

namespace Ingest.Review.Tests.Findings;

public class QueryTextTests
{
    public static TheoryData<FindingQuery> Filters =>
    [
        new FindingQuery(),
        new FindingQuery { Severity = Severity.Warning, FirstYear = 2024, LastYear = 2024, Order = FindingOrder.Rule },
        new FindingQuery { Rule = "X-10", Text = "某某局 & co=1", Department = "某某局", Verdict = VerdictStatus.Dismissed, InDoubtOnly = true, Document = new string('a', 64) },
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_comes_back_from_its_address(FindingQuery filter) => Assert.Equal(filter, Parse(QueryText.Of(filter)));

    [Theory]
    [InlineData("?severity=3&year=-1&verdict=7&order=none&document=..%2f..%2fetc")]
    [InlineData("?rule=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("?text=%20%20")]
    public void What_is_no_filter_is_left_out(string query) => Assert.Equal(new FindingQuery(), Parse(query));

    private static FindingQuery Parse(string query)
    {
        Dictionary<string, Microsoft.Extensions.Primitives.StringValues> values = QueryHelpers.ParseQuery(query);
        return QueryText.Parse(key => values.TryGetValue(key, out Microsoft.Extensions.Primitives.StringValues value) ? value.ToString() : null);
    }
}
