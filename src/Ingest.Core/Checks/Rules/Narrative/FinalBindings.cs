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
        Binding.Of([Topic.Overall], "收入", Operand.Total("F01", side: RowSide.Income)),
        Binding.Of([Topic.Overall], "支出", Operand.Total("F01", side: RowSide.Expenditure)),
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
        .. _outcomes.Select(outcome => Binding.Of([Topic.General], "一般公共预算(?:财政拨款)?支出", Operand.Total("F05"), outcome)),
        Binding.Of([Topic.Basic], "一般公共预算(?:财政拨款)?基本支出|基本支出", Operand.Total("F05", "basic")),
        Binding.Of([Topic.Basic], "人员经费", Side(RowSide.Personnel)),
        Binding.Of([Topic.Basic], "公用经费|日常公用经费", Side(RowSide.Operating)),
        .. Expenses("(?:财政拨款)?三公经费(?:财政拨款)?(?:支出)?", "total"),
        .. Expenses("因公出国境(?:经)?费用?(?:支出)?", "overseas"),
        .. Expenses("公务用车购置(?:费)?(?:及|和)运行(?:维护)?费(?:支出)?", "vehicleSubtotal"),
        .. Expenses("公务用车购置费?(?:支出)?", "vehiclePurchase"),
        .. Expenses("公务用车运行(?:维护)?费(?:支出)?", "vehicleOperation"),
        .. Expenses("公务接待费(?:支出)?", "reception"),
        Binding.Of([Topic.AgencyOperating], "机关运行经费(?:支出)?", Side(RowSide.Operating)) with { IsSoft = _ => true },
    ];

    private static Binding Income(string thing, string column) => Binding.Of([Topic.Income], thing, Operand.Total("F02", column));

    private static Binding Expenditure(string thing, string column) => Binding.Of([Topic.Expenditure], thing, Operand.Total("F03", column));

    private static Operand Side(RowSide side) => Operand.Total("F06", side: side);

    private static IEnumerable<Binding> Expenses(string thing, string item) =>
    [
        .. _outcomes.Select(outcome => Binding.Of([Topic.OfficialExpenses], thing, index => Cell(index, item + "Final"), outcome)),
        .. ((string[])["年初预算", "全年预算", "预算"]).Select(measure => Binding.Of([Topic.OfficialExpenses], thing, index => Cell(index, item + "Budget"), measure)),
    ];

    /// <summary>F07 has one row; a table that says it is empty means that there is nothing.</summary>
    private static Located Cell(FigureIndex index, string column)
    {
        if (index.Find("F07") is not { } table)
            return new(null, new("F07 未见此表", "statement F07"));
        if (table.IsEmpty)
            return new(null);
        return table.Rows[0][column] is { } figure ? new(figure) : new(null, new($"F07 {column} 列", $"column {column} of F07"));
    }
}
