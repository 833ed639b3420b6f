using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Findings;

/// <summary>
/// Where a page was recognised in a picture: no amount was supplied by arithmetic, which then would accuse by its own word, and
/// nothing rests on words alone, which are read once only, or on a row that was not found.
/// </summary>
internal sealed class ReadFromLetters(BudgetDocument document) : ICondition
{
    // Characters of a name that two misreadings do not make alike by chance.
    private const int LeastName = 3;

    private readonly HashSet<int> _recognised = document.RecognisedPages();

    public Objection? ObjectTo(Charge charge)
    {
        if (_recognised.Count == 0)
            return null;
        foreach (Figure figure in charge.Figures)
            if (figure.Row?.Source.Cell(figure.Reference.Column ?? "")?.Recognition is { State: RecognitionState.ConfirmedByArithmetic })
                return Object(new Phrase(
                    $"{figure.Reference.Amount} 是由勾稽关系在识别结果中选定的", $"{figure.Reference.Amount} was chosen by arithmetic among what was recognised"));
        if (Lacking(charge) is { } table && IsRecognised(table))
            return Object(new Phrase("没有找到的行可能只是没有识别出来", "a row that was not found may only not have been recognised"));
        if (charge.Misprint is not null || charge.Observations.Any(observation => observation.Cells.Any(IsRecognised)))
            return charge.Tables.Any(IsRecognised) || charge.Observations.Any(observation => observation.Cells.Any(IsRecognised)) ? Words : null;
        return charge.Figures.Any(figure => IsRecognised(figure.Reference)) && !charge.Relations.Any(RestsOnFigures) ? Words : null;
    }

    /// <summary>The table whose lack of a row the charge rests on: its name or its code may have been recognised as another.</summary>
    private static IndexedStatement? Lacking(Charge charge) => charge.Cause?.Best is { Kind: CauseKind.MissingRow, Row: { } lost } ? lost.Statement
        : charge.Figures.Select(figure => figure.Row).FirstOrDefault(row => row is { IsAbsent: true })?.Statement;

    private static Objection Words => Object(new("相关文字由图像识别得到", "the words that it rests on were recognised in a picture"));

    /// <summary>
    /// A relation within one row, or between rows of one table that codes or totals tell apart, does not depend on how a name was
    /// read; nor does a sentence that names an account of the table by the same words. A name that was recognised in two tables as
    /// the same words was read twice. A figure alone is held against a row that was not found.
    /// </summary>
    private static bool RestsOnFigures(Relation relation)
    {
        IndexedRow[] rows = [.. relation.Figures.Select(figure => figure.Row).OfType<IndexedRow>().Distinct()];
        bool areTold = Array.TrueForAll(rows, row => row.Code is not null || row.IsTotal);
        if (relation.Figures.Any(figure => figure.Row is null))
            return relation.IsRestatement && areTold && relation.Figures.All(figure => figure.Row is not null || figure.IsNarrative);
        if (relation.Figures.Length == 1)
            return false;
        bool isOneName = rows.Length > 1 && rows[0].BareName.Length >= LeastName && Array.TrueForAll(rows, row => row.BareName == rows[0].BareName);
        return rows.Length == 1 || isOneName || (areTold && rows.DistinctBy(row => row.Statement).Count() == 1);
    }

    private bool IsRecognised(IndexedStatement table) => table.Source.Pages.Any(_recognised.Contains);

    private bool IsRecognised(CellReference cell) => cell is { Page: { } page, Year: null } && _recognised.Contains(page);

    private static Objection Object(Phrase reason) =>
        new(ReservationKind.Reading, Severity.Warning, new Phrase("读取存疑：", "the reading is in doubt: ") + reason);
}
