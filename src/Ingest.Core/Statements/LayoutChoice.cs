using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>Which layout a document follows: the one that explains most of its tables and misses few of its own.</summary>
internal static class LayoutChoice
{
    /// <summary>
    /// A statement of the layout that the document does not have. Only decides between layouts that explain
    /// the same tables, for documents leave out what they have nothing to say on.
    /// </summary>
    private const double Missing = 0.001;

    /// <summary>What a fallback layout explains counts a little less.</summary>
    private const double Fallback = 0.9;

    /// <summary>
    /// Layouts that explain at least one table, the best first; equal ones in the catalogue's order. Tables
    /// with a title decide; only where none has one do the headers alone.
    /// </summary>
    public static RankedLayouts Rank(LayoutCatalog layouts, TableBinder binder, IReadOnlyList<TableFragment> fragments)
    {
        TableFragment[] titled = [.. fragments.Where(fragment => fragment.Heading.Title is not null)];
        Layout[] ranked = Rank(layouts, layout => titled.Select(table => binder.Best(table, layout, [layout])));
        if (ranked.Length > 0)
            return new RankedLayouts(ranked, ByTitle: true);
        TableFragment[] headed = [.. fragments.Where((fragment, i) => fragment.Header.IsPresent && (i == 0 || !fragment.Header.Repeats(fragments[i - 1].Header)))];
        return new RankedLayouts(Rank(layouts, layout => headed.Select(table => binder.Best(table, layout, layouts.Layouts))), ByTitle: false);
    }

    private static Layout[] Rank(LayoutCatalog layouts, Func<Layout, IEnumerable<BindingCandidate?>> bind)
    {
        var scores = new List<(Layout Layout, double Score)>();
        foreach (Layout layout in layouts.Layouts)
        {
            BindingCandidate[] bound = [.. bind(layout).OfType<BindingCandidate>()];
            int missing = layout.Statements.Select(statement => statement.Id).Distinct()
                .Count(id => bound.All(candidate => candidate.Binding.Statement.Id != id));
            double explained = bound.Sum(candidate => candidate.Binding.Score) * (layout.Fallback ? Fallback : 1);
            if (bound.Length > 0)
                scores.Add((layout, explained - (Missing * missing)));
        }
        return [.. scores.OrderByDescending(pair => pair.Score).Select(pair => pair.Layout)];
    }
}

/// <summary>The layouts that a document may follow, the best first.</summary>
/// <param name="ByTitle">The titles of its tables named them.</param>
internal sealed record RankedLayouts(Layout[] Layouts, bool ByTitle)
{
    /// <summary>
    /// The reading of a table: by whatever layout knows its title best; without a title by the document's
    /// own layout, for headers alone say little.
    /// </summary>
    public BindingCandidate? Read(TableFragment fragment, TableBinder binder)
    {
        if (fragment.Heading.Title is null && ByTitle)
            return binder.Best(fragment, Layouts[0], [Layouts[0]]);
        BindingCandidate? first = null;
        foreach (Layout layout in Layouts)
        {
            if (binder.Best(fragment, layout, fragment.Heading.Title is null ? Layouts : [layout]) is not { } best)
                continue;
            // A layout that knows all columns of the table reads it better than one that comes first and does not.
            if (best.Binding.Columns.All(column => column.Role != ColumnRole.Amount || column.IsKnown))
                return best;
            first ??= best;
        }

        return first;
    }
}
