using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>Which layout a document follows: the one that explains most of its tables and misses few of its own.</summary>
internal static class LayoutChoice
{
    /// <summary>
    /// A statement of the layout that the document does not have. Only decides between layouts that explain
    /// the same tables, for documents leave out what they have nothing to say on.
    /// </summary>
    private const double Missing = 0.01;

    /// <summary>What a fallback layout explains counts a little less.</summary>
    private const double Fallback = 0.9;

    /// <summary>Layouts that explain at least one table, the best first; equal ones in the catalogue's order.</summary>
    public static List<Layout> Rank(LayoutCatalog layouts, TableBinder binder, IReadOnlyList<TableFragment> fragments)
    {
        var scores = new List<(Layout Layout, double Score)>();
        foreach (Layout layout in layouts.Layouts)
        {
            BindingCandidate[] bound =
                [.. fragments.Where(fragment => fragment.Introduces).Select(fragment => binder.Best(fragment, layout)).OfType<BindingCandidate>()];
            int missing = layout.Statements.Select(statement => statement.Id).Distinct()
                .Count(id => bound.All(candidate => candidate.Binding.Statement.Id != id));
            double explained = bound.Sum(candidate => candidate.Binding.Score) * (layout.Fallback ? Fallback : 1);
            if (bound.Length > 0)
                scores.Add((layout, explained - (Missing * missing)));
        }
        return [.. scores.OrderByDescending(pair => pair.Score).Select(pair => pair.Layout)];
    }
}
