using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Relations;

/// <summary>Compares a printed rate or share with what its amounts give.</summary>
internal static class PrintedRate
{
    /// <param name="printed">The rate.</param>
    /// <param name="halfUnit">Half its last digit.</param>
    /// <param name="expected">What the amounts stand for.</param>
    /// <param name="exact">What they give as printed, unrounded.</param>
    public static Evaluation Judge(decimal printed, decimal halfUnit, AmountInterval expected, decimal exact)
    {
        decimal rounded = Rounded(exact, printed.Scale);
        // A rate may be cut off instead of rounded: 36.586 is printed as 36.58.
        bool cut = expected.Overlaps(printed < 0 ? new(printed - (2 * halfUnit), printed) : new(printed, printed + (2 * halfUnit)));
        Outcome outcome = rounded == printed ? Outcome.Consistent
            : cut || expected.Overlaps(AmountInterval.Around(printed, halfUnit)) ? Outcome.Rounding
            : Outcome.Inconsistent;
        return new(outcome, rounded, printed, printed - rounded, expected.HalfWidth + halfUnit);
    }

    /// <summary>With the decimals of the printed one, zeros included.</summary>
    public static decimal Rounded(decimal exact, int decimals)
    {
        decimal zeros = new(0, 0, 0, false, (byte)decimals);
        return Math.Round(exact, decimals, MidpointRounding.AwayFromZero) + zeros;
    }
}
