using System.Globalization;
using Ingest.Contract.Amounts;

namespace Ingest.Core.Checks.Causes;

/// <summary>An amount that could have been meant by a printed one, and how natural the slip is (0 … 0.5).</summary>
internal readonly record struct Slip(decimal Amount, decimal Plausibility)
{
    /// <summary>A digit, a pair of digits, a point or a sign; less are digits left out or put in.</summary>
    public const decimal Natural = 0.45m;

    private static readonly decimal[] _shifts = [10m, 100m, 1000m];

    /// <summary>
    /// The most natural slip from an amount in <paramref name="wanted"/> to the printed one; where several are
    /// equally natural, the one nearest the middle.
    /// </summary>
    public static Slip Explain(decimal printed, bool isBlank, int decimals, AmountInterval wanted)
    {
        decimal middle = Middle(wanted, decimals);
        var best = new Slip(middle, isBlank ? 0.4m : 0m);
        if (isBlank)
            return best;
        foreach (Slip slip in From(printed, decimals))
            if (wanted.Contains(slip.Amount) && slip.Amount != printed && slip.IsBetterThan(best, middle))
                best = slip;
        return best;
    }

    private bool IsBetterThan(Slip other, decimal middle) => Plausibility > other.Plausibility
        || (Plausibility == other.Plausibility && Math.Abs(Amount - middle) < Math.Abs(other.Amount - middle));

    /// <summary>The centre as it would be printed, if that still lies within; one-sided intervals give their end.</summary>
    private static decimal Middle(AmountInterval wanted, int decimals)
    {
        if (wanted.Low == decimal.MinValue)
            return wanted.High;
        if (wanted.High == decimal.MaxValue)
            return wanted.Low;
        decimal rounded = Math.Round(wanted.Centre, decimals, MidpointRounding.AwayFromZero);
        return wanted.Contains(rounded) ? rounded : wanted.Centre;
    }

    private static IEnumerable<Slip> From(decimal printed, int decimals)
    {
        if (printed == 0)
            yield break;
        // Budgets hold few negative amounts: a minus too many is likelier than one lost.
        yield return new(-printed, printed < 0 ? 0.5m : 0.47m);
        foreach (decimal shift in _shifts)
        {
            yield return new(printed * shift, 0.5m);
            yield return new(Math.Round(printed / shift, decimals, MidpointRounding.AwayFromZero), 0.5m);
            yield return new(Math.Round(printed / shift, decimals, MidpointRounding.ToZero), 0.48m);
        }
        yield return new(printed * 10_000m, 0.45m);
        yield return new(Math.Round(printed / 10_000m, decimals, MidpointRounding.AwayFromZero), 0.45m);
        foreach (Slip slip in OfDigits(printed))
            yield return slip;
    }

    /// <summary>Two neighbouring digits changed places, one digit wrong, one too many, one too few.</summary>
    private static IEnumerable<Slip> OfDigits(decimal printed)
    {
        string digits = printed.ToString(CultureInfo.InvariantCulture);
        for (int i = 0; i < digits.Length; i++)
        {
            if (!char.IsAsciiDigit(digits[i]))
                continue;
            int next = i + 1 < digits.Length && digits[i + 1] == '.' ? i + 2 : i + 1;
            if (next < digits.Length && digits[next] != digits[i])
                yield return new(Parse(Swapped(digits, i, next)), 0.5m);
            foreach (char digit in "0123456789")
                if (digit != digits[i])
                    yield return new(Parse(digits[..i] + digit + digits[(i + 1)..]), 0.46m);
        }
        for (int i = 0; i <= digits.Length; i++)
        {
            if (i < digits.Length && char.IsAsciiDigit(digits[i]) && digits.Length > 1)
                yield return new(Parse(digits.Remove(i, 1)), 0.3m);
            if (digits.Length < 18 && (i == 0 ? char.IsAsciiDigit(digits[0]) : true))
                foreach (char digit in "0123456789")
                    yield return new(Parse(digits.Insert(i, digit.ToString())), 0.25m);
        }
    }

    private static string Swapped(string digits, int first, int second)
    {
        char[] swapped = digits.ToCharArray();
        (swapped[first], swapped[second]) = (swapped[second], swapped[first]);
        return new string(swapped);
    }

    private static decimal Parse(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal value)
            ? value : 0;
}
