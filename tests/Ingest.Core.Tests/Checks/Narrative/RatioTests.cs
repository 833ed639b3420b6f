using System.Globalization;
using FsCheck.Xunit;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules.Narrative;

namespace Ingest.Core.Tests.Checks.Narrative;

public class RatioTests
{
    private static readonly Rule _anyRule = new SumRule { Id = "test", Class = RelationClass.Percent, Sentence = Phrase.Same("") };

    private static int _next;

    private static Figure Printed(string value, decimal unit = 1) => new(
        Interlocked.Increment(ref _next), FigureState.Printed,
        new CellReference { Statement = "narrative", Amount = decimal.Parse(value, CultureInfo.InvariantCulture) }, unit);

    private static Outcome Share(string share, string part, string whole, decimal adjustment = 0) =>
        new ShareRelation(_anyRule, Printed(share), Printed(part, 10_000), Printed(whole, 10_000), [], () => Phrase.Same("")) { Adjustment = adjustment }.Evaluate(Changes.None).Outcome;

    private static Outcome Growth(string growth, string change, string amount, int direction) =>
        new GrowthRelation(_anyRule, Printed(growth), Printed(change, 10_000), Printed(amount, 10_000), direction, () => Phrase.Same("")).Evaluate(Changes.None).Outcome;

    [Theory]
    // 159.24 / 534.24 = 29.8068 %
    [InlineData("29.81", "159.24", "534.24", Outcome.Consistent)]
    [InlineData("28.91", "159.24", "534.24", Outcome.Inconsistent)]
    // 2106.66 / 2940.05 = 71.6539 %
    [InlineData("71.73", "2106.66", "2940.05", Outcome.Inconsistent)]
    // 0.5 / 1.5 lies between 0.45/1.55 = 29.03 % and 0.55/1.45 = 37.93 %
    [InlineData("30", "0.5", "1.5", Outcome.Rounding)]
    [InlineData("0", "0.00", "0.00", Outcome.Undefined)]
    [InlineData("95.89", "307.82", "0", Outcome.Inconsistent)]
    public void A_share_is_part_of_whole(string share, string part, string whole, Outcome outcome) =>
        Assert.Equal(outcome, Share(share, part, whole));

    /// <summary>29.42 / 307.82 = 9.5575 %: printed as 9.55 so that four shares add up to 100.00.</summary>
    [Fact]
    public void A_share_adjusted_by_one_digit_to_fill_a_hundred_is_rounding()
    {
        Assert.Equal(Outcome.Inconsistent, Share("9.55", "29.42", "307.82"));
        Assert.Equal(Outcome.Rounding, Share("9.55", "29.42", "307.82", 0.01m));
    }

    [Theory]
    // 443.15 / (853.52 + 443.15) = 34.1760 %
    [InlineData("34.18", "443.15", "853.52", -1, Outcome.Consistent)]
    // 171.31 / (1795.67 − 171.31) = 10.5463 %
    [InlineData("10.55", "171.31", "1795.67", 1, Outcome.Consistent)]
    [InlineData("10.65", "171.31", "1795.67", 1, Outcome.Inconsistent)]
    [InlineData("100.00", "534.24", "534.24", 1, Outcome.Undefined)]
    public void Growth_is_change_over_the_prior_year(string growth, string change, string amount, int direction, Outcome outcome) =>
        Assert.Equal(outcome, Growth(growth, change, amount, direction));

    [Property]
    public bool A_share_settled_holds(ushort part, ushort whole, ushort printed)
    {
        Figure share = Printed((printed % 20000 / 100m).ToString("0.00", CultureInfo.InvariantCulture));
        Figure of = Printed(((whole % 60000) + 100).ToString("0.00", CultureInfo.InvariantCulture));
        ShareRelation relation = new(_anyRule, share, Printed(part.ToString("0.00", CultureInfo.InvariantCulture)), of, [], () => Phrase.Same(""));
        Changes settled = new();
        settled[share] = relation.Settling(share, Changes.None)!.Value.Centre;
        return relation.Evaluate(settled).Holds;
    }
}
