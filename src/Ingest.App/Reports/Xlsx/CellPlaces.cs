using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>Where the cells that findings and relations name stand in the workbook.</summary>
internal sealed class CellPlaces(ImmutableArray<StatementPlacing> layouts)
{
    public ImmutableArray<StatementPlacing> Layouts => layouts;

    /// <summary>Null for what stands in no table, or in that of another year.</summary>
    public SheetCell? Of(CellReference cell)
    {
        if (cell.Year is not null)
            return null;
        foreach (StatementPlacing layout in layouts)
            if (layout.AddressOf(cell.Id) is { } address)
                return new SheetCell(layout.Sheet, address);
        return null;
    }
}
