using Ingest.Contract.Documents;

namespace Ingest.App.Reports;

/// <summary>Finds the cell that a reference of a finding means.</summary>
internal static class PrintedPlace
{
    /// <summary>By what is printed there; two rows alike in code and name have the same.</summary>
    public static CellReference Key(CellReference cell) => Key(cell.Statement, cell.Side, cell.Code, cell.Name, cell.Project, cell.Column);

    public static CellReference Key(Statement statement, StatementRow row, AmountCell cell) => Key(statement.Id, row.Side, row.Code, row.Name, row.Project, cell.Column);

    /// <summary>The same place: rows alike in code and name are told apart by page and box.</summary>
    public static bool Names(CellReference named, Statement statement, StatementRow row, AmountCell cell) =>
        Key(named) == Key(statement, row, cell)
        && (named.Page is null || named.Box is null || (named.Page == cell.Page && (named.Box == cell.Box || named.Box == row.Box)));

    private static CellReference Key(string statement, RowSide? side, string? code, string? name, string? project, string? column) =>
        new() { Statement = statement, Side = side, Code = code, Name = name, Project = project, Column = column };
}
