using Ingest.Contract.Documents;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>A layout's reading of a table.</summary>
internal sealed record BindingCandidate(Layout Layout, StatementBinding Binding);

/// <summary>Asks every layout what a table is.</summary>
/// <param name="kind">A budget holds no statements of final accounts, and the reverse; null where the kind is not known.</param>
internal sealed class TableBinder(LayoutCatalog layouts, DocumentKind? kind)
{
    /// <summary>Two statements this close are told apart by nothing that is printed.</summary>
    private const double Margin = 0.03;

    private readonly Dictionary<TableFragment, List<BindingCandidate>> _known = [];

    /// <summary>Readings with any support, the unsound ones included, so that they can be explained.</summary>
    public List<BindingCandidate> Candidates(TableFragment fragment)
    {
        if (_known.TryGetValue(fragment, out List<BindingCandidate>? candidates))
            return candidates;
        candidates = [];
        var printed = new PrintedTitle(fragment.Heading.MatchedTitle);
        var sample = new TableSample(fragment.View, fragment.Header);
        foreach (Layout layout in layouts.Layouts)
            foreach (StatementLayout statement in layout.Statements)
            {
                if (kind is { } known && statement.Kind != known)
                    continue;
                double title = fragment.Heading.Title is null ? 0 : TitleScore(printed, statement);
                if (title > 0 || fragment.Heading.Title is null)
                    candidates.Add(new BindingCandidate(layout, ColumnBinder.Bind(statement, sample, title)));
            }
        _known.Add(fragment, candidates);
        return candidates;
    }

    /// <summary>Lets go what is known of a table that nobody will ask for again.</summary>
    public void Forget(TableFragment fragment) => _known.Remove(fragment);

    /// <summary>The best sound reading within one layout, or null; null too when two statements fit alike.</summary>
    /// <param name="rivals">Layouts whose statements may fit alike: that layout, or all where nothing names one.</param>
    public BindingCandidate? Best(TableFragment fragment, Layout layout, IReadOnlyCollection<Layout> rivals)
    {
        BindingCandidate? best = null;
        foreach (BindingCandidate candidate in Candidates(fragment))
            if (candidate.Layout == layout && candidate.Binding.IsSound && candidate.Binding.Score > (best?.Binding.Score ?? 0))
                best = candidate;
        if (best is null)
            return null;
        bool isAlone = Candidates(fragment).TrueForAll(rival =>
            rival.Binding.Statement.Id == best.Binding.Statement.Id
            || !rival.Binding.IsSound
            || !rivals.Contains(rival.Layout)
            || best.Binding.Score - rival.Binding.Score >= Margin);
        return isAlone ? best : null;
    }

    private static double TitleScore(PrintedTitle printed, StatementLayout statement)
    {
        double best = 0;
        foreach (TitlePattern title in statement.Titles)
            best = Math.Max(best, title.Match(printed));
        return best;
    }
}
