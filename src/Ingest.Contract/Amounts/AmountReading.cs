namespace Ingest.Contract.Amounts;

/// <summary>What an amount cell turned out to hold.</summary>
public enum AmountOutcome
{
    /// <summary>Nothing is printed. Not a zero. This is what <c>default</c> means.</summary>
    Blank,

    /// <summary>
    /// Only a dash is printed. In these forms a dash is how a person types "none": it is no amount, and like
    /// a blank it is never written out as zero, but the text is kept.
    /// </summary>
    Dash,

    /// <summary>An amount.</summary>
    Amount,

    /// <summary>Something else is printed; <see cref="AmountReading.Failure"/> says what.</summary>
    Unread,
}

/// <summary>Why a text is not an amount.</summary>
public enum AmountFailure
{
    /// <summary>It was read.</summary>
    None,

    /// <summary>Words, or digits with words around them: <c>单位不需填列</c>, <c>12.5万元</c>.</summary>
    Words,

    /// <summary>A share: <c>12.50%</c>.</summary>
    Percent,

    /// <summary>More than one number: <c>12.50 13.60</c>.</summary>
    SeveralNumbers,

    /// <summary>Separators that do not part the digits in threes: <c>1,23</c>, <c>1.234.567</c>.</summary>
    Grouping,

    /// <summary>Zeros in front, as in codes and numbers of forms: <c>0101</c>.</summary>
    LeadingZero,

    /// <summary>A bracket or a sign without its partner or its number: <c>(12.50</c>, <c>-(3)</c>.</summary>
    Sign,

    /// <summary>More digits than money can have here (28).</summary>
    TooLong,
}

/// <summary>The result of reading one amount: a value or a reason, never a guess.</summary>
/// <param name="Outcome">What was found.</param>
/// <param name="Value">The amount with its printed decimals as scale; null unless <see cref="AmountOutcome.Amount"/>.</param>
/// <param name="Failure">The reason; <see cref="AmountFailure.None"/> unless <see cref="AmountOutcome.Unread"/>.</param>
public readonly record struct AmountReading(AmountOutcome Outcome, decimal? Value, AmountFailure Failure)
{
    public static AmountReading Blank => default;

    public static AmountReading Dash => new(AmountOutcome.Dash, null, AmountFailure.None);

    public static AmountReading Of(decimal value) => new(AmountOutcome.Amount, value, AmountFailure.None);

    public static AmountReading Unread(AmountFailure failure) => new(AmountOutcome.Unread, null, failure);

    public bool IsAmount => Outcome == AmountOutcome.Amount;
}
