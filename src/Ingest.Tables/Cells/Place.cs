namespace Ingest.Tables.Cells;

/// <summary>Where a letter belongs: a cell of a table, a table but no certain cell of it, or no table.</summary>
/// <param name="Table">Index of the table, or −1.</param>
/// <param name="Cell">Index of the cell in it, or −1.</param>
internal readonly record struct Place(int Table, int Cell)
{
    public static readonly Place Outside = new(-1, -1);

    public static Place Uncertain(int table) => new(table, -1);
}
