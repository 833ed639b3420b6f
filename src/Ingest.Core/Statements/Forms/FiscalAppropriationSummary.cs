using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>表4 财政拨款收支预算总体情况表 (财政拨款收支总表): appropriations and what they are spent on.</summary>
public sealed record FiscalAppropriationSummary(
    Statement Source, ImmutableArray<AmountLine> Income, ImmutableArray<AppropriationLine> Expenditure) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not T04.</exception>
    public static FiscalAppropriationSummary From(Statement statement) => new(
        statement,
        Lines(statement, "T04", row => new AmountLine(row), RowSide.Income),
        Lines(statement, "T04", row => new AppropriationLine(row), RowSide.Expenditure));
}
