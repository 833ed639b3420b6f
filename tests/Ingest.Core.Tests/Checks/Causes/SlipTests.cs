using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Core.Checks.Causes;

namespace Ingest.Core.Tests.Checks.Causes;

/// <summary>How an amount came to be printed instead of another, and how natural that is.</summary>
public sealed class SlipTests
{
    [Theory]
    // Neighbouring digits exchanged, the point between them or not.
    [InlineData("12.34", "21.34", 0.50)]
    [InlineData("12.34", "13.24", 0.50)]
    [InlineData("12.34", "12.43", 0.50)]
    // One digit wrong.
    [InlineData("6.66", "6.06", 0.46)]
    [InlineData("12.34", "92.34", 0.46)]
    // A sign too many, and one lost.
    [InlineData("-5.00", "5.00", 0.50)]
    [InlineData("5.00", "-5.00", 0.47)]
    // The point moved by one, two and three places; what falls off the end is rounded, or cut.
    [InlineData("123.45", "1234.50", 0.50)]
    [InlineData("123.45", "12345.00", 0.50)]
    [InlineData("123.45", "123450.00", 0.50)]
    [InlineData("6172.85", "617.29", 0.50)]
    [InlineData("6172.85", "617.28", 0.48)]
    [InlineData("6172.85", "61.73", 0.50)]
    [InlineData("6172.85", "61.72", 0.48)]
    [InlineData("6172.85", "6.17", 0.50)]
    // 元 for 万元 and the reverse.
    [InlineData("6.17", "61700.00", 0.45)]
    [InlineData("61728.54", "6.17", 0.45)]
    // A digit too many, and one too few.
    [InlineData("1723.45", "123.45", 0.30)]
    [InlineData("123.45", "1723.45", 0.25)]
    [InlineData("123.45", "9123.45", 0.25)]
    // Nothing that happens to a single amount.
    [InlineData("12.34", "98.70", 0)]
    [InlineData("0.00", "5.00", 0)]
    public void An_amount_is_explained_by_what_happens_to_amounts(string printed, string meant, double plausibility) =>
        Assert.Equal(new Slip(Parse(meant), (decimal)plausibility), Slip.Explain(Parse(printed), false, 2, AmountInterval.Exactly(Parse(meant))));

    [Fact]
    public void Where_nothing_is_printed_the_amount_was_left_out() =>
        Assert.Equal(new Slip(21.34m, 0.4m), Slip.Explain(0, true, 2, AmountInterval.Around(21.34m, 0.01m)));

    /// <summary>13.24 and 21.34 are both 12.34 with two digits exchanged; which of them is meant the middle says.</summary>
    [Theory]
    [InlineData(13.00, 22.00, 21.34)]
    [InlineData(13.00, 21.40, 13.24)]
    public void Of_slips_equally_natural_the_one_nearest_the_middle_is_meant(double low, double high, double meant) =>
        Assert.Equal((decimal)meant, Slip.Explain(12.34m, false, 2, new((decimal)low, (decimal)high)).Amount);

    /// <summary>12.30 to 12.40 holds the printed amount as well, and 12.35 is in the middle.</summary>
    [Fact]
    public void The_printed_amount_explains_nothing() =>
        Assert.Equal(new Slip(12.35m, 0.46m), Slip.Explain(12.34m, false, 2, new(12.30m, 12.40m)));

    [Theory]
    [InlineData(1.2341, 1.2469, 1.24)]
    [InlineData(1.2200, 1.2300, 1.23)]
    [InlineData(1.2241, 1.2359, 1.23)]
    [InlineData(1.2341, 1.2343, 1.2342)]
    public void The_middle_is_written_with_the_decimals_of_its_place_where_that_lies_within(double low, double high, double middle) =>
        Assert.Equal((decimal)middle, Slip.Explain(0, true, 2, new((decimal)low, (decimal)high)).Amount);

    [Fact]
    public void What_is_open_to_one_side_is_its_end()
    {
        Assert.Equal(7.00m, Slip.Explain(0, true, 2, new(decimal.MinValue, 7.00m)).Amount);
        Assert.Equal(7.00m, Slip.Explain(0, true, 2, new(7.00m, decimal.MaxValue)).Amount);
    }

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
