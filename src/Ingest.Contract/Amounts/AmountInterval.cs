namespace Ingest.Contract.Amounts;

/// <summary>
/// The closed interval of values that a printed figure stands for. A value printed with d decimals is
/// [v − ½·10⁻ᵈ, v + ½·10⁻ᵈ] (XBRL Calculations 1.1, round to nearest); <c>default</c> is exactly zero.
/// </summary>
public readonly record struct AmountInterval(decimal Low, decimal High)
{
    public static AmountInterval Exactly(decimal value) => new(value, value);

    public static AmountInterval OfPrinted(decimal value) => Around(value, HalfUnit(value));

    public static AmountInterval Around(decimal centre, decimal halfWidth) => new(centre - halfWidth, centre + halfWidth);

    /// <summary>Half a unit of the last printed digit: 0.005 for 12.30, 0.5 for 12.</summary>
    public static decimal HalfUnit(decimal printed) => new(5, 0, 0, false, (byte)Math.Min(printed.Scale + 1, 28));

    public bool IsEmpty => Low > High;

    public decimal Centre => Low + ((High - Low) / 2);

    public decimal HalfWidth => (High - Low) / 2;

    public bool Contains(decimal value) => value >= Low && value <= High;

    /// <summary>True when the two share a value; ends count.</summary>
    public bool Overlaps(AmountInterval other) => Low <= other.High && other.Low <= High;

    /// <summary>The common part; empty (<see cref="IsEmpty"/>) when there is none.</summary>
    public AmountInterval Intersect(AmountInterval other) =>
        new(Math.Max(Low, other.Low), Math.Min(High, other.High));

    public static AmountInterval operator +(AmountInterval left, AmountInterval right) =>
        new(left.Low + right.Low, left.High + right.High);

    public static AmountInterval operator -(AmountInterval left, AmountInterval right) =>
        new(left.Low - right.High, left.High - right.Low);

    public static AmountInterval operator *(AmountInterval interval, decimal factor) => factor >= 0
        ? new(interval.Low * factor, interval.High * factor)
        : new(interval.High * factor, interval.Low * factor);
}
