using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>表5 一般公共预算支出情况表: expenditure from the general public budget by function.</summary>
public sealed record GeneralBudgetExpenditure(Statement Source, ImmutableArray<BasicAndProjectLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not T05.</exception>
    public static GeneralBudgetExpenditure From(Statement statement) =>
        new(statement, Lines(statement, "T05", row => new BasicAndProjectLine(row)));
}
