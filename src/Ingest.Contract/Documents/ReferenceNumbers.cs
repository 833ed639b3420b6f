using System.Collections.Immutable;
using Ingest.Contract.Geometry;

namespace Ingest.Contract.Documents;

/// <summary>
/// Tells which of several figures that are alike a reference means: references of a document that was written and read back, or
/// whose names were masked, have their place and not their number.
/// </summary>
internal sealed class ReferenceNumbers
{
    private readonly Dictionary<CellId, List<(int Number, int Page, Box Box, Box? Row)>> _alike = [];

    private ReferenceNumbers(BudgetDocument document)
    {
        foreach (Statement statement in document.Statements)
            foreach (StatementRow row in statement.Rows)
                foreach (AmountCell cell in row.Cells)
                    Add(CellId.Of(statement, row, cell.Column), cell.Page, cell.Box, row.Box);
        foreach (NarrativeSection section in document.Narrative)
            foreach (NarrativeFact fact in section.Sentences.SelectMany(sentence => sentence.Facts))
                Add(CellId.Of(section, fact), fact.Page, fact.Box);
        foreach (PerformanceTable table in document.Performance)
        {
            foreach (PerformanceFund fund in table.Funds)
                Add(CellId.Of(table, fund), fund.Page, fund.Box);
            foreach (PerformanceIndicator indicator in table.Indicators)
                Add(CellId.Of(table, indicator), indicator.Page, indicator.Box);
        }
    }

    /// <summary>The document with the number of each figure that its findings and its coverage name.</summary>
    public static BudgetDocument Resolve(BudgetDocument document)
    {
        if (document.Findings.IsEmpty && document.Coverage is null or { Unchecked.IsEmpty: true })
            return document;
        var numbers = new ReferenceNumbers(document);
        return document with
        {
            Findings = [.. document.Findings.Select(finding => finding with
            {
                Cells = numbers.Of(finding.Cells),
                Suspects = [.. finding.Suspects.Select(suspect => suspect with { Cell = numbers.Of(suspect.Cell) })],
            })],
            Coverage = document.Coverage is { } coverage ? coverage with { Unchecked = numbers.Of(coverage.Unchecked) } : null,
        };
    }

    private ImmutableArray<CellReference> Of(ImmutableArray<CellReference> cells) => [.. cells.Select(Of)];

    private CellReference Of(CellReference cell)
    {
        // What stands in another year's document is none of these.
        if (cell.Year is not null || cell.Box is not { } box || !_alike.TryGetValue(cell.Id with { Occurrence = 0 }, out var alike))
            return cell;
        foreach ((int number, int page, Box own, Box? row) in alike)
            if (page == cell.Page && (own == box || row == box))
                return cell with { Occurrence = number };
        return cell;
    }

    private void Add(CellId id, int page, Box box, Box? row = null)
    {
        CellId first = id with { Occurrence = 0 };
        if (!_alike.TryGetValue(first, out var alike))
            _alike[first] = alike = [];
        alike.Add((id.Occurrence, page, box, row));
    }
}
