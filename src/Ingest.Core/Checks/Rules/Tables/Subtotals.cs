namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>
/// Columns that print the sum of others. A form prints the subtotal, what it is the sum of, or both; where both are
/// there, a total adds the subtotal only.
/// </summary>
internal static class Subtotals
{
    public static readonly string[] FiscalSources =
        ["generalBudget", "generalTransfer", "governmentFund", "governmentFundTransfer", "stateCapital", "stateCapitalTransfer"];

    public static readonly string[] UnitFunds = ["businessIncome", "operatingIncome", "superiorSubsidy", "affiliateRemittance", "otherIncome"];

    public static readonly string[] CurrentIncome = ["fiscalSubtotal", .. FiscalSources, "fiscalAccount", "otherFiscalAccount", "unitFunds", .. UnitFunds];

    public static readonly string[] Carryover = ["fiscalCarryover", "nonFiscalCarryover"];

    public static readonly string[] Basic = ["basicPersonnel", "basicOperating"];

    private static readonly (string Whole, string[] Parts)[] _all =
    [
        ("currentSubtotal", CurrentIncome), ("fiscalSubtotal", FiscalSources), ("unitFunds", UnitFunds), ("carryover", Carryover), ("basic", Basic),
    ];

    /// <summary>True when one of the columns is a subtotal that holds the part.</summary>
    public static bool AnyOver(string part, IEnumerable<string> columns) =>
        columns.Any(column => Array.Exists(_all, subtotal => subtotal.Whole == column && subtotal.Parts.Contains(part)));
}
