using Ingest.Contract.Amounts;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using static Ingest.Core.Tests.Checks.Relations.Given;

namespace Ingest.Core.Tests.Checks.Relations;

/// <summary>Of 变动, 本年 and 上年 two give the rate; amounts with two decimals stand for half a hundredth either way.</summary>
public sealed class GrowthOperandsTests
{
    private static GrowthOperands Of(Figure? change, Figure? now, Figure? prior, int direction = 1) => new(change, now, prior, direction);

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(true, false, true, true)]
    [InlineData(false, true, true, true)]
    [InlineData(false, false, true, false)]
    [InlineData(true, true, false, true)]
    [InlineData(true, false, false, false)]
    [InlineData(false, true, false, false)]
    public void Two_of_the_three_suffice(bool change, bool now, bool prior, bool suffice) => Assert.Equal(suffice, Of(
        change ? Printed("20.00") : null, now ? Printed("120.00") : null, prior ? Printed("100.00") : null).Suffice);

    [Theory]
    [InlineData("20.00", 19.995, 100.005, 20.005, 99.995)]
    [InlineData("-20.00", -20.005, 99.995, -19.995, 100.005)]
    [InlineData("0.00", -0.005, 99.995, 0.005, 99.995)]
    public void A_change_over_its_base_is_least_where_the_base_is_greatest(string change, double least, double over, double most, double under) =>
        Assert.Equal(Quotients(least, over, most, under), Of(Printed(change), null, Printed("100.00")).Rate(Changes.None));

    /// <summary>Which of the two is greater is another rule's business.</summary>
    [Theory]
    [InlineData("120.00", 19.99, 100.005, 20.01, 99.995)]
    [InlineData("80.00", 19.99, 100.005, 20.01, 99.995)]
    [InlineData("100.00", -0.01, 99.995, 0.01, 99.995)]
    public void Without_a_change_the_rate_is_of_what_lies_between(string now, double least, double over, double most, double under) =>
        Assert.Equal(Quotients(least, over, most, under), Of(null, Printed(now), Printed("100.00")).Rate(Changes.None));

    [Theory]
    [InlineData("20.00", "120.00", 1, 19.995, 100.01, 20.005, 99.99)]
    [InlineData("20.00", "80.00", -1, 19.995, 100, 20.005, 100)]
    [InlineData("0.00", "80.00", 1, 0, 80.005, 0.005, 79.99)]
    public void Without_a_base_it_is_what_the_change_leaves(string change, string now, int direction, double least, double over, double most, double under) =>
        Assert.Equal(Quotients(least, over, most, under), Of(Printed(change), Printed(now), null, direction).Rate(Changes.None));

    /// <summary>20.01 − 20.00 may be nothing, and so may 0.01 + 0.00 where the change is −0.005.</summary>
    [Theory]
    [InlineData("20.00", "20.00", 1, false)]
    [InlineData("20.00", "20.01", 1, false)]
    [InlineData("20.00", "20.02", 1, true)]
    [InlineData("0.00", "0.01", -1, false)]
    [InlineData("0.00", "0.02", -1, true)]
    public void No_rate_is_of_a_base_that_may_be_nothing(string change, string now, int direction, bool any) =>
        Assert.Equal(any, Of(Printed(change), Printed(now), null, direction).Rate(Changes.None) is not null);

    [Fact]
    public void A_base_rounded_to_tens_may_be_nothing() =>
        Assert.Null((Of(Printed("3"), null, Printed("5")) with { Precision = _ => 5 }).Rate(Changes.None));

    /// <summary>5.00 more than 0.00 is at least 4.995 ÷ 0.005 = 999 times it; 5.00 more leaving 0.00 of 5.00 at least 4.995 ÷ 0.01.</summary>
    [Fact]
    public void What_came_of_hardly_anything_grew_at_least_so_much()
    {
        Assert.Equal(999m, Of(Printed("5.00"), null, Printed("0.00")).LeastRate(Changes.None));
        Assert.Equal(999m, Of(null, Printed("5.00"), Printed("0.00")).LeastRate(Changes.None));
        Assert.Equal(499.5m, Of(Printed("5.00"), Printed("5.00"), null).LeastRate(Changes.None));
    }

    [Fact]
    public void Of_nothing_of_something_and_by_nothing_there_is_no_least_rate()
    {
        Assert.Null(Of(Printed("5.00"), null, Blank()).LeastRate(Changes.None));
        Assert.Null(Of(Printed("5.00"), null, Printed("1.00")).LeastRate(Changes.None));
        Assert.Null(Of(Printed("5.00"), null, Printed("-1.00")).LeastRate(Changes.None));
        Assert.Null(Of(Printed("0.00"), null, Printed("0.00")).LeastRate(Changes.None));
        Assert.Null(Of(Blank(), null, Printed("0.00")).LeastRate(Changes.None));
        Assert.Null(Of(Printed("5.00"), Printed("0.00"), null, direction: -1).LeastRate(Changes.None));
        Assert.Null(Of(Printed("5.00"), Printed("5.00"), null, direction: -1).LeastRate(Changes.None));
    }

    /// <summary>19 to 21 % of 100 万元 ± 50 元.</summary>
    [Fact]
    public void A_change_that_fits_is_the_rate_of_its_base()
    {
        Figure change = Printed("250000");

        Assert.Equal(Between(0.19m * 999_950, 0.21m * 1_000_050), Of(change, null, Printed("100.00", TenThousand)).Fitting(change, new(0.19m, 0.21m), Changes.None));
        Figure coarse = Printed("25.00", TenThousand);
        Assert.Equal(Between(18.9999905m, 21.0000105m), Of(coarse, null, Printed("1000000")).Fitting(coarse, new(0.19m, 0.21m), Changes.None));
    }

    [Fact]
    public void A_base_that_fits_is_the_change_over_its_rate()
    {
        Figure prior = Printed("90.00");

        Assert.Equal(Between(19.995m / 0.25m, 20.005m / 0.20m), Of(Printed("20.00"), null, prior).Fitting(prior, new(0.20m, 0.25m), Changes.None));
    }

    [Theory]
    [InlineData(1, 1.19, 1.21)]
    [InlineData(-1, 0.79, 0.81)]
    public void An_amount_of_this_year_that_fits_is_the_base_and_its_change(int direction, double least, double most)
    {
        (Figure now, Figure prior) = (Printed("130.00"), Printed("100.00"));
        GrowthOperands operands = Of(null, now, prior, direction);

        Assert.Equal(Between((decimal)least * 99.995m, (decimal)most * 100.005m), operands.Fitting(now, new(0.19m, 0.21m), Changes.None));
        Assert.Null(operands.Fitting(prior, new(0.19m, 0.21m), Changes.None));
    }

    /// <summary>25 % more: a fifth of what is now; 60 %: three eighths. 20 % less: a quarter of what is left; 50 %: all of it.</summary>
    [Theory]
    [InlineData(1, 0.25, 0.60, 0.2, 0.375)]
    [InlineData(-1, 0.20, 0.50, 0.25, 1)]
    public void A_change_that_fits_without_a_base_is_a_part_of_what_it_led_to(int direction, double low, double high, double least, double most)
    {
        Figure change = Printed("30.00");

        Assert.Equal(
            Between((decimal)least * 79.995m, (decimal)most * 80.005m),
            Of(change, Printed("80.00"), null, direction).Fitting(change, new((decimal)low, (decimal)high), Changes.None));
    }

    /// <summary>By 20.00, a quarter: five times that is now; a half: three times. Less by a quarter: three times are left, by a half as much.</summary>
    [Theory]
    [InlineData(1, 3, 5)]
    [InlineData(-1, 1, 3)]
    public void An_amount_that_fits_without_a_base_follows_from_the_change(int direction, double least, double most)
    {
        Figure now = Printed("80.00");

        Assert.Equal(
            Between((decimal)least * 19.995m, (decimal)most * 20.005m),
            Of(Printed("20.00"), now, null, direction).Fitting(now, new(0.25m, 0.50m), Changes.None));
    }

    [Fact]
    public void Nothing_fits_a_rate_of_nothing_or_a_figure_that_is_not_used()
    {
        (Figure change, Figure now, Figure prior) = (Printed("20.00"), Printed("120.00"), Printed("100.00"));
        GrowthOperands operands = Of(change, now, prior);

        Assert.Null(operands.Fitting(change, new(0, 0.21m), Changes.None));
        Assert.Null(operands.Fitting(prior, new(0, 0.21m), Changes.None));
        Assert.Null(operands.Fitting(change, new(-0.01m, 0.01m), Changes.None));
        Assert.Null(operands.Fitting(now, new(0.19m, 0.21m), Changes.None));
        Assert.Null(Of(change, null, Printed("0.00")).Fitting(change, new(0.19m, 0.21m), Changes.None));
        Assert.NotNull(operands.Fitting(change, new(0.19m, 0.21m), Changes.None));
    }

    /// <summary>What fell by all that it was, or more, leaves nothing to compute from; what grew may have grown by any rate.</summary>
    [Theory]
    [InlineData(-1, 0.99, true)]
    [InlineData(-1, 1.00, false)]
    [InlineData(-1, 1.10, false)]
    [InlineData(1, 1.10, true)]
    public void Nothing_falls_by_more_than_all(int direction, double most, bool fits)
    {
        Figure change = Printed("20.00");

        Assert.Equal(fits, Of(change, null, Printed("100.00"), direction).Fitting(change, new(0.9m, (decimal)most), Changes.None) is not null);
    }

    [Fact]
    public void As_printed_the_rate_is_one_quotient()
    {
        Assert.Equal(0.2m, Of(Printed("20.00", TenThousand), null, Printed("1000000")).Exact(Changes.None));
        Assert.Equal(0.2m, Of(null, Printed("120.00"), Printed("100.00")).Exact(Changes.None));
        Assert.Equal(0.2m, Of(null, Printed("80.00"), Printed("100.00")).Exact(Changes.None));
        Assert.Equal(0.2m, Of(Printed("20.00"), Printed("120.00"), null).Exact(Changes.None));
        Assert.Equal(0.2m, Of(Printed("20.00"), Printed("80.00"), null, direction: -1).Exact(Changes.None));
    }

    /// <summary>What a working paper computes again, term by term.</summary>
    [Fact]
    public void The_formula_is_written_out()
    {
        (Figure change, Figure now, Figure prior) = (Printed("20.00"), Printed("120.00"), Printed("100.00"));
        Figure less = Printed("80.00");

        Assert.Equal([(change, 1m)], Terms(Of(change, now, prior).Formula(100).Terms));
        Assert.Equal([(prior, 1m)], Terms(Of(change, now, prior).Formula(100).Base));
        Assert.Equal([(now, 1m), (prior, -1m)], Terms(Of(null, now, prior).Formula(100).Terms));
        Assert.Equal([(prior, 1m), (less, -1m)], Terms(Of(null, less, prior).Formula(100).Terms));
        Assert.Equal([(change, 1m)], Terms(Of(change, now, null).Formula(100).Terms));
        Assert.Equal([(now, 1m), (change, -1m)], Terms(Of(change, now, null).Formula(100).Base));
        Assert.Equal([(less, 1m), (change, 1m)], Terms(Of(change, less, null, direction: -1).Formula(100).Base));
        Assert.Equal(100m, Of(change, now, null).Formula(100).Scale);
    }

    /// <summary>Of two amounts that are equal, this year's stands first.</summary>
    [Fact]
    public void No_change_is_this_year_less_the_year_before()
    {
        (Figure now, Figure prior) = (Printed("100.00"), Printed("100.00"));

        Assert.Equal([(now, 1m), (prior, -1m)], Terms(Of(null, now, prior).Formula(100).Terms));
    }

    private static IEnumerable<(Figure, decimal)> Terms(IEnumerable<Term> terms) => terms.Select(term => (term.Figure, term.Factor));

    private static AmountInterval Quotients(double least, double over, double most, double under) =>
        new((decimal)least / (decimal)over, (decimal)most / (decimal)under);
}
