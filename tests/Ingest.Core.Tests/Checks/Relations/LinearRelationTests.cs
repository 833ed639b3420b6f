using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using static Ingest.Core.Tests.Checks.Relations.Given;

namespace Ingest.Core.Tests.Checks.Relations;

/// <summary>An amount printed with two decimals stands for half a hundredth either way.</summary>
public sealed class LinearRelationTests
{
    /// <summary>12,345.67 元 is 1.234567 万元, give or take 0.0000005; the total is printed as 1.23, give or take 0.005.</summary>
    [Fact]
    public void Both_sides_stand_for_intervals_in_the_unit_of_the_subject()
    {
        LinearRelation relation = Sum(Printed("1.23", TenThousand), Printed("12345.67"));

        Assert.Equal(Between(1.225m, 1.235m), relation.LeftAsPrinted);
        Assert.Equal(Between(1.2345665m, 1.2345675m), relation.RightAsPrinted);
        Assert.Equal(new(Outcome.Rounding, 1.234567m, 1.23m, -0.004567m, 0.0050005m), relation.AsPrinted);
    }

    [Fact]
    public void An_exact_comparison_gives_nothing_to_rounding()
    {
        LinearRelation relation = Linear(Comparison.Exact, Printed("1.23"), Printed("1.23"));

        Assert.Equal(AmountInterval.Exactly(1.23m), relation.LeftAsPrinted);
        Assert.Equal(AmountInterval.Exactly(1.23m), relation.RightAsPrinted);
        Assert.Equal(Outcome.Inconsistent, Linear(Comparison.Exact, Printed("1.23"), Printed("1.24")).AsPrinted.Outcome);
    }

    /// <summary>1.23, supposed to be a tenth of what is meant, is 12.3 give or take 0.05: as exact as that, and no more.</summary>
    [Fact]
    public void What_is_supposed_to_be_printed_in_another_unit_is_no_more_exact_than_its_digits()
    {
        Figure copy = Printed("1.23");
        LinearRelation relation = Linear(Comparison.Exact, copy, Printed("12.34"));
        Changes supposed = new();
        supposed.Rescale(copy, 10);

        Assert.Equal(Outcome.Inconsistent, relation.Evaluate(new Changes().With(copy, 12.3m)).Outcome);
        Assert.Equal(Outcome.Rounding, relation.Evaluate(supposed).Outcome);
    }

    /// <summary>10.01 may be 10.005, and 10.00 may be 10.005.</summary>
    [Theory]
    [InlineData("10.01", Outcome.Consistent)]
    [InlineData("10.02", Outcome.Inconsistent)]
    [InlineData("3.00", Outcome.Consistent)]
    public void A_part_may_reach_its_whole_by_rounding_and_not_pass_it(string part, Outcome outcome) =>
        Assert.Equal(outcome, Linear(Comparison.AtMost, Printed(part), Printed("10.00")).AsPrinted.Outcome);

    /// <summary>The other sides are 10.00 − 6.00 ± 0.01, and the part itself is printed to ± 0.005.</summary>
    [Fact]
    public void What_would_settle_a_part_is_as_wide_as_all_that_is_rounded()
    {
        Figure part = Printed("4.50");

        Assert.Equal(Between(3.985m, 4.015m), Sum(Printed("10.00"), part, Printed("6.00")).Settling(part, Changes.None));
    }

    /// <summary>40,000 元 of 10.00 万元 beside 6.00 万元: ± 0.01 万元 of the others and half a 元 of its own.</summary>
    [Fact]
    public void What_would_settle_a_part_is_told_in_its_own_unit()
    {
        Figure part = Printed("45000");
        Figure coarse = Printed("4.50", TenThousand);

        Assert.Equal(Between(39_899.5m, 40_100.5m), Sum(Printed("10.00", TenThousand), part, Printed("6.00", TenThousand)).Settling(part, Changes.None));
        Assert.Equal(Between(3.9949985m, 4.0050015m), Sum(Printed("100000.00"), coarse, Printed("59999.90"), Printed("0.10")).Settling(coarse, Changes.None));
    }

    [Fact]
    public void What_would_settle_an_exact_comparison_is_one_amount()
    {
        Figure copy = Printed("1.32");

        Assert.Equal(AmountInterval.Exactly(1.23m), Linear(Comparison.Exact, copy, Printed("1.23")).Settling(copy, Changes.None));
    }

