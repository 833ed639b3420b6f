using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>支出决算表: expenditure by function.</summary>
public sealed record FinalExpenditure(Statement Source, ImmutableArray<FinalExpenditureLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not F03.</exception>
    public static FinalExpenditure From(Statement statement) => new(statement, Lines(statement, "F03", row => new FinalExpenditureLine(row)));
}

/// <summary>A row of <see cref="FinalExpenditure"/>.</summary>
public sealed record FinalExpenditureLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>本年支出合计.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>基本支出.</summary>
    public decimal? Basic => Row.Value("basic");

    /// <summary>项目支出.</summary>
    public decimal? Project => Row.Value("project");

    /// <summary>上缴上级支出.</summary>
    public decimal? SuperiorRemittance => Row.Value("superiorRemittance");

    /// <summary>经营支出.</summary>
    public decimal? OperatingExpenditure => Row.Value("operatingExpenditure");

    /// <summary>对附属单位补助支出.</summary>
    public decimal? AffiliateSubsidy => Row.Value("affiliateSubsidy");
}

/// <summary>一般公共预算财政拨款支出决算表: expenditure from the general public budget by function.</summary>
public sealed record FinalGeneralBudgetExpenditure(Statement Source, ImmutableArray<BasicAndProjectLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not F05.</exception>
    public static FinalGeneralBudgetExpenditure From(Statement statement) =>
        new(statement, Lines(statement, "F05", row => new BasicAndProjectLine(row)));
}
