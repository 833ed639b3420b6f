using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>
/// 表10 财政拨款“三公”经费支出情况表: travel abroad, receptions and official cars. Xinjiang prints the kinds as
/// rows and the sources as columns, Shanghai one row with the kinds as columns.
/// </summary>
public sealed record ThreePublicExpenses(Statement Source, ImmutableArray<ThreePublicExpensesLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not T10.</exception>
    public static ThreePublicExpenses From(Statement statement) => new(statement, Lines(statement, "T10", row => new ThreePublicExpensesLine(row)));
}

/// <summary>A row of <see cref="ThreePublicExpenses"/>.</summary>
public sealed record ThreePublicExpensesLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>合计.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>一般公共预算.</summary>
    public decimal? GeneralBudget => Row.Value("generalBudget");

    /// <summary>政府性基金.</summary>
    public decimal? GovernmentFund => Row.Value("governmentFund");

    /// <summary>国有资本经营预算.</summary>
    public decimal? StateCapital => Row.Value("stateCapital");

    /// <summary>因公出国（境）费.</summary>
    public decimal? Overseas => Row.Value("overseas");

    /// <summary>公务接待费.</summary>
    public decimal? Reception => Row.Value("reception");

    /// <summary>公务用车购置及运行费 小计.</summary>
    public decimal? VehicleSubtotal => Row.Value("vehicleSubtotal");

    /// <summary>公务用车购置费.</summary>
    public decimal? VehiclePurchase => Row.Value("vehiclePurchase");

    /// <summary>公务用车运行费.</summary>
    public decimal? VehicleOperation => Row.Value("vehicleOperation");

    /// <summary>机关运行经费.</summary>
    public decimal? AgencyOperating => Row.Value("agencyOperating");

    /// <summary>“三公”经费小计, where 合计 holds meetings and training as well (Jiangsu).</summary>
    public decimal? Subtotal => Row.Value("subtotal");

    /// <summary>会议费.</summary>
    public decimal? Meetings => Row.Value("meetings");

    /// <summary>培训费.</summary>
    public decimal? Training => Row.Value("training");

    /// <summary>合计 of the prior year; printed beside this year's in the national form.</summary>
    public decimal? PriorTotal => Row.Value("priorTotal");

    /// <summary>因公出国（境）费 of the prior year.</summary>
    public decimal? PriorOverseas => Row.Value("priorOverseas");

    /// <summary>公务用车购置及运行费小计 of the prior year.</summary>
    public decimal? PriorVehicleSubtotal => Row.Value("priorVehicleSubtotal");

    /// <summary>公务用车购置费 of the prior year.</summary>
    public decimal? PriorVehiclePurchase => Row.Value("priorVehiclePurchase");

    /// <summary>公务用车运行维护费 of the prior year.</summary>
    public decimal? PriorVehicleOperation => Row.Value("priorVehicleOperation");

    /// <summary>公务接待费 of the prior year.</summary>
    public decimal? PriorReception => Row.Value("priorReception");
}
