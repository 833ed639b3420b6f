using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>表8 政府性基金预算支出情况表: expenditure from government funds.</summary>
public sealed record GovernmentFundExpenditure(Statement Source, ImmutableArray<FundExpenditureLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not T08.</exception>
    public static GovernmentFundExpenditure From(Statement statement) =>
        new(statement, Lines(statement, "T08", row => new FundExpenditureLine(row)));
}

/// <summary>表9 国有资本经营预算支出情况表: expenditure from the state capital budget.</summary>
public sealed record StateCapitalExpenditure(Statement Source, ImmutableArray<FundExpenditureLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not T09.</exception>
    public static StateCapitalExpenditure From(Statement statement) =>
        new(statement, Lines(statement, "T09", row => new FundExpenditureLine(row)));
}

/// <summary>A line of T08 or T09. Forms print 基本支出 whole or split, never both.</summary>
public sealed record FundExpenditureLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>合计.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>基本支出, where it is not split.</summary>
    public decimal? Basic => Row.Value("basic");

    /// <summary>基本支出 / 人员经费.</summary>
    public decimal? BasicPersonnel => Row.Value("basicPersonnel");

    /// <summary>基本支出 / 公用经费.</summary>
    public decimal? BasicOperating => Row.Value("basicOperating");

    /// <summary>项目支出.</summary>
    public decimal? Project => Row.Value("project");

    /// <summary>上年预算数 or 上年执行数, where the form compares with it.</summary>
    public decimal? PriorYear => Row.Value("priorYear");

    /// <summary>增减额 against the prior year.</summary>
    public decimal? Change => Row.Value("change");

    /// <summary>增减% against the prior year.</summary>
    public decimal? ChangePercent => Row.Value("changePercent");
}
