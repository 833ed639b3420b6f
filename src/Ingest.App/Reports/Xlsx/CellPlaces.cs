using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>Where the cells that findings name stand in the workbook.</summary>
internal sealed class CellPlaces
{
    private readonly ILookup<CellReference, (StatementPlacing Layout, StatementRow Row, AmountCell Cell)> _cells;

    public CellPlaces(ImmutableArray<StatementPlacing> layouts)
    {
        Layouts = layouts;
        _cells = (from layout in layouts from row in layout.Statement.Rows from cell in row.Cells select (layout, row, cell))
            .ToLookup(place => PrintedPlace.Key(place.layout.Statement, place.row, place.cell));
    }

    public ImmutableArray<StatementPlacing> Layouts { get; }

    /// <summary>Null for what stands in no table, or in that of another year.</summary>
    public SheetCell? Of(CellReference cell)
    {
        if (cell.Year is not null)
            return null;
        foreach ((StatementPlacing layout, StatementRow row, AmountCell found) in _cells[PrintedPlace.Key(cell)])
            if (PrintedPlace.Names(cell, layout.Statement, row, found) && layout.AddressOf(row, found.Column) is { } address)
                return new SheetCell(layout.Sheet, address);
        return null;
    }
}
