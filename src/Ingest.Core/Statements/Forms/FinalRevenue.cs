using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>收入决算表: income by function and source.</summary>
public sealed record FinalRevenue(Statement Source, ImmutableArray<FinalRevenueLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not F02.</exception>
    public static FinalRevenue From(Statement statement) => new(statement, Lines(statement, "F02", row => new FinalRevenueLine(row)));
}

/// <summary>A row of <see cref="FinalRevenue"/>.</summary>
public sealed record FinalRevenueLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>本年收入合计.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>财政拨款收入.</summary>
    public decimal? FiscalSubtotal => Row.Value("fiscalSubtotal");

    /// <summary>上级补助收入.</summary>
    public decimal? SuperiorSubsidy => Row.Value("superiorSubsidy");

    /// <summary>事业收入.</summary>
    public decimal? BusinessIncome => Row.Value("businessIncome");

    /// <summary>经营收入.</summary>
    public decimal? OperatingIncome => Row.Value("operatingIncome");

    /// <summary>附属单位上缴收入.</summary>
    public decimal? AffiliateRemittance => Row.Value("affiliateRemittance");

    /// <summary>其他收入.</summary>
    public decimal? OtherIncome => Row.Value("otherIncome");
}
