using System.Globalization;
using Ingest.Contract.Documents;

namespace Ingest.Review.Documents;

/// <summary>Where a cell stands in a stored document: statement, row and cell by number, from 0.</summary>
public readonly record struct CellPosition(int Statement, int Row, int Cell)
{
    /// <summary>As addresses carry it: <c>4.12.0</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Statement}.{Row}.{Cell}");

    /// <summary>Null for what is none, or is none of this document.</summary>
    public static CellPosition? Parse(string? text, BudgetDocument document)
    {
        if (text?.Split('.') is not [var first, var second, var third] || !Number(first, out int statement) || !Number(second, out int row) || !Number(third, out int cell))
            return null;
        return statement < document.Statements.Length && row < document.Statements[statement].Rows.Length && cell < document.Statements[statement].Rows[row].Cells.Length
            ? new CellPosition(statement, row, cell)
            : null;
    }

    /// <summary>Where a figure that relations name stands; null for one that is in no table of the document.</summary>
    public static CellPosition? Find(BudgetDocument document, CellId id)
    {
        for (int s = 0; s < document.Statements.Length; s++)
        {
            Statement statement = document.Statements[s];
            if (statement.Id != id.Statement)
                continue;
            for (int r = 0; r < statement.Rows.Length; r++)
            {
                StatementRow row = statement.Rows[r];
                if (row.Code != id.Code || row.Name != id.Name || row.Side != id.Side || row.Project != id.Project || row.Occurrence != id.Occurrence)
                    continue;
                for (int c = 0; c < row.Cells.Length; c++)
                    if (row.Cells[c].Column == id.Column)
                        return new CellPosition(s, r, c);
            }
        }

        return null;
    }

    public AmountCell Of(BudgetDocument document) => document.Statements[Statement].Rows[Row].Cells[Cell];

    public CellId IdIn(BudgetDocument document) =>
        CellId.Of(document.Statements[Statement], document.Statements[Statement].Rows[Row], document.Statements[Statement].Rows[Row].Cells[Cell].Column);

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
