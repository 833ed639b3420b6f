using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>表1 部门收支总体情况表 (收支总表): income and expenditure side by side.</summary>
public sealed record RevenueAndExpenditureSummary(
    Statement Source,
    ImmutableArray<AmountLine> Income,
    ImmutableArray<ExpenditureLine> Expenditure) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not T01.</exception>
    public static RevenueAndExpenditureSummary From(Statement statement) => new(
        statement,
        Lines(statement, "T01", row => new AmountLine(row), RowSide.Income),
        Lines(statement, "T01", row => new ExpenditureLine(row), RowSide.Expenditure));
}

/// <summary>A line of the expenditure side of <see cref="RevenueAndExpenditureSummary"/>.</summary>
public sealed record ExpenditureLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>预算数, or its 合计 where it is split.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>基本支出 / 人员经费; printed by units in Shanghai.</summary>
    public decimal? BasicPersonnel => Row.Value("basicPersonnel");

    /// <summary>基本支出 / 公用经费; printed by units in Shanghai.</summary>
    public decimal? BasicOperating => Row.Value("basicOperating");

    /// <summary>项目支出; printed by units in Shanghai.</summary>
    public decimal? Project => Row.Value("project");
}
