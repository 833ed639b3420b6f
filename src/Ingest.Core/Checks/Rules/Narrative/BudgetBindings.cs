using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Cells of the budget tables that sentences repeat.</summary>
internal static class BudgetBindings
{
    private static readonly Topic[] _income = [Topic.Income, Topic.Preparation];

    private static readonly Topic[] _expenditure = [Topic.Expenditure, Topic.Preparation];

    private static readonly Topic[] _expenses = [Topic.OfficialExpenses];

    /// <summary>预算支出, 支出预算 … behind a name.</summary>
    private const string Planned = "(?:预算|支出)*";

    /// <summary>一般公共预算拨款安排的 before one.</summary>
    private const string Funded = "(?:一般公共预算)?(?:财政)?(?:拨款)?(?:安排的)?";

    public static readonly Binding[] All =
    [
        Binding.Of([Topic.Overall], "收支总预算|收支预算|收入支出总预算|收入支出预算|收支", Operand.Total("T01", side: RowSide.Income)),
        Binding.Of([Topic.Overall, .. _income], "收入总?预算|预算收入|总收入", Operand.Total("T01", side: RowSide.Income)),
        Binding.Of([Topic.Overall], "收入", Operand.Total("T01", side: RowSide.Income)),
        Binding.Of([Topic.Income], "收入", index => Carryover.IsNone(index, RowSide.Income, Operand.Total("T01", side: RowSide.Income))),
        Binding.Of([Topic.Overall], "支出", Operand.Total("T01", side: RowSide.Expenditure)),
        Binding.Of([Topic.Expenditure], "支出", index => Carryover.IsNone(index, RowSide.Expenditure, Operand.Total("T01", side: RowSide.Expenditure))),
        Binding.Of(_income, "一般公共预算(?:拨款|收入|资金)?", FundSources.General.Own),
        Source("上级一般公共预算安排的?转移支付(?:资金)?", "generalTransfer"),
        Binding.Of(_income, "政府性基金预算(?:拨款|收入|资金)?", FundSources.GovernmentFund.Own),
        Source("上级政府性基金(?:预算)?安排的?转移支付(?:资金)?", "governmentFundTransfer"),
        Binding.Of(_income, "国有资本经营预算(?:拨款|收入|资金)?", FundSources.StateCapital.Own),
        Source("上级国有资本经营预算安排的?转移支付(?:资金)?", "stateCapitalTransfer"),
        Source("财政专户(?:教育收费|核拨|管理资金)?", "fiscalAccount"),
        Source("单位资金", "unitFunds"),
        Source("财政拨款结转(?:结余)?", "fiscalCarryover"),
        Source("非财政拨款结转(?:结余)?", "nonFiscalCarryover"),
        Source("财政拨款收入", "fiscalSubtotal"),
        Source("事业收入", "businessIncome"),
        Source("事业单位经营收入|经营收入", "operatingIncome"),
        Source("其他收入", "otherIncome"),

        Binding.Of([Topic.Income], "本年收入(?:预算)?", index => Carryover.IsNone(index, RowSide.Income, Operand.Total("T01", side: RowSide.Income))),
        Binding.Of([Topic.Expenditure], "本年支出(?:预算)?", index => Carryover.IsNone(index, RowSide.Expenditure, Operand.Total("T01", side: RowSide.Expenditure))),
        Binding.Of([Topic.Overall, .. _expenditure], "支出总?预算|预算支出|总支出", Operand.Total("T01", side: RowSide.Expenditure)),
        Binding.Of([Topic.Overall, Topic.Expenditure], "基本支出(?:预算)?", Operand.Total("T03", "basic")),
        Binding.Of([Topic.Overall, Topic.Expenditure], "项目支出(?:预算)?", Operand.Total("T03", "project")),
        Binding.Of([Topic.Overall, Topic.Expenditure], "单位预留机动经费(?:预算)?", Operand.Total("T03", "unitReserve")),
        Binding.Of([Topic.Overall, Topic.Expenditure], "结转下年资金(?:预算)?", Operand.Total("T03", "carryoverNextYear")),
        Binding.Of([Topic.Preparation], "财政拨款支出预算", FiscalTotal("total")),
        Binding.Of([Topic.Preparation], "一般公共预算(?:财政)?拨款支出预算", FiscalTotal("generalBudget")),
        Binding.Of([Topic.Preparation], "政府性基金(?:预算)?(?:财政)?拨款支出预算", FiscalTotal("governmentFund")),
        Binding.Of([Topic.Preparation], "国有资本经营预算(?:财政)?拨款支出预算", FiscalTotal("stateCapital")),

        Binding.Of([Topic.FiscalExpenditure], "财政拨款(?:预算)?支出(?:预算)?", FiscalTotal("total")),
        Binding.Of([Topic.Fiscal], "财政拨款收支总?(?:预算)?", Operand.Total("T04", side: RowSide.Income)),
        FiscalSource("一般公共预算(?:拨款|收入|收支(?:预算)?)?", "一般公共预算", "一般公共预算拨款", "一般公共预算资金"),
        FiscalSource("政府性基金(?:预算(?:拨款|收入)?|收支(?:预算)?)", "政府性基金预算", "政府性基金", "政府性基金预算拨款", "基金预算拨款"),
        FiscalSource("国有资本经营(?:预算(?:拨款|收入)?|收支(?:预算)?)", "国有资本经营预算", "国有资本经营预算拨款"),

        Binding.Of([Topic.General], "一般公共预算(?:当年)?(?:财政)?拨款(?:支出)?(?:预算)?|一般公共预算支出(?:预算)?", Operand.Total("T05")),
        Binding.Of([Topic.General], "基本支出(?:预算)?", Operand.Total("T05", "basic")),
        Binding.Of([Topic.General], "项目支出(?:预算)?", Operand.Total("T05", "project")),
        Binding.Of([Topic.Basic], "一般公共预算(?:财政)?(?:拨款)?基本支出(?:预算)?|基本支出", Operand.Total("T06")),
        Binding.Of([Topic.Basic], "人员经费", Operand.Total("T06", "personnel")),
        Binding.Of([Topic.Basic], "公用经费|日常公用经费", Operand.Total("T06", "operating")),
        Binding.Of([Topic.GovernmentFund], "政府性基金预算(?:财政)?拨款(?:支出)?|政府性基金(?:预算)?支出(?:预算)?(?:支出)?", Operand.Total("T08")),
        Binding.Of([Topic.StateCapital], "国有资本经营预算(?:财政)?拨款(?:支出)?|国有资本经营预算支出", Operand.Total("T09")),

        Binding.Of(_expenses, Funded + "三公经费(?:财政拨款)?" + Planned, ExpenseTable.Total),
        Expense("因公出国境(?:费用?|经费)" + Planned, "overseas", row => OfficialExpenses.Has(row, "出国")),
        Expense("公务接待费" + Planned, "reception", row => OfficialExpenses.Has(row, "接待")),
        Expense("公务用车购置(?:费)?(?:及|和)运行(?:维护)?费" + Planned, "vehicleSubtotal", OfficialExpenses.IsVehicleSubtotal),
        Expense("公务用车购置费" + Planned, "vehiclePurchase", row => OfficialExpenses.IsVehiclePart(row) && OfficialExpenses.Has(row, "购置")),
        Expense("公务用车运行(?:维护)?费" + Planned, "vehicleOperation", row => OfficialExpenses.IsVehiclePart(row) && OfficialExpenses.Has(row, "运行")),

        Expense(Funded + "会议费" + Planned, "meetings", _ => false),
        Expense(Funded + "培训费" + Planned, "training", _ => false),

        Binding.Of([Topic.Carryover], "上年结转结余(?:预算)?|结转结余(?:预算)?", Operand.Total("T11")),
        Binding.Of([Topic.Carryover], "财政拨款结转(?:结余)?", Operand.Total("T11", "fiscalTotal")),
        Binding.Of([Topic.Carryover], "非财政拨款结转(?:结余)?", Operand.Total("T11", "nonFiscalTotal")),

        Binding.Of([Topic.AgencyOperating], ".*(?:机关|单位)运行经费.*", ExpenseTable.AgencyOperating) with { IsSoft = ExpenseTable.MayCoverOthers },
    ];

    private static Binding Source(string thing, string column) => Binding.Of(_income, thing, Operand.Total("T02", column));

    private static Binding FiscalSource(string thing, params string[] rows) =>
        Binding.Of([Topic.Fiscal], thing, Operand.Named("T04", RowSide.Income, "total", rows));

    private static Operand FiscalTotal(string column) => Operand.Total("T04", column, RowSide.Expenditure);

    /// <summary>The expenses are columns of one row in some forms and rows in others.</summary>
    private static Binding Expense(string thing, string column, Predicate<IndexedRow> row) =>
        Binding.Of(_expenses, thing, index => ExpenseTable.Locate(index, column, row));
}
