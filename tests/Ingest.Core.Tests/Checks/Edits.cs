using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Tests.Checks;

/// <summary>Documents with a mistake put into them.</summary>
internal static class Edits
{
    public static BudgetDocument Change(this BudgetDocument document, string statement, Func<Statement, Statement> change) =>
        document with { Statements = [.. document.Statements.Select(table => table.Id == statement ? change(table) : table)] };

    /// <summary>Prints another amount; null for a blank.</summary>
    /// <param name="row">Code, name without number, or project; the first row that has it.</param>
    public static BudgetDocument Print(
        this BudgetDocument document, string statement, string row, string column, decimal? amount, RowSide? side = null) =>
        document.Change(statement, table =>
        {
            int at = table.IndexOf(row, side);
            return table with { Rows = table.Rows.SetItem(at, table.Rows[at].Print(column, amount)) };
        });

    public static StatementRow Print(this StatementRow row, string column, decimal? amount) => row with
    {
        Cells = [.. row.Cells.Select(cell => cell.Column == column
            ? cell with { Value = amount, Text = amount?.ToString(CultureInfo.InvariantCulture) ?? "" }
            : cell)],
    };

    public static BudgetDocument Drop(this BudgetDocument document, string statement, string row, RowSide? side = null) =>
        document.Change(statement, table => table with { Rows = table.Rows.RemoveAt(table.IndexOf(row, side)) });

    public static BudgetDocument Repeat(this BudgetDocument document, string statement, string row, RowSide? side = null) =>
        document.Change(statement, table =>
        {
            int at = table.IndexOf(row, side);
            return table with { Rows = table.Rows.Insert(at + 1, table.Rows[at]) };
        });

    public static int IndexOf(this Statement table, string row, RowSide? side = null)
    {
        int at = table.Rows.ToList().FindIndex(candidate => (side is null || candidate.Side == side)
            && (candidate.Code == row || Names.Bare(candidate.Name) == Names.Bare(row) || candidate.Project == row));
        return at >= 0 ? at : throw new ArgumentException($"{table.Id} has no row {row}");
    }
}
