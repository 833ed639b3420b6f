using Ingest.Core.Checks.Arithmetic;

namespace Ingest.Core.Tests.Checks;

public sealed class RoundingOddsTests
{
    /// <summary>Units of the last digit: |Δ| − ½ &gt; 2.576·√(n/12).</summary>
    [Theory]
    [InlineData(16, 3, false)]
    [InlineData(16, 4, true)]
    [InlineData(9, 2, false)]
    [InlineData(9, 3, true)]
    [InlineData(2, 1, false)]
    [InlineData(1, 1, false)]
    public void A_difference_that_one_in_a_hundred_would_show_is_improbable(int addends, int units, bool improbable)
    {
        IEnumerable<decimal> halfUnits = Enumerable.Repeat(0.005m, addends);

        Assert.Equal(improbable, RoundingOdds.IsImprobable(units * 0.01m, 0.005m, halfUnits));
        Assert.Equal(improbable, RoundingOdds.IsImprobable(units * -0.01m, 0.005m, halfUnits));
    }

    [Fact]
    public void A_difference_within_the_totals_own_rounding_never_is()
    {
        Assert.False(RoundingOdds.IsImprobable(0.005m, 0.005m, []));
    }
}
