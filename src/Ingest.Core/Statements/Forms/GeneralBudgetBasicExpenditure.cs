using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>表6 一般公共预算基本支出情况表: basic expenditure from the general public budget by economic class.</summary>
public sealed record GeneralBudgetBasicExpenditure(
    Statement Source, ImmutableArray<GeneralBudgetBasicExpenditureLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not T06.</exception>
    public static GeneralBudgetBasicExpenditure From(Statement statement) =>
        new(statement, Lines(statement, "T06", row => new GeneralBudgetBasicExpenditureLine(row)));
}

/// <summary>A row of <see cref="GeneralBudgetBasicExpenditure"/>.</summary>
public sealed record GeneralBudgetBasicExpenditureLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>合计.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>人员经费.</summary>
    public decimal? Personnel => Row.Value("personnel");

    /// <summary>公用经费.</summary>
    public decimal? Operating => Row.Value("operating");
}
