using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>表2 部门收入总体情况表 (收入总表): income by function and source.</summary>
public sealed record RevenueSummary(Statement Source, ImmutableArray<RevenueSummaryLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not T02.</exception>
    public static RevenueSummary From(Statement statement) => new(statement, Lines(statement, "T02", row => new RevenueSummaryLine(row)));
}

/// <summary>A row of <see cref="RevenueSummary"/>.</summary>
public sealed record RevenueSummaryLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>总计.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>财政拨款（补助）小计; 财政拨款收入 in Shanghai.</summary>
    public decimal? FiscalSubtotal => Row.Value("fiscalSubtotal");

    /// <summary>一般公共预算.</summary>
    public decimal? GeneralBudget => Row.Value("generalBudget");

    /// <summary>上级一般公共预算安排的转移支付.</summary>
    public decimal? GeneralTransfer => Row.Value("generalTransfer");

    /// <summary>政府性基金预算.</summary>
    public decimal? GovernmentFund => Row.Value("governmentFund");

    /// <summary>上级政府性基金安排的转移支付.</summary>
    public decimal? GovernmentFundTransfer => Row.Value("governmentFundTransfer");

    /// <summary>国有资本经营预算.</summary>
    public decimal? StateCapital => Row.Value("stateCapital");

    /// <summary>上级国有资本经营预算安排的转移支付.</summary>
    public decimal? StateCapitalTransfer => Row.Value("stateCapitalTransfer");

    /// <summary>财政专户（教育收费）.</summary>
    public decimal? FiscalAccount => Row.Value("fiscalAccount");

    /// <summary>单位资金.</summary>
    public decimal? UnitFunds => Row.Value("unitFunds");

    /// <summary>财政拨款结转.</summary>
    public decimal? FiscalCarryover => Row.Value("fiscalCarryover");

    /// <summary>非财政拨款结转结余.</summary>
    public decimal? NonFiscalCarryover => Row.Value("nonFiscalCarryover");

    /// <summary>事业收入.</summary>
    public decimal? BusinessIncome => Row.Value("businessIncome");

    /// <summary>事业单位经营收入.</summary>
    public decimal? OperatingIncome => Row.Value("operatingIncome");

    /// <summary>其他专户收入拨款 (Guangdong).</summary>
    public decimal? OtherFiscalAccount => Row.Value("otherFiscalAccount");

    /// <summary>上级补助收入.</summary>
    public decimal? SuperiorSubsidy => Row.Value("superiorSubsidy");

    /// <summary>附属单位上缴收入.</summary>
    public decimal? AffiliateRemittance => Row.Value("affiliateRemittance");

    /// <summary>其他收入.</summary>
    public decimal? OtherIncome => Row.Value("otherIncome");

    /// <summary>用事业基金弥补收支差额 (2019).</summary>
    public decimal? NonFiscalSurplusUsed => Row.Value("nonFiscalSurplusUsed");

    /// <summary>单位上年结余 (2019).</summary>
    public decimal? Carryover => Row.Value("carryover");
}
