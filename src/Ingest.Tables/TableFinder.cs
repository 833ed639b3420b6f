using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Tables.Aligned;
using Ingest.Tables.Lattices;
using Ingest.Tables.Letters;
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

    /// <summary>More tables of columns alone do not stand on one page.</summary>
    private const int MaximumTold = 4;

    public string Id => "builtin-8";

    public PageContent Find(Page page, CancellationToken cancellation = default)
    {
        UprightPage upright = UprightPage.Of(page);
        List<LineGroup> unused = [];
        PageRules rules = PageRules.Of(upright);
        List<(Lattice Lattice, LineGroup Group)> columnsOnly = [];
        List<Lattice> lattices = RuledTables.Find(upright, rules, unused, columnsOnly, cancellation);
        if (lattices.Count > MaximumTables || lattices.Sum(lattice => (long)lattice.Slots) > Lattice.MaximumSlots)
        {
            lattices.Clear();
            columnsOnly.Clear();
        }

        foreach ((Lattice lattice, LineGroup group) in columnsOnly.Take(MaximumTold))
            lattice.Alternatives = Told(upright, lattice, lattices, [.. unused, group], rules.Tolerance, cancellation);
        lattices.AddRange(AlignedTables.Find(upright, lattices, unused, rules.Tolerance, cancellation));
        return Assemble(page, upright, lattices, cancellation);
    }

    /// <summary>
    /// A table with lines between its columns alone as its text tells it, as far as nothing of it is left out; which of the two
    /// it is, what they say has to tell.
    /// </summary>
    private static IReadOnlyList<Lattice> Told(
        UprightPage page, Lattice ruled, List<Lattice> all, List<LineGroup> marks, float tolerance, CancellationToken cancellation)
    {
        List<Lattice> others = all.FindAll(lattice => lattice != ruled);
        return [.. AlignedTables.Find(page, others, marks, tolerance, cancellation)
            .SelectMany(told => told.Alternatives.Prepend(told))
            .Where(told => told.X[0] <= ruled.X[0] + page.EmSize && told.X[^1] >= ruled.X[^1] - page.EmSize
                && HoldsLines(page, told, ruled))];
    }

    private static bool HoldsLines(UprightPage page, Lattice told, Lattice ruled)
    {
        for (int i = RowSearch.FirstBelow(page.Rows, ruled.Y[0]); i < page.Rows.Count && page.Rows[i][0].BaseY > ruled.Y[^1]; i++)
        {
            foreach (ref readonly Glyph letter in page.Rows[i])
            {
                if (!letter.IsSpace && letter.CenterX > ruled.X[0] && letter.CenterX < ruled.X[^1] && told.RowAt(letter.CenterY) < 0)
                    return false;
            }
        }

        return true;
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
