using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Rules.Narrative;

namespace Ingest.Core.Checks.Rules.YearOnYear;

/// <summary>Finds in the document of the year before what a sentence of this year speaks of.</summary>
internal static class PriorFigures
{
    /// <summary>
    /// The cell of the same statement, row and column, else the number of the sentence about the same thing; null when that
    /// document has neither. A row is matched by its code, then by its name: a renamed account is the same account.
    /// </summary>
    public static Figure? Find(TwoYears years, StatedFact now)
    {
        Figure? cell = CellOf.Find(years.Now, now)?.Place.Figure;
        if (cell?.Row is { } row)
            return Cell(years.Before, row, cell.Reference.Column!) is { } found ? OfYearBefore(years, found) : null;
        StatedFact? told = NarrativeFacts.Of(years.Before).Firm.FirstOrDefault(told =>
            told.Kind == now.Kind && told.Topic == now.Topic && told.Fact.Unit == now.Fact.Unit && told.Path.SequenceEqual(now.Path));
        return told?.Figure is { } figure ? OfYearBefore(years, figure) : null;
    }

    private static Figure? Cell(FigureIndex before, IndexedRow row, string column)
    {
        if (before.Find(row.Statement.Id) is not { IsEmpty: false } table)
            return null;
        IndexedRow[] candidates = [.. table.Rows.Where(last => last.Side == row.Side && !last.IsAbsent && Names.Loose(last.Project) == Names.Loose(row.Project))];
        IndexedRow? same = row.Code is { } code ? candidates.FirstOrDefault(last => last.Code == code) : null;
        same ??= candidates.FirstOrDefault(last => last.BareName == row.BareName && last.IsTotal == row.IsTotal);
        return same?[column];
    }

    /// <summary>The same figure, whose reference says that it stands in another document.</summary>
    private static Figure OfYearBefore(TwoYears years, Figure figure) =>
        new(figure.Id, figure.State, figure.Reference with { Year = years.Before.Document.Identity.FiscalYear }, figure.Unit)
        {
            Row = figure.Row,
            InDoubt = figure.InDoubt,
        };
}
