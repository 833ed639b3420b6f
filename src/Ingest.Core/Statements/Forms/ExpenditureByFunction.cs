using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>表3 部门支出总体情况表 (支出总表): all expenditure by function.</summary>
public sealed record ExpenditureByFunction(Statement Source, ImmutableArray<BasicAndProjectLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not T03.</exception>
    public static ExpenditureByFunction From(Statement statement) =>
        new(statement, Lines(statement, "T03", row => new BasicAndProjectLine(row)));
}
