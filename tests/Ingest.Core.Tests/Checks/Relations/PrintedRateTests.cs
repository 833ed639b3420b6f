using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Tests.Checks.Relations;

public sealed class PrintedRateTests
{
    /// <summary>The amounts give something between low and high, and exactly so much as they are printed.</summary>
    [Theory]
    // Rounded: 29.8068.
    [InlineData("29.81", "29.8060", "29.8076", "29.8068", Outcome.Consistent)]
    // Cut off: 36.5864 and −36.5864.
    [InlineData("36.58", "36.5860", "36.5868", "36.5864", Outcome.Rounding)]
    [InlineData("-36.58", "-36.5868", "-36.5860", "-36.5864", Outcome.Rounding)]
    [InlineData("0.00", "0.0080", "0.0090", "0.0085", Outcome.Rounding)]
    // The amounts are so coarse that the rate may be 29.6.
    [InlineData("30", "29.0", "29.8", "29.4", Outcome.Rounding)]
    [InlineData("36.57", "36.5860", "36.5868", "36.5864", Outcome.Inconsistent)]
    [InlineData("36.60", "36.5860", "36.5868", "36.5864", Outcome.Inconsistent)]
    [InlineData("-36.57", "-36.5868", "-36.5860", "-36.5864", Outcome.Inconsistent)]
    [InlineData("-36.60", "-36.5868", "-36.5860", "-36.5864", Outcome.Inconsistent)]
    public void A_rate_is_rounded_or_cut_off(string printed, string low, string high, string exact, Outcome outcome) =>
        Assert.Equal(outcome, PrintedRate.Judge(Parse(printed), AmountInterval.HalfUnit(Parse(printed)), new(Parse(low), Parse(high)), Parse(exact)).Outcome);

    [Fact]
    public void What_is_said_of_a_wrong_rate_has_its_decimals() => Assert.Equal(
        new(Outcome.Inconsistent, 36.59m, 36.57m, -0.02m, 0.0054m),
        PrintedRate.Judge(36.57m, 0.005m, new(36.5860m, 36.5868m), 36.5864m));

    [Theory]
    [InlineData("20", 2, "20.00")]
    [InlineData("36.585", 2, "36.59")]
    [InlineData("-36.585", 2, "-36.59")]
    [InlineData("0.4", 0, "0")]
    public void A_rate_is_written_with_the_decimals_asked_for(string exact, int decimals, string written) =>
        Assert.Equal(written, PrintedRate.Rounded(Parse(exact), decimals).ToString(CultureInfo.InvariantCulture));

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
