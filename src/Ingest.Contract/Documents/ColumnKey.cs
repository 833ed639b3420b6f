using System.Collections.Frozen;

namespace Ingest.Contract.Documents;

/// <summary>
/// What an amount column means, whatever header a form gives it: one of a closed catalogue, so that a layout cannot name
/// a column that no rule, export or reader of results knows. <c>default</c> is no column and prints as "".
/// </summary>
public readonly record struct ColumnKey
{
    /// <summary>Grouped as the forms print them; a new meaning is a new line here.</summary>
    private static readonly FrozenSet<string> _known = FrozenSet.ToFrozenSet(
    [
        "total", "subtotal",
        // Income by source: T02, F02.
        "currentSubtotal", "currentAppropriation", "fiscalSubtotal", "generalBudget", "generalTransfer", "governmentFund", "governmentFundTransfer",
        "stateCapital", "stateCapitalTransfer", "fiscalAccount", "otherFiscalAccount", "educationFees", "unitFunds", "businessIncome", "operatingIncome",
        "superiorSubsidy", "affiliateRemittance", "otherIncome", "nonFiscalSurplusUsed",
        "carryover", "fiscalCarryover", "fiscalCarryoverGeneral", "fiscalCarryoverFund", "fiscalCarryoverCapital", "nonFiscalCarryover",
        // Expenditure by nature: T03, T05, T08, T09, F03, F05, F08, F09.
        "basic", "basicPersonnel", "basicOperating", "project", "unitReserve", "carryoverNextYear", "superiorRemittance", "operatingExpenditure",
        "affiliateSubsidy", "carryoverStart", "incomeThisYear", "carryoverEnd", "priorYear", "change", "changePercent",
        // Economic items: T06, T07.
        "personnel", "operating", "wages", "goodsServices", "individuals", "debtInterest", "capitalConstruction", "capital", "enterpriseConstruction",
        "enterprise", "socialSecurity", "other",
        // Official expenses: T10.
        "overseas", "reception", "vehicleSubtotal", "vehiclePurchase", "vehicleOperation", "meetings", "training", "agencyOperating",
        "priorTotal", "priorOverseas", "priorReception", "priorVehicleSubtotal", "priorVehiclePurchase", "priorVehicleOperation",
        // Official expenses of final accounts: F07.
        "totalBudget", "totalFinal", "overseasBudget", "overseasFinal", "receptionBudget", "receptionFinal", "vehicleSubtotalBudget", "vehicleSubtotalFinal",
        "vehiclePurchaseBudget", "vehiclePurchaseFinal", "vehicleOperationBudget", "vehicleOperationFinal",
        // Carryover by fund and use: T11.
        "fiscalTotal", "fiscalPersonnel", "fiscalOperating", "fiscalProject", "nonFiscalTotal", "nonFiscalPersonnel", "nonFiscalOperating", "nonFiscalProject",
    ], StringComparer.Ordinal);

    private readonly string? _text;

    private ColumnKey(string text) => _text = text;

    public static IEnumerable<ColumnKey> All => _known.Order(StringComparer.Ordinal).Select(text => new ColumnKey(text));

    /// <summary>The key of that name; null when the catalogue has none.</summary>
    public static ColumnKey? Find(string? text) => text is not null && _known.Contains(text) ? new ColumnKey(text) : null;

    /// <exception cref="FormatException">The catalogue has no such key.</exception>
    public static ColumnKey Parse(string text) => Find(text) ?? throw new FormatException($"\"{text}\" is no column key");

    public override string ToString() => _text ?? "";
}
