using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>政府性基金预算财政拨款收入支出决算表: government funds received and spent.</summary>
public sealed record FinalGovernmentFund(Statement Source, ImmutableArray<FundAccountLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not F08.</exception>
    public static FinalGovernmentFund From(Statement statement) =>
        new(statement, Lines(statement, "F08", row => new FundAccountLine(row)));
}

/// <summary>国有资本经营预算财政拨款收入支出决算表: the state capital budget received and spent.</summary>
public sealed record FinalStateCapital(Statement Source, ImmutableArray<FundAccountLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not F09.</exception>
    public static FinalStateCapital From(Statement statement) =>
        new(statement, Lines(statement, "F09", row => new FundAccountLine(row)));
}

/// <summary>A line of F08 or F09.</summary>
public sealed record FundAccountLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>年初结转和结余.</summary>
    public decimal? CarryoverStart => Row.Value("carryoverStart");

    /// <summary>本年收入.</summary>
    public decimal? IncomeThisYear => Row.Value("incomeThisYear");

    /// <summary>本年支出 / 小计.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>本年支出 / 基本支出.</summary>
    public decimal? Basic => Row.Value("basic");

    /// <summary>本年支出 / 项目支出.</summary>
    public decimal? Project => Row.Value("project");

    /// <summary>年末结转和结余.</summary>
    public decimal? CarryoverEnd => Row.Value("carryoverEnd");
}
