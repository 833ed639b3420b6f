namespace Ingest.Contract.Amounts;

/// <summary>Unit of money as printed above a table or after a number.</summary>
public enum AmountUnit
{
    /// <summary>元.</summary>
    Yuan,

    /// <summary>千元.</summary>
    Thousand,

    /// <summary>万元.</summary>
    TenThousand,

    /// <summary>十万元.</summary>
    HundredThousand,

    /// <summary>百万元.</summary>
    Million,

    /// <summary>亿元.</summary>
    HundredMillion,
}

public static class AmountUnits
{
    /// <summary>How many yuan one unit is.</summary>
    public static decimal InYuan(this AmountUnit unit) => unit switch
    {
        AmountUnit.Yuan => 1m,
        AmountUnit.Thousand => 1_000m,
        AmountUnit.TenThousand => 10_000m,
        AmountUnit.HundredThousand => 100_000m,
        AmountUnit.Million => 1_000_000m,
        AmountUnit.HundredMillion => 100_000_000m,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };

    /// <summary>The printed form.</summary>
    public static string Printed(this AmountUnit unit) => unit switch
    {
        AmountUnit.Yuan => "元",
        AmountUnit.Thousand => "千元",
        AmountUnit.TenThousand => "万元",
        AmountUnit.HundredThousand => "十万元",
        AmountUnit.Million => "百万元",
        AmountUnit.HundredMillion => "亿元",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };

    /// <summary>The unit that a printed word names, or null.</summary>
    public static AmountUnit? FromPrinted(string? text) => text switch
    {
        "元" => AmountUnit.Yuan,
        "千元" => AmountUnit.Thousand,
        "万元" => AmountUnit.TenThousand,
        "十万元" => AmountUnit.HundredThousand,
        "百万元" => AmountUnit.Million,
        "亿元" => AmountUnit.HundredMillion,
        _ => null,
    };
}
