using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>一般公共预算财政拨款基本支出决算表: basic expenditure by economic class, personnel beside operating.</summary>
public sealed record FinalGeneralBudgetBasicExpenditure(
    Statement Source, ImmutableArray<AmountLine> Personnel, ImmutableArray<AmountLine> Operating) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not F06.</exception>
    public static FinalGeneralBudgetBasicExpenditure From(Statement statement) => new(
        statement,
        Lines(statement, "F06", row => new AmountLine(row), RowSide.Personnel),
        Lines(statement, "F06", row => new AmountLine(row), RowSide.Operating));
}
