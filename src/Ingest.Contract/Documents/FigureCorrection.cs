using Ingest.Contract.Amounts;
using Ingest.Contract.Geometry;

namespace Ingest.Contract.Documents;

/// <summary>
/// What a reviewer says the page shows where an amount was read in doubt. It is a word about the reading and never about what the amount
/// should be: what is wrong on the page stays wrong.
/// </summary>
/// <param name="Cell">Which figure.</param>
/// <param name="Page">1-based.</param>
/// <param name="Box">Where it stands; with the page it tells whether a cell of the same name is still the same one.</param>
/// <param name="Read">What was read there when the reviewer looked; "" for nothing.</param>
/// <param name="Typed">What is printed there; "" for a blank cell.</param>
public sealed record FigureCorrection(CellId Cell, int Page, Box Box, string Read, string Typed, string Who, DateTimeOffset At)
{
    /// <summary>
    /// Whether a reviewer may say what a cell shows: it was recognised in a picture, stands on a page that was (what looks blank there may
    /// be print that was not seen), or is in doubt. What was read from letters without doubt is the document's own word.
    /// </summary>
    /// <param name="row">Index in <see cref="Statement.Rows"/>.</param>
    public static bool IsOpenTo(BudgetDocument document, Statement statement, int row, AmountCell cell) =>
        cell.Recognition is not null || statement.IsDoubted(row, cell) || document.IsRecognised(cell.Page);

    /// <summary>Whether it can stand in a cell: an amount as it is printed, a dash, or nothing.</summary>
    public static bool IsAmount(string typed) => AmountParser.Parse(typed).Outcome is AmountOutcome.Blank or AmountOutcome.Dash or AmountOutcome.Amount;
}
