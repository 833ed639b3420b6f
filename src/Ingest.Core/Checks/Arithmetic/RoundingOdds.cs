namespace Ingest.Core.Checks.Arithmetic;

/// <summary>
/// Whether a difference that rounding can explain is one that rounding is likely to produce.
/// </summary>
/// <remarks>
/// The errors of n independently rounded addends, each uniform over its own unit u, add up to an
/// Irwin–Hall variable with variance Σu²/12. The printed total is rounded too, so a difference of |Δ|
/// needs an error sum of at least |Δ| − ½ unit of the total. The normal distribution with that variance
/// has heavier tails than Irwin–Hall, so the bound errs on the side of not accusing. It gives 4 units for
/// 16 addends and 3 for 9.
/// </remarks>
public static class RoundingOdds
{
    /// <summary>z² for a two-sided probability of 1 %: P(|Z| ≥ 2.5758…) = 0.01.</summary>
    private const decimal CriticalSquare = 6.6349m;

    /// <param name="difference">Total minus the sum of the addends.</param>
    /// <param name="totalHalfUnit">Half the last printed digit of the total.</param>
    /// <param name="addendHalfUnits">Likewise of every addend that was rounded.</param>
    /// <returns>True when independent rounding produces such a difference with p &lt; 1 %.</returns>
    public static bool IsImprobable(decimal difference, decimal totalHalfUnit, IEnumerable<decimal> addendHalfUnits)
    {
        decimal excess = Math.Abs(difference) - totalHalfUnit;
        if (excess <= 0)
            return false;
        // With u = 2h the variance Σu²/12 is Σh²/3.
        return 3 * excess * excess > CriticalSquare * addendHalfUnits.Sum(half => half * half);
    }
}
