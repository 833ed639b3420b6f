using Ingest.Contract.Geometry;
using Ingest.Tables.Lattices;
using Ingest.Tables.Upright;

namespace Ingest.Tables.Ruled;

/// <summary>Tables with lines in both directions.</summary>
internal static class RuledTables
{
    /// <summary>Beyond this many boxes on a page (tick boxes, tiles of a drawing) nesting is not looked into.</summary>
    private const int MaximumNested = 500;

    /// <summary>Height, in sizes of the text, of what is more than one row of a table with shaded rows.</summary>
    private const float TallestRow = 8;

    /// <summary>More boxes than this are a drawing.</summary>
    private const int MaximumFrames = 2_000;

    /// <summary>The lattices of a page, from top to bottom.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rules">Its joined lines.</param>
    /// <param name="unused">Receives the groups of lines that make no ruled table.</param>
    /// <param name="upright">Receives the tables with nothing drawn between their rows, and their lines.</param>
    /// <param name="cancellation">Checked per group.</param>
    public static List<Lattice> Find(
        UprightPage page, PageRules rules, List<LineGroup> unused, List<(Lattice Lattice, LineGroup Group)> upright, CancellationToken cancellation)
    {
        if (LineGroups.Of(rules, cancellation) is not { } groups || groups.Count(IsFrame) > MaximumFrames)
            return [];
        List<(LineGroup Group, Lattice Lattice)> tables = [];
        int slots = 0;
        foreach (LineGroup group in groups)
        {
            cancellation.ThrowIfCancellationRequested();
            if (RuledLattice.Of(group, ShadedCells.EdgesIn(page, group, rules.Tolerance), rules.Tolerance) is not { } framed
                || IsFrameOnly(framed, group, page, rules.Tolerance))
            {
                unused.Add(group);
                continue;
            }

            Lattice lattice = LatticeRim.Trim(framed, page);
            tables.Add((group, lattice));
            slots += lattice.Slots;
            if (slots > Lattice.MaximumSlots)
                return [];
        }

        if (tables.Count > 1 && tables.Count <= MaximumNested)
            tables = ResolveNesting(page, rules.Tolerance, tables);
        upright.AddRange(tables.Where(table => UnruledRows.Has(table.Lattice, page)).Select(table => (table.Lattice, table.Group)));
        return [.. tables.Select(table => table.Lattice)];
    }

    /// <summary>
    /// A table inside another's box is either its content, then the outer one is a frame and goes, or
    /// part of it that was drawn without touching, then the lines belong together.
    /// </summary>
    private static List<(LineGroup Group, Lattice Lattice)> ResolveNesting(
        UprightPage page, float tolerance, List<(LineGroup Group, Lattice Lattice)> tables)
    {
        List<(LineGroup Group, Lattice Lattice)> result = [.. tables];
        foreach ((LineGroup group, Lattice lattice) in tables.OrderByDescending(table => table.Lattice.Box.Width * table.Lattice.Box.Height))
        {
            int at = result.FindIndex(table => table.Group == group);
            List<(LineGroup Group, Lattice Lattice)> inner = [.. result.Where(table => table.Group != group && Holds(lattice.Box, table.Lattice.Box, tolerance))];
            if (at < 0 || inner.Count == 0)
                continue;
            if (inner.Sum(table => table.Lattice.Slots) >= lattice.Slots)
            {
                result.RemoveAt(at);
                continue;
            }

            foreach ((LineGroup nested, _) in inner)
                group.Absorb(nested);
            if (RuledLattice.Of(group, ShadedCells.EdgesIn(page, group, tolerance), tolerance) is { } whole)
                result[at] = (group, whole);
            result.RemoveAll(table => inner.Exists(nested => nested.Group == table.Group));
        }

        return result;
    }

    /// <summary>
    /// The lines alone enclose nothing but the whole, and the shades part it in some places only: a frame around a table whose
    /// head is shaded. Its rows are told by alignment.
    /// </summary>
    private static bool IsFrameOnly(Lattice lattice, LineGroup group, UprightPage page, float tolerance)
    {
        if (RuledLattice.Of(group, new LineGroup(), tolerance) is not null)
            return false;
        for (int row = 0; row < lattice.Rows; row++)
        {
            bool isOne = !Enumerable.Range(1, lattice.Columns - 1).Any(column => lattice.IsClosedBefore(row, column));
            if (isOne || lattice.Y[row] - lattice.Y[row + 1] > TallestRow * page.EmSize)
                return true;
        }

        return false;
    }

    private static bool IsFrame(LineGroup group) => group.Horizontal.Count > 0 && group.Vertical.Count > 0;

    private static bool Holds(Box outer, Box inner, float tolerance)
    {
        Box wide = outer.Inflate(tolerance);
        return wide.Contains(inner.Left, inner.Bottom) && wide.Contains(inner.Right, inner.Top);
    }
}
