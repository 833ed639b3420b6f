using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>收入支出决算总表: all income and expenditure of the year.</summary>
public sealed record FinalRevenueAndExpenditure(
    Statement Source, ImmutableArray<AmountLine> Income, ImmutableArray<AmountLine> Expenditure) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not F01.</exception>
    public static FinalRevenueAndExpenditure From(Statement statement) => new(
        statement,
        Lines(statement, "F01", row => new AmountLine(row), RowSide.Income),
        Lines(statement, "F01", row => new AmountLine(row), RowSide.Expenditure));
}

/// <summary>财政拨款收入支出决算总表: appropriations received and spent.</summary>
public sealed record FinalFiscalAppropriation(
    Statement Source, ImmutableArray<AmountLine> Income, ImmutableArray<AppropriationLine> Expenditure) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not F04.</exception>
    public static FinalFiscalAppropriation From(Statement statement) => new(
        statement,
        Lines(statement, "F04", row => new AmountLine(row), RowSide.Income),
        Lines(statement, "F04", row => new AppropriationLine(row), RowSide.Expenditure));
}
