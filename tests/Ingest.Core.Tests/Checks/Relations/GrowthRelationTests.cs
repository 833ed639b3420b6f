using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using static Ingest.Core.Tests.Checks.Relations.Given;

namespace Ingest.Core.Tests.Checks.Relations;

public sealed class GrowthRelationTests
{
    private const decimal Times = 1;

    private static GrowthRelation Of(Figure rate, Figure change, Figure prior, decimal scale = GrowthRelation.Hundredths) =>
        new(Rule(RelationClass.Percent), rate, new GrowthOperands(change, null, prior, 1), scale, () => Phrase.Same(""));

    private static Evaluation Printed(string rate, string change, string prior, decimal scale = GrowthRelation.Hundredths) =>
        Of(Given.Printed(rate), Given.Printed(change), Given.Printed(prior), scale).AsPrinted;

    [Fact]
    public void It_is_about_the_rate_and_what_it_follows_from()
    {
        (Figure rate, Figure change, Figure prior) = (Given.Printed("25.00"), Given.Printed("20.00"), Given.Printed("80.00"));
        GrowthRelation relation = Of(rate, change, prior);

        Assert.Equal([rate, change, prior], relation.Figures.ToArray());
        Assert.Same(rate, relation.Subject);
        Assert.Equal(Between(19.995m / 80.005m * 100, 20.005m / 79.995m * 100), relation.RightAsPrinted);
        Assert.Equal(100m, relation.Formula.Scale);
    }

    [Fact]
    public void What_was_not_read_is_not_assessed() =>
        Assert.Equal(Outcome.NotAssessable, Of(Given.Printed("25.00"), Unread(), Given.Printed("80.00")).AsPrinted.Outcome);

    /// <summary>20.00 of 80.00 is 25 %, and a quarter; of nothing it would be at least 19.995 ÷ 0.005 = 3,999 times.</summary>
    [Theory]
    [InlineData("25.00", "80.00", Outcome.Consistent)]
    [InlineData("25.10", "80.00", Outcome.Inconsistent)]
    [InlineData("0.00", "0.00", Outcome.Undefined)]
    [InlineData("100.00", "0.00", Outcome.Undefined)]
    [InlineData("95.89", "0.00", Outcome.Inconsistent)]
    [InlineData("399900", "0.00", Outcome.Undefined)]
    [InlineData("399899", "0.00", Outcome.Inconsistent)]
    [InlineData("450000", "0.00", Outcome.Undefined)]
    [InlineData("95.89", "-80.00", Outcome.Undefined)]
    public void What_came_of_nothing_has_no_rate_and_some_that_it_cannot_have(string rate, string prior, Outcome outcome) =>
        Assert.Equal(outcome, Printed(rate, "20.00", prior).Outcome);

    [Fact]
    public void In_times_nothing_is_said_of_what_came_of_nothing()
    {
        Assert.Equal(Outcome.Undefined, Printed("12", "20.00", "0.00", Times).Outcome);
        Assert.Equal(Outcome.Consistent, Printed("4", "80.00", "20.00", Times).Outcome);
        Assert.Equal(Outcome.Inconsistent, Printed("12", "80.00", "20.00", Times).Outcome);
    }

    [Fact]
    public void An_impossible_rate_should_have_been_a_hundred() =>
        Assert.Equal(new(Outcome.Inconsistent, 100.00m, 95.89m, -4.11m, 0.005m), Printed("95.89", "20.00", "0.00"));

    [Fact]
    public void A_wrong_rate_is_settled_by_its_amounts()
    {
        Figure rate = Given.Printed("31.5");

        Assert.Equal(AmountInterval.Exactly(25.0m), Of(rate, Given.Printed("20.00"), Given.Printed("80.00")).Settling(rate, Changes.None));
        Assert.Equal(AmountInterval.Exactly(100.0m), Of(rate, Given.Printed("20.00"), Given.Printed("0.00")).Settling(rate, Changes.None));
        Assert.Null(Of(rate, Given.Printed("20.00"), Given.Printed("-80.00")).Settling(rate, Changes.None));
    }

    /// <summary>A rate printed as 25.00 may be 24.995, and cut off 25.01.</summary>
    [Fact]
    public void A_wrong_amount_is_settled_by_a_rate_that_was_rounded_or_cut_off()
    {
        Figure change = Given.Printed("26.00");

        Assert.Equal(Between(0.24995m * 79.995m, 0.2501m * 80.005m), Of(Given.Printed("25.00"), change, Given.Printed("80.00")).Settling(change, Changes.None));
        Assert.Equal(Between(3.5m * 79.995m, 5m * 80.005m), Of(Given.Printed("4"), change, Given.Printed("80.00"), Times).Settling(change, Changes.None));
    }

    [Fact]
    public void A_hundred_or_a_base_of_nothing_settles_no_amount()
    {
        Figure change = Given.Printed("26.00");

        Assert.Null(Of(Given.Printed("100.00"), change, Given.Printed("80.00")).Settling(change, Changes.None));
        Assert.Null(Of(Given.Printed("1"), change, Given.Printed("80.00"), Times).Settling(change, Changes.None));
        Assert.Null(Of(Given.Printed("25.00"), change, Given.Printed("0.00")).Settling(change, Changes.None));
    }
}
