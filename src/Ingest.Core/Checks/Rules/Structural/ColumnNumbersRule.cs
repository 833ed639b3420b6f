using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>STR-08: where a row ※ 1 2 3 … numbers the columns, every amount column has a number and each follows the one before.</summary>
public sealed class ColumnNumbersRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index) => index.Document.Statements
        .Where(statement => statement.Columns.Any(column => column.Number is not null))
        .Select(Look);

    private Observation Look(Statement statement)
    {
        StatementColumn? before = null;
        foreach (StatementColumn column in statement.Columns)
        {
            if (column.Number is null || (before is not null && column.Number != before.Number + 1))
                return Break(statement, before, column);
            before = column;
        }
        return Holds();
    }

    private Observation Break(Statement statement, StatementColumn? before, StatementColumn column)
    {
        string header = column.Header.IsEmpty ? column.Key : column.Header[^1];
        (string chinese, string english) = (Printed(column, "没有栏次"), Printed(column, "no number"));
        string after = before is null ? "" : $"（前一栏为 {before.Number}）";
        string afterEnglish = before is null ? "" : $" (the column before has {before.Number})";
        return new(this, holds: false, new(
            $"《{statement.Title}》“{header}”一栏{chinese}{after}，栏次不连续", $"“{statement.Title}”: column “{header}” has {english}{afterEnglish}; column numbers are not consecutive"))
        {
            Cells = [new CellReference { Statement = statement.Id, Name = header, Column = column.Key, Page = statement.Pages.IsEmpty ? null : statement.Pages[0] }],
        };
    }

    private static string Printed(StatementColumn column, string none) => column.Number is { } number ? $" {number} " : none;
}
