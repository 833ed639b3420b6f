using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Tables.Aligned;
using Ingest.Tables.Lattices;
using Ingest.Tables.Ruled;
using Ingest.Tables.Upright;

namespace Ingest.Tables;

/// <summary>
/// The built-in table finder. Ruled tables come first, then those with lines in one direction or shading
/// only, then blocks of aligned columns; what is left is text.
/// </summary>
/// <remarks>
/// Work is bounded whatever the page holds: a page with more crossings, tables or slots than any printed
/// page can have is taken for a drawing, and its letters are all in <see cref="PageContent.Lines"/>.
/// </remarks>
public sealed class TableFinder : ITableFinder
{
    /// <summary>More boxes side by side than this are a drawing, not tables.</summary>
    private const int MaximumTables = 200;

    public string Id => "builtin-3";

    public PageContent Find(Page page, CancellationToken cancellation = default)
    {
        UprightPage upright = UprightPage.Of(page);
        List<LineGroup> unused = [];
        PageRules rules = PageRules.Of(upright);
        List<Lattice> lattices = RuledTables.Find(upright, rules, unused, cancellation);
        if (lattices.Count > MaximumTables || lattices.Sum(lattice => (long)lattice.Slots) > Lattice.MaximumSlots)
            lattices.Clear();
        lattices.AddRange(AlignedTables.Find(upright, lattices, unused, rules.Tolerance, cancellation));
        return Assemble(page, upright, lattices, cancellation);
    }

    /// <summary>The page with its letters in the cells of the tables found.</summary>
    internal static PageContent Assemble(Page page, UprightPage upright, List<Lattice> lattices, CancellationToken cancellation)
    {
        lattices.Sort(static (a, b) => a.Y[0] != b.Y[0] ? b.Y[0].CompareTo(a.Y[0]) : a.X[0].CompareTo(b.X[0]));
        FilledTables tables = FilledTables.Of(upright, lattices, cancellation);
        return new PageContent
        {
            Page = page,
            QuarterTurns = upright.QuarterTurns,
            Width = upright.Width,
            Height = upright.Height,
            Grids = tables.Grids,
            Lines = tables.LinesOutside,
        };
    }
}
