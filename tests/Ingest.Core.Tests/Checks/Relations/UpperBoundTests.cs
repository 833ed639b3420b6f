using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using static Ingest.Core.Tests.Checks.Relations.Given;

namespace Ingest.Core.Tests.Checks.Relations;

public sealed class UpperBoundTests
{
    private static UpperBound Of(Figure[] parts, Figure[] caps, bool isCounted = false) =>
        new(Rule(RelationClass.Bound), [.. parts], [.. caps], () => Phrase.Same(""), isCounted);

    [Theory]
    [InlineData("20.00", "20.00", "30.00", Outcome.Inconsistent)]
    [InlineData("20.00", "9.00", "30.00", Outcome.Consistent)]
    [InlineData("20.00", "10.01", "30.00", Outcome.Consistent)]
    [InlineData("20.00", "10.02", "30.00", Outcome.Inconsistent)]
    public void Parts_together_do_not_pass_their_whole(string one, string other, string whole, Outcome outcome) =>
        Assert.Equal(outcome, Of([Printed(one), Printed(other)], [Printed(whole)]).AsPrinted.Outcome);

    /// <summary>31 万元 may be 30.5, as may 30 万元; 31 cars are not 30.</summary>
    [Fact]
    public void Amounts_are_rounded_and_people_are_not()
    {
        UpperBound money = Of([Printed("31")], [Printed("30")]);
        UpperBound cars = Of([Printed("31")], [Printed("30")], isCounted: true);

        Assert.Equal((Outcome.Consistent, 1m), (money.AsPrinted.Outcome, money.LastDigit));
        Assert.Equal((Outcome.Inconsistent, 0m), (cars.AsPrinted.Outcome, cars.LastDigit));
    }

    [Fact]
    public void It_says_how_much_may_be_there_and_not_what_is()
    {
        Figure part = Printed("31.00");
        UpperBound bound = Of([part], [Printed("10.00"), Printed("20.00")]);

        Assert.True(bound.IsBound);
        Assert.Equal(new AmountInterval(29.99m, 30.01m), bound.RightAsPrinted);
        Assert.Null(bound.Settling(part, Changes.None));
    }
}
