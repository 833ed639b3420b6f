using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Pictures;
using Ingest.Review.Ports;
using Ingest.Store;

namespace Ingest.Review.Documents;

/// <summary>A stored document with all that its figures are checked by.</summary>
/// <param name="Read">As it is stored: its names are what relations know figures by. Never shown.</param>
/// <param name="Shown">The same with all that leads to a person masked; its tables, rows and cells are those of <paramref name="Read"/>, one by one.</param>
public sealed record CheckedDocument(StoredDocument Stored, BudgetDocument Read, BudgetDocument Shown, CheckedRelations Relations)
{
    /// <returns>Null when no such document is stored.</returns>
    public static CheckedDocument? Find(IDocumentStore store, IDisclosure disclosure, IRelations relations, string sha256) =>
        store.Find(sha256) is { } stored && store.Load(sha256) is { } read ? new CheckedDocument(stored, read, disclosure.Mask(read), relations.Evaluate(read)) : null;

    public IEnumerable<CheckedRelation> RelationsOf(CellPosition cell) => Relations.Of(cell.IdIn(Read));

    public TickMarks MarksOf(CellPosition cell) => Ticking.Of(RelationsOf(cell));

    /// <summary>How much of a table was reached.</summary>
    public TableCoverage CoverageOf(int statement)
    {
        TickMarks[] marks = [.. Amounts(statement).Select(MarksOf)];
        return new TableCoverage(
            marks.Length, marks.Count(mark => mark.HasFlag(TickMarks.Failed)), marks.Count(mark => (mark & ~TickMarks.NotAssessed) == TickMarks.None));
    }

    /// <summary>The cell asked about and those that it is compared with, as far as they stand on a page.</summary>
    public ImmutableArray<PictureMark> MarksOn(int page, CellPosition asked)
    {
        AmountCell cell = asked.Of(Read);
        IEnumerable<PictureMark> operands = RelationsOf(asked).SelectMany(relation => relation.Cells)
            .Where(other => other.Page == page && other.Year is null && other.Box is { } box && box != cell.Box).DistinctBy(other => other.Box)
            .Select(other => new PictureMark(other.Box!.Value, MarkStyle.Operand));
        return cell.Page == page ? [.. operands, new PictureMark(cell.Box, MarkStyle.Total)] : [.. operands];
    }

    /// <summary>Whether a reviewer may say what the cell shows.</summary>
    public bool IsOpenToCorrection(CellPosition cell) => FigureCorrection.IsOpenTo(Read, Read.Statements[cell.Statement], cell.Row, cell.Of(Read));

    public bool IsDoubted(CellPosition cell) => Read.Statements[cell.Statement].IsDoubted(cell.Row, cell.Of(Read));

    /// <summary>Amounts of a table whose reading is in doubt, in print order.</summary>
    public IEnumerable<CellPosition> Doubted(int statement) => Cells(statement).Where(IsDoubted);

    /// <summary>The printed amounts of a table.</summary>
    public IEnumerable<CellPosition> Amounts(int statement) => Cells(statement).Where(cell => cell.Of(Read).Value is not null);

    private IEnumerable<CellPosition> Cells(int statement) =>
        from row in Enumerable.Range(0, Read.Statements[statement].Rows.Length)
        from cell in Enumerable.Range(0, Read.Statements[statement].Rows[row].Cells.Length)
        select new CellPosition(statement, row, cell);
}

/// <param name="Amounts">Printed in the table.</param>
/// <param name="Failed">In a relation that does not hold.</param>
/// <param name="Unchecked">In none that could be assessed.</param>
public readonly record struct TableCoverage(int Amounts, int Failed, int Unchecked);
