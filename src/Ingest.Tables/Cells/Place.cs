using Ingest.Contract.Grids;

namespace Ingest.Tables.Cells;

/// <summary>Where a letter belongs: a cell of a table, a table but no certain cell of it, or no table.</summary>
/// <param name="Table">Index of the table, or −1.</param>
/// <param name="Cell">Index of the cell in it, or −1.</param>
internal readonly record struct Place(int Table, int Cell)
{
    public static readonly Place Outside = new(-1, -1);

    public static Place Uncertain(int table) => new(table, -1);
}

/// <summary>A number of which a part stands in another cell than the number was put in.</summary>
/// <param name="Table">Index of the table.</param>
/// <param name="From">Index of the cell that the part stands in.</param>
/// <param name="To">Index of the cell that has the number.</param>
/// <param name="Doubt">What that makes unsure of the cell that the part stands in; <see cref="CellDoubts.Overprinted"/> only where the other holds a number besides.</param>
internal readonly record struct Spill(int Table, int From, int To, CellDoubts Doubt);
