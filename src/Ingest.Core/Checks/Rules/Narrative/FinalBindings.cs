using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Cells of the final accounts that sentences repeat.</summary>
internal static class FinalBindings
{
    private static readonly string[] _outcomes = ["", "支出决算", "决算"];

    public static readonly Binding[] All =
    [
        Binding.Of([Topic.Overall], "收入支出|收支|收入支出决算", Operand.Total("F01", side: RowSide.Income)),
        Binding.Of([Topic.Overall], "收入", Operand.Total("F01", side: RowSide.Income)) with { Ending = "总计" },
        Binding.Of([Topic.Overall], "支出", Operand.Total("F01", side: RowSide.Expenditure)) with { Ending = "总计" },
        OfTheYear("收入", RowSide.Income, "F02"),
        OfTheYear("支出", RowSide.Expenditure, "F03"),
        Binding.Of([Topic.Overall, Topic.Income], "本年收入", Operand.Total("F02")),
        Income("财政拨款收入", "fiscalSubtotal"),
        Income("上级补助收入", "superiorSubsidy"),
        Income("事业收入", "businessIncome"),
        Income("经营收入", "operatingIncome"),
        Income("附属单位上缴收入", "affiliateRemittance"),
        Income("其他收入", "otherIncome"),
        Binding.Of([Topic.Overall, Topic.Expenditure], "本年支出", Operand.Total("F03")),
        Expenditure("基本支出", "basic"),
        Expenditure("项目支出", "project"),
        Expenditure("上缴上级支出", "superiorRemittance"),
        Expenditure("经营支出", "operatingExpenditure"),
        Expenditure("对附属单位补助支出", "affiliateSubsidy"),
        Binding.Of([Topic.Fiscal], "财政拨款收入支出|财政拨款收支", Operand.Total("F04", side: RowSide.Income)),
        Binding.Of([Topic.Fiscal], "本年财政拨款收入", Operand.Named("F04", RowSide.Income, "total", "本年收入合计")),
        Binding.Of([Topic.Fiscal], "本年财政拨款支出", Operand.Named("F04", RowSide.Expenditure, "total", "本年支出合计")),
        .. OfFund(Topic.GovernmentFund, "政府性基金预算财政拨款", "F08"),
        .. OfFund(Topic.StateCapital, "国有资本经营预算财政拨款", "F09"),
        .. _outcomes.Select(outcome => Binding.Of([Topic.General], "一般公共预算(?:财政拨款)?支出", Operand.Total("F05"), outcome)),
        Binding.Of([Topic.General], "一般公共预算(?:财政拨款)?", Operand.Total("F05"), "支出决算"),
        .. _outcomes.Select(outcome => Binding.Of([Topic.General], "基本支出", Operand.Total("F05", "basic"), outcome)),
        .. _outcomes.Select(outcome => Binding.Of([Topic.General], "项目支出", Operand.Total("F05", "project"), outcome)),
        Binding.Of([Topic.Overall, Topic.Income, Topic.Fiscal], "一般公共预算财政拨款收入", Source("一般公共预算财政拨款收入", "一般公共预算财政拨款")),
        Binding.Of([Topic.Overall, Topic.Income, Topic.Fiscal], "政府性基金预算财政拨款收入", Source("政府性基金预算财政拨款收入", "政府性基金预算财政拨款")),
        Binding.Of([Topic.Overall, Topic.Income, Topic.Fiscal], "国有资本经营预算财政拨款收入", Source("国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款")),
        Binding.Of([Topic.Basic], "一般公共预算(?:财政拨款)?基本支出|基本支出", Operand.Total("F05", "basic")),
        Binding.Of([Topic.Basic], "人员经费", Side(RowSide.Personnel)),
        Binding.Of([Topic.Basic], "公用经费|日常公用经费", Side(RowSide.Operating)),
        .. Expenses("(?:财政拨款)?三公经费(?:财政拨款)?(?:支出)?", "total"),
        .. Expenses("因公出国境(?:费用?|经费)(?:支出)?", "overseas"),
        .. Expenses("公务用车购置(?:费)?(?:及|和)运行(?:维护)?费(?:支出)?", "vehicleSubtotal"),
        .. Expenses("公务用车购置费?(?:支出)?", "vehiclePurchase"),
        .. Expenses("公务用车运行(?:维护)?费(?:支出)?", "vehicleOperation"),
        .. Expenses("公务接待费(?:支出)?", "reception"),
        Binding.Of([Topic.AgencyOperating], "机关运行经费(?:支出)?", Side(RowSide.Operating)) with { IsSoft = _ => true },
    ];

    /// <summary>收入合计 is what came in during the year, or all there was of it to spend: where the two differ it is not sure which is meant.</summary>
    private static Binding OfTheYear(string thing, RowSide side, string table) => Binding.Of([Topic.Overall], thing, Operand.Total(table)) with
    {
        IsSoft = index => Operand.Total(table).Locate(index).Figure is not { } year || Operand.Total("F01", side: side).Locate(index).Figure is not { } all || year.Value * year.Unit != all.Value * all.Unit,
    };

    private static Binding Income(string thing, string column) => Binding.Of([Topic.Income], thing, Operand.Total("F02", column));

    private static Binding Expenditure(string thing, string column) => Binding.Of([Topic.Expenditure], thing, Operand.Total("F03", column));

    /// <summary>收入 and 支出 of a fund are those of the year where nothing was carried into it.</summary>
    private static IEnumerable<Binding> OfFund(Topic topic, string fund, string table) =>
    [
        Binding.Of([topic], "(?:" + fund + ")?年初结转和结余", Operand.Total(table, "carryoverStart")),
        Binding.Of([topic], "本年收入", Operand.Total(table, "incomeThisYear")),
        Binding.Of([topic], "本年支出", Operand.Total(table)),
        Binding.Of([topic], "(?:" + fund + ")?年末结转和结余", Operand.Total(table, "carryoverEnd")),
        Binding.Of([topic], fund + "收入", index => WithoutCarryover(index, table, "incomeThisYear")),
        .. _outcomes.Select(outcome => Binding.Of([topic], fund + "支出", index => WithoutCarryover(index, table, "total"), outcome)),
    ];

    private static Located WithoutCarryover(FigureIndex index, string table, string column) =>
        Operand.Total(table, "carryoverStart").Locate(index).Figure is { Value: not 0 } or { State: FigureState.Unread }
            ? new(null, new($"{table} 是否含年初结转", $"whether what was carried into {table} is meant"))
            : Binding.Printed(index, Operand.Total(table, column));

    private static Operand Source(params string[] names) => Operand.Named("F01", RowSide.Income, "total", names);

    private static Operand Side(RowSide side) => Operand.Total("F06", side: side);

    private static IEnumerable<Binding> Expenses(string thing, string item) =>
    [
        .. _outcomes.Select(outcome => Binding.Of([Topic.OfficialExpenses], thing, index => Expense(index, item + "Final"), outcome)),
        .. ((string[])["年初预算", "全年预算", "预算"]).Select(measure => Binding.Of([Topic.OfficialExpenses], thing, index => Expense(index, item + "Budget"), measure)),
    ];

    /// <summary>F07 has one row; a table that says it is empty means that there is nothing.</summary>
    public static Located Expense(FigureIndex index, string column)
    {
        if (index.Find("F07") is not { } table)
            return new(null, new("F07 未见此表", "statement F07"));
        if (table.IsEmpty)
            return new(null);
        return table.Rows[0][column] is { } figure ? new(figure) : new(null, new($"F07 {column} 列", $"column {column} of F07"));
    }
}
