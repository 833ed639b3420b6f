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
        TableFragment[] tables = [.. fragments.Where((fragment, i) => IsTable(fragment, i == 0 ? null : fragments[i - 1]))];
        var scores = new List<(Layout Layout, double Score)>();
        foreach (Layout layout in layouts.Layouts)
        {
            BindingCandidate[] bound = [.. tables.Select(table => binder.Best(table, layout)).OfType<BindingCandidate>()];
            int missing = layout.Statements.Select(statement => statement.Id).Distinct()
                .Count(id => bound.All(candidate => candidate.Binding.Statement.Id != id));
            double explained = bound.Sum(candidate => candidate.Binding.Score) * (layout.Fallback ? Fallback : 1);
            if (bound.Length > 0)
                scores.Add((layout, explained - (Missing * missing)));
        }
        return [.. scores.OrderByDescending(pair => pair.Score).Select(pair => pair.Layout)];
    }

    /// <summary>The first part of a table; further pages say nothing new.</summary>
    private static bool IsTable(TableFragment fragment, TableFragment? before) =>
        fragment.Heading.Title is not null
        || (fragment.Header.IsPresent && (before is null || !fragment.Header.Repeats(before.Header)));
}
