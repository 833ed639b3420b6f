using System.Globalization;
using FsCheck.Xunit;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules.Narrative;
using Ingest.Core.Tests.Checks.Relations;

namespace Ingest.Core.Tests.Checks.Narrative;

public class RatioTests
{
    private static readonly Rule _anyRule = Given.Rule(RelationClass.Percent);

    private static Figure Printed(string value, decimal unit = 1) => Given.Printed(value, unit);

    private static Outcome Share(string share, string part, string whole, decimal adjustment = 0) =>
        new ShareRelation(_anyRule, Printed(share), Printed(part, 10_000), [Printed(whole, 10_000)], [], () => Phrase.Same("")) { Adjustment = adjustment }.Evaluate(Changes.None).Outcome;

    private static Outcome Growth(string growth, string change, string amount, int direction) =>
        new GrowthRelation(_anyRule, Printed(growth), new GrowthOperands(Printed(change, 10_000), Printed(amount, 10_000), null, direction), GrowthRelation.Hundredths, () => Phrase.Same("")).Evaluate(Changes.None).Outcome;

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

    /// <summary>29.42 / 307.82 = 9.5575 %: printed as 9.57 so that four shares add up to 100.00.</summary>
    [Fact]
    public void A_share_adjusted_by_one_digit_to_fill_a_hundred_is_rounding()
    {
        Assert.Equal(Outcome.Inconsistent, Share("9.57", "29.42", "307.82"));
        Assert.Equal(Outcome.Rounding, Share("9.57", "29.42", "307.82", 0.01m));
    }

    /// <summary>10,883.36 after 2,915.22 more is 36.5864 %, and 2,354.4 after 1,311.6 less is 35.7774 %: the rates are cut off, not rounded.</summary>
    [Theory]
    [InlineData("36.58", "2915.22", "10883.36", 1, Outcome.Rounding)]
    [InlineData("35.77", "1311.6", "2354.4", -1, Outcome.Rounding)]
    [InlineData("36.59", "2915.22", "10883.36", 1, Outcome.Consistent)]
    [InlineData("36.57", "2915.22", "10883.36", 1, Outcome.Inconsistent)]
    [InlineData("36.60", "2915.22", "10883.36", 1, Outcome.Inconsistent)]
    public void A_rate_that_was_cut_off_is_rounding(string growth, string change, string amount, int direction, Outcome outcome) =>
        Assert.Equal(outcome, Growth(growth, change, amount, direction));

    /// <summary>15.05 % and 14.84 % of what the year before had; against what the change leaves of another figure they would be wrong.</summary>
    [Theory]
    [InlineData("15.1", "156.78", "1041.69", Outcome.Consistent)]
    [InlineData("14.8", "25.21", "169.88", Outcome.Consistent)]
    [InlineData("17.4", "25.21", "169.88", Outcome.Inconsistent)]
    public void Growth_is_a_quotient_where_the_base_is_printed(string growth, string change, string prior, Outcome outcome) =>
        Assert.Equal(outcome, new GrowthRelation(
            _anyRule, Printed(growth), new GrowthOperands(Printed(change, 10_000), null, Printed(prior, 10_000), 1), GrowthRelation.Hundredths, () => Phrase.Same("")).Evaluate(Changes.None).Outcome);

    /// <summary>60 against 50: 20 %, printed as the 17.66 % of another line.</summary>
    [Fact]
    public void Growth_without_a_change_follows_from_both_amounts()
    {
        Outcome Of(string rate) => new GrowthRelation(
            _anyRule, Printed(rate), new GrowthOperands(null, Printed("60.00", 10_000), Printed("50.00", 10_000), 1), GrowthRelation.Hundredths, () => Phrase.Same("")).Evaluate(Changes.None).Outcome;
        Assert.Equal(Outcome.Inconsistent, Of("17.66"));
        Assert.Equal(Outcome.Consistent, Of("20.00"));
    }

    /// <summary>2,247.84 more than 140.2 is sixteen times that, and twelve is not.</summary>
    [Fact]
    public void A_rate_may_be_told_in_times()
    {
        Outcome Of(string rate) => new GrowthRelation(
            _anyRule, Printed(rate), new GrowthOperands(Printed("2247.84", 10_000), null, Printed("140.2", 10_000), 1), 1, () => Phrase.Same("")).Evaluate(Changes.None).Outcome;
        Assert.Equal(Outcome.Consistent, Of("16"));
        Assert.Equal(Outcome.Inconsistent, Of("12"));
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
        ShareRelation relation = new(_anyRule, share, Printed(part.ToString("0.00", CultureInfo.InvariantCulture)), [of], [], () => Phrase.Same(""));
        Changes settled = new();
        settled[share] = relation.Settling(share, Changes.None)!.Value.Centre;
        return relation.Evaluate(settled).Holds;
    }
}
