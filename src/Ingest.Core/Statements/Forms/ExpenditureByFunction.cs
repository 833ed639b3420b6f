using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>表3 部门支出总体情况表 (支出总表): all expenditure by function, or in one line by use (Jiangsu).</summary>
public sealed record ExpenditureByFunction(Statement Source, ImmutableArray<ExpenditureByFunctionLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not T03.</exception>
    public static ExpenditureByFunction From(Statement statement) =>
        new(statement, Lines(statement, "T03", row => new ExpenditureByFunctionLine(row)));
}

/// <summary>A row of <see cref="ExpenditureByFunction"/>.</summary>
public sealed record ExpenditureByFunctionLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>合计.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>基本支出.</summary>
    public decimal? Basic => Row.Value("basic");

    /// <summary>项目支出.</summary>
    public decimal? Project => Row.Value("project");

    /// <summary>单位预留机动经费.</summary>
    public decimal? UnitReserve => Row.Value("unitReserve");

    /// <summary>结转下年资金.</summary>
    public decimal? CarryoverNextYear => Row.Value("carryoverNextYear");

    /// <summary>上缴上级支出.</summary>
    public decimal? SuperiorRemittance => Row.Value("superiorRemittance");

    /// <summary>事业单位经营支出.</summary>
    public decimal? OperatingExpenditure => Row.Value("operatingExpenditure");

    /// <summary>对附属单位补助支出.</summary>
    public decimal? AffiliateSubsidy => Row.Value("affiliateSubsidy");
}
