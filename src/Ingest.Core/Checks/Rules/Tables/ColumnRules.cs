using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>Inside one row: a column that prints the sum of others.</summary>
internal static class ColumnRules
{
    private static readonly string[] _funds = ["generalBudget", "governmentFund", "stateCapital"];

    /// <summary>All of T02 but its total.</summary>
    private static readonly string[] _income = ["currentSubtotal", .. Subtotals.CurrentIncome, "nonFiscalSurplusUsed", "carryover", .. Subtotals.Carryover];

    /// <summary>其中教育收费: worth naming, and a part of another column.</summary>
    private static readonly string[] _ofWhich = ["educationFees"];

    /// <summary>What a body spends beside 基本支出 and 项目支出.</summary>
    private static readonly string[] _otherExpenditure = ["superiorRemittance", "operatingExpenditure", "affiliateSubsidy", "unitReserve", "carryoverNextYear"];

    private static readonly string[] _expenditure = ["basic", .. Subtotals.Basic, "project", .. _otherExpenditure];

    /// <summary>Beside the year's amounts: the year before, and how much the two differ.</summary>
    private static readonly string[] _comparison = [ComparedColumns.PriorYear, ComparedColumns.OfChange, ComparedColumns.OfRate];

    private static readonly string[] _projectCategories =
    [
        "wages", "goodsServices", "individuals", "debtInterest", "capitalConstruction", "capital",
        "enterpriseConstruction", "enterprise", "socialSecurity", "other",
    ];

    private static readonly string[] _vehicles = ["vehiclePurchase", "vehicleOperation"];

    /// <summary>Printed in one table with the three official expenses and not among them.</summary>
    private static readonly string[] _besideExpenses =
    [
        "agencyOperating", "meetings", "training",
        "priorTotal", "priorOverseas", "priorReception", "priorVehicleSubtotal", "priorVehiclePurchase", "priorVehicleOperation",
    ];

    private static readonly string[] _carryoverColumns = ["carryoverStart", "incomeThisYear", "carryoverEnd"];

    public static readonly Rule[] All =
    [
        Sum("T01-row", "T01", "total", ["basic", .. Subtotals.Basic, "project"], [], RowSide.Expenditure),
        Sum("T02-row", "T02", "total", _income, _ofWhich),
        Sum("T02-row", "T02", "currentSubtotal", Subtotals.CurrentIncome, ["total", .. _income, .. _ofWhich]),
        Sum("T02-row", "T02", "fiscalSubtotal", Subtotals.FiscalSources, ["total", .. _income, .. _ofWhich]),
        Sum("T02-row", "T02", "unitFunds", Subtotals.UnitFunds, ["total", .. _income, .. _ofWhich]),
        Sum("T02-row", "T02", "carryover", Subtotals.Carryover, ["total", .. _income, .. _ofWhich]),
        Sum("T03-row", "T03", "total", _expenditure, _comparison),
        Sum("T03-row", "T03", "basic", Subtotals.Basic, ["total", .. _expenditure, .. _comparison]),
        Sum("T04-row", "T04", "total", _funds, [], RowSide.Expenditure),
        Sum("T05-row", "T05", "total", ["basic", .. Subtotals.Basic, "project"], _comparison),
        Sum("T05-row", "T05", "basic", Subtotals.Basic, ["total", "project", .. _comparison]),
        Sum("T06-row", "T06", "total", ["personnel", "operating"], []),
        Sum("T07-row", "T07", "total", _projectCategories, []),
        Sum("T08-row", "T08", "total", ["basic", .. Subtotals.Basic, "project"], _comparison),
        Sum("T09-row", "T09", "total", ["basic", .. Subtotals.Basic, "project"], _comparison),
        Sum("T10-row", "T10", "total", _funds, []),
        Sum("T10-01", "T10", "total", ["overseas", "reception", "vehicleSubtotal"], [.. _vehicles, .. _besideExpenses], unless: "subtotal"),
        Sum("T10-01", "T10", "subtotal", ["overseas", "reception", "vehicleSubtotal"], ["total", .. _vehicles, .. _besideExpenses]),
        Sum("T10-01", "T10", "total", ["subtotal", "meetings", "training"], ["overseas", "reception", "vehicleSubtotal", .. _vehicles, .. _besideExpenses], needs: "subtotal"),
        Sum("T10-02", "T10", "vehicleSubtotal", _vehicles, ["total", "subtotal", "overseas", "reception", .. _besideExpenses]),
        Sum("T10-01", "T10", "priorTotal", ["priorOverseas", "priorReception", "priorVehicleSubtotal"], [.. Expenses(""), .. _vehicles, "total", "priorVehiclePurchase", "priorVehicleOperation"]),
        Sum("T11-row", "T11", "total", ["fiscalTotal", "nonFiscalTotal"], [.. Breakdown("fiscal"), .. Breakdown("nonFiscal")]),
        Sum("T11-row", "T11", "fiscalTotal", Breakdown("fiscal"), ["total", "nonFiscalTotal", .. Breakdown("nonFiscal")]),
        Sum("T11-row", "T11", "nonFiscalTotal", Breakdown("nonFiscal"), ["total", "fiscalTotal", .. Breakdown("fiscal")]),
        Sum("F02-row", "F02", "total", _income, []),
        Sum("F03-row", "F03", "total", _expenditure, []),
        Sum("F04-row", "F04", "total", _funds, [], RowSide.Expenditure),
        Sum("F05-row", "F05", "total", ["basic", "project"], []),
        Sum("F07-01", "F07", "totalBudget", Expenses("Budget"), [.. Others("Budget"), .. All7("Final")]),
        Sum("F07-01", "F07", "totalFinal", Expenses("Final"), [.. Others("Final"), .. All7("Budget")]),
        Sum("F07-02", "F07", "vehicleSubtotalBudget", Cars("Budget"), ["totalBudget", .. Expenses("Budget"), .. All7("Final")]),
        Sum("F07-02", "F07", "vehicleSubtotalFinal", Cars("Final"), ["totalFinal", .. Expenses("Final"), .. All7("Budget")]),
        Sum("F08-row", "F08", "total", ["basic", "project"], _carryoverColumns),
        Sum("F09-row", "F09", "total", ["basic", "project"], _carryoverColumns),
        Carryover("F08-carryover", "F08"),
        Carryover("F09-carryover", "F09"),
    ];

    private static RowRule Sum(string id, string statement, string whole, string[] parts, string[] others, RowSide? side = null, string? needs = null, string? unless = null) => new()
    {
        Id = id, Class = RelationClass.Sum, Statement = statement, Side = side, Whole = whole, Parts = [.. parts], Others = [.. others], Needs = needs, Unless = unless,
        Sentence = new("每行的合计等于各栏之和", "in every row the total equals the sum of its columns"),
    };

    private static CarryoverRule Carryover(string id, string statement) => new()
    {
        Id = id, Class = RelationClass.Sum, Statement = statement,
        Sentence = new("每行年末结转和结余 = 年初结转和结余 + 本年收入 − 本年支出", "in every row carryover at the end = carryover at the start + income − expenditure"),
    };

    private static string[] Breakdown(string fund) => [fund + "Personnel", fund + "Operating", fund + "Project"];

    private static string[] Expenses(string year) => ["overseas" + year, "vehicleSubtotal" + year, "reception" + year];

    private static string[] Cars(string year) => ["vehiclePurchase" + year, "vehicleOperation" + year];

    private static string[] Others(string year) => Cars(year);

    private static string[] All7(string year) => ["total" + year, .. Expenses(year), .. Cars(year)];
}