    [Fact]
    public void What_would_settle_a_bound_is_open_to_one_side()
    {
        (Figure part, Figure whole) = (Printed("12.00"), Printed("10.00"));
        LinearRelation bound = Linear(Comparison.AtMost, part, whole);

        Assert.True(bound.IsBound);
        Assert.False(Sum(part, whole).IsBound);
        Assert.Equal(Between(decimal.MinValue, 10.01m), bound.Settling(part, Changes.None));
        Assert.Equal(Between(11.99m, decimal.MaxValue), bound.Settling(whole, Changes.None));
    }

    [Fact]
    public void A_figure_that_takes_no_part_cannot_be_settled() =>
        Assert.Null(Sum(Printed("10.00"), Printed("4.00"), Printed("6.00")).Settling(Printed("1.00"), Changes.None));

    /// <summary>Nothing printed is nothing; an amount put there is rounded like the amounts beside it.</summary>
    [Fact]
    public void An_empty_place_is_exact_until_an_amount_is_put_there()
    {
        Figure empty = Blank();
        LinearRelation relation = Sum(Printed("10.00"), Printed("4.00"), empty);

        Assert.Equal(0.01m, relation.AsPrinted.Tolerance);
        Assert.Equal(new(Outcome.Rounding, 10.01m, 10.00m, -0.01m, 0.015m), relation.Evaluate(new Changes().With(empty, 6.01m)));
        Assert.Equal(Between(5.985m, 6.015m), relation.Settling(empty, Changes.None));
    }

    /// <summary>A place before any that is printed has its decimals from the first that is.</summary>
    [Fact]
    public void An_empty_total_is_rounded_like_its_parts()
    {
        Figure total = Blank();

        Assert.Equal(0.105m, Sum(total, Printed("4.0"), Printed("6.00")).Evaluate(new Changes().With(total, 10)).Tolerance);
    }

    [Fact]
    public void Where_nothing_is_printed_there_is_nothing_to_check()
    {
        Figure total = Blank();
        LinearRelation relation = Sum(total, Blank(), Blank());

        Assert.Equal(Outcome.NotApplicable, relation.AsPrinted.Outcome);
        Assert.Equal(Outcome.Inconsistent, relation.Evaluate(new Changes().With(total, 1)).Outcome);
    }

    [Fact]
    public void What_was_not_read_is_not_assessed() => Assert.Equal(Outcome.NotAssessable, Sum(Printed("10.00"), Unread()).AsPrinted.Outcome);

    /// <summary>2 of 17 hundredths: of seventeen rounded amounts that is nothing, of one it is much, and sixteen zeros are not rounded.</summary>
    [Fact]
    public void Zeros_do_not_make_a_difference_by_rounding_more_likely()
    {
        Figure[] zeros = [.. Enumerable.Range(0, 16).Select(_ => Printed("0.00"))];
        Figure[] amounts = [.. Enumerable.Range(0, 16).Select(_ => Printed("1.00"))];

        Assert.Equal(Outcome.ImprobableRounding, Sum(Printed("1.02"), [Printed("1.00"), .. zeros]).AsPrinted.Outcome);
        Assert.Equal(Outcome.Rounding, Sum(Printed("17.02"), [Printed("1.00"), .. amounts]).AsPrinted.Outcome);
    }

    /// <summary>Few figures are compared with each other and many are looked up; both ways a figure is there once.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void A_figure_named_twice_counts_twice_and_is_there_once(int others)
    {
        Figure part = Printed("2.00");
        Figure[] zeros = [.. Enumerable.Range(0, others).Select(_ => Printed("0.00"))];
        LinearRelation relation = Sum(Printed("4.00"), [part, .. zeros, part]);

        Assert.Equal(2 + others, relation.Figures.Length);
        Assert.Equal(new Term(part, 2), relation.Parts!.Value[0]);
        Assert.Equal(Outcome.Consistent, relation.AsPrinted.Outcome);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void A_subject_among_its_parts_is_there_once(int others)
    {
        Figure subject = Printed("4.00");
        Figure[] zeros = [.. Enumerable.Range(0, others).Select(_ => Printed("0.00"))];

        Assert.Equal(1 + others, Sum(subject, [.. zeros, subject]).Figures.Length);
    }

    [Fact]
    public void Amounts_known_to_be_exact_to_another_digit_count_so()
    {
        LinearRelation relation = new(Rule(RelationClass.Sum), Printed("1000"), [new Term(Printed("1004"), 1)], Comparison.WithinRounding, () => Phrase.Same(""))
        {
            Precision = _ => 5,
        };

        Assert.Equal(10, relation.AsPrinted.Tolerance);
        Assert.Equal(10, relation.LastDigit);
    }
}
