using Ingest.Contract.Documents;

namespace Ingest.Benchmarks.Mutations;

/// <summary>A document with one mistake put into it.</summary>
/// <param name="IsMeant">Whether a cell that a finding names is the mistaken one; of rows that are lost or doubled also that of their total.</param>
/// <param name="True">What stood there before; null where no single amount did.</param>
/// <param name="IsGivenAgain">Whether the document prints what stood there a second time; told of sentences alone, since every cell of a table has a row and a column that it is part of.</param>
internal sealed record Fault(string What, BudgetDocument Document, Func<CellReference, bool> IsMeant, decimal? True, bool IsGivenAgain = false);

/// <summary>A cell of a table that holds an amount.</summary>
internal readonly record struct Place(int Statement, int Row, int Column)
{
    public Statement Table(BudgetDocument document) => document.Statements[Statement];

    public StatementRow In(BudgetDocument document) => Table(document).Rows[Row];

    public AmountCell Cell(BudgetDocument document) => In(document).Cells[Column];

    /// <summary>All amounts of a document that are not 0.</summary>
    public static List<Place> All(BudgetDocument document) =>
    [
        .. from statement in Enumerable.Range(0, document.Statements.Length)
           from row in Enumerable.Range(0, document.Statements[statement].Rows.Length)
           from column in Enumerable.Range(0, document.Statements[statement].Rows[row].Cells.Length)
           where document.Statements[statement].Rows[row].Cells[column].Value is { } value && value != 0
           select new Place(statement, row, column),
    ];

    public BudgetDocument Print(BudgetDocument document, decimal? amount)
    {
        int column = Column;
        return Change(document, row => row with { Cells = row.Cells.SetItem(column, Printed(row.Cells[column], amount)) });
    }

    public BudgetDocument Change(BudgetDocument document, Func<StatementRow, StatementRow> change)
    {
        int at = Row;
        return Rows(document, rows => rows.SetItem(at, change(rows[at])));
    }

    public BudgetDocument Rows(
        BudgetDocument document, Func<System.Collections.Immutable.ImmutableArray<StatementRow>, System.Collections.Immutable.ImmutableArray<StatementRow>> change)
    {
        Statement table = Table(document);
        return document with { Statements = document.Statements.SetItem(Statement, table with { Rows = change(table.Rows) }) };
    }

    /// <summary>The same row, and the same column unless null.</summary>
    public static bool Names(CellReference cell, Statement table, StatementRow row, string? column) => cell.Statement == table.Id
        && cell.Side == row.Side && cell.Code == row.Code && cell.Name == row.Name && cell.Project == row.Project
        && (column is null || cell.Column == column);

    public static AmountCell Printed(AmountCell cell, decimal? amount) =>
        cell with { Value = amount, Text = amount?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "" };
}
