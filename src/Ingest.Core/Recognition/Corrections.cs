using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Core.Recognition;

/// <summary>
/// Puts what reviewers have typed in the place of what was read in doubt. An amount that was read from letters without doubt is
/// the document's own word and is never replaced.
/// </summary>
public static class Corrections
{
    /// <summary><see cref="Diagnostic.Code"/> of a correction whose place holds no such cell any more, as after another way of reading.</summary>
    public const string Unplaced = "correction-not-applied";

    /// <param name="corrections">Oldest first; of several for one cell the last holds.</param>
    /// <returns>The document itself where there is nothing to correct. Findings and coverage are as they were.</returns>
    public static BudgetDocument Apply(BudgetDocument document, IReadOnlyList<FigureCorrection> corrections)
    {
        if (corrections.Count == 0)
            return document;
        Dictionary<CellId, FigureCorrection> open = [];
        foreach (FigureCorrection correction in corrections)
            open[correction.Cell] = correction;
        ImmutableArray<Statement> statements = [.. document.Statements.Select(statement => Apply(document, statement, open))];
        return document with
        {
            Statements = statements,
            Diagnostics = [.. document.Diagnostics.Where(diagnostic => diagnostic.Code != Unplaced), .. open.Values.OrderBy(correction => correction.At).Select(NotApplied)],
        };
    }

    private static Statement Apply(BudgetDocument document, Statement statement, Dictionary<CellId, FigureCorrection> open)
    {
        var settled = new HashSet<(int? Row, string? Column)>();
        var rows = ImmutableArray.CreateBuilder<StatementRow>(statement.Rows.Length);
        for (int i = 0; i < statement.Rows.Length; i++)
        {
            StatementRow row = statement.Rows[i];
            var cells = ImmutableArray.CreateBuilder<AmountCell>(row.Cells.Length);
            foreach (AmountCell cell in row.Cells)
            {
                var id = CellId.Of(statement, row, cell.Column);
                if (!open.TryGetValue(id, out FigureCorrection? correction) || correction.Page != cell.Page || !correction.Box.Meets(cell.Box))
                {
                    cells.Add(cell);
                    continue;
                }

                bool isOpen = FigureCorrection.IsOpenTo(document, statement, i, cell);
                if (isOpen)
                    settled.Add((i, cell.Column));
                // What a better reading agrees with is done with.
                if (isOpen || cell.Value == AmountParser.Parse(correction.Typed).Value)
                    open.Remove(id);
                cells.Add(isOpen ? Correct(cell, correction) : cell);
            }

            rows.Add(row with { Cells = cells.MoveToImmutable() });
        }

        return settled.Count == 0 ? statement : statement with
        {
            Rows = rows.MoveToImmutable(),
            Doubts = [.. statement.Doubts.Where(doubt => !settled.Contains((doubt.Row, doubt.Column)))],
        };
    }

    private static AmountCell Correct(AmountCell cell, FigureCorrection correction) => cell with
    {
        Text = correction.Typed,
        Value = AmountParser.Parse(correction.Typed).Value,
        Recognition = new CellRecognition(1, RecognitionState.CorrectedByReviewer, correction.Read.Length == 0 ? [] : [correction.Read])
        {
            Corrected = new CorrectionNote(correction.Who, correction.At),
        },
    };

    private static Diagnostic NotApplied(FigureCorrection correction) => new(Unplaced, Severity.Warning, new Phrase(
        $"{correction.Who} 更正的金额“{correction.Typed}”（{correction.Cell}，第 {correction.Page} 页）在原处已找不到，未采用。请重新核对该处。",
        $"{correction.Who} corrected an amount to \"{correction.Typed}\" ({correction.Cell}, page {correction.Page}) that is no longer found in its place; it was not applied. Look at the place again."), correction.Page);
}
