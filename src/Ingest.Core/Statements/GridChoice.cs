using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>
/// Where a table may be parted into cells in several ways, the one is taken that a layout explains, that leaves the least in doubt,
/// and in which most of the table's own sums hold. It chooses between readings of the page; it never changes a digit.
/// </summary>
internal sealed class GridChoice(LayoutCatalog layouts, DocumentKind? kind)
{
    /// <summary>The rules that a table is asked about by itself.</summary>
    private static readonly ImmutableArray<Rule> _ownRules = [.. RuleCatalogue.All.Where(rule => rule.Id.Contains("-row", StringComparison.Ordinal) || rule.Id.Contains("-tree", StringComparison.Ordinal))];

    private readonly TableBinder _binder = new(layouts, kind);

    private readonly FragmentReader _reader = new(layouts);

    /// <summary>The pages with the grid chosen wherever there was a choice.</summary>
    public IReadOnlyList<PageContent> Settle(IReadOnlyList<PageContent> pages, CancellationToken cancellation) =>
        [.. pages.Select((page, at) => Settle(page, at == 0 ? null : pages[at - 1], cancellation))];

    private PageContent Settle(PageContent page, PageContent? before, CancellationToken cancellation)
    {
        for (int i = 0; i < page.Grids.Length; i++)
        {
            Grid grid = page.Grids[i];
            if (grid.Alternatives.IsEmpty)
                continue;
            Grid best = grid;
            Fit fit = FitOf(page, before, i, grid, cancellation);
            foreach (Grid other in grid.Alternatives)
                if (FitOf(page, before, i, other, cancellation) is var otherFit && otherFit.CompareTo(fit) > 0)
                    (best, fit) = (other, otherFit);
            page = page with { Grids = page.Grids.SetItem(i, best with { Alternatives = [] }) };
        }

        return page;
    }

    private Fit FitOf(PageContent page, PageContent? before, int at, Grid grid, CancellationToken cancellation)
    {
        PageContent tried = page with { Grids = page.Grids.SetItem(at, grid) };
        PageContent[] pages = before is null ? [tried] : [before, tried];
        List<TableFragment> fragments = _reader.Read(pages, [], cancellation);
        int place = fragments.FindIndex(read => ReferenceEquals(read.Grid, grid));
        if (place < 0)
            return default;
        TableFragment fragment = fragments[place];
        if (fragment.Heading.IsEmpty && place > 0 && fragment.Header.IsPresent && fragment.Header.Repeats(fragments[place - 1].Header))
            return new Fit(true, Stacks(fragment.View, fragment.Header.DataRow), 0, 1);
        BindingCandidate? candidate = _binder.Candidates(fragment).Where(one => one.Binding.IsSound).MaxBy(one => one.Binding.Score);
        _binder.Forget(fragment);
        if (candidate is null)
            return default;
        Statement statement = StatementBuilder.Build(new OpenTable(candidate, fragment), fragment.Heading.Unit, [], null, out _);
        var figures = FigureIndex.Open(new BudgetDocument { Source = new SourceFile("", "", 0, 1, null, false), Statements = [statement] });
        Relation[] relations = [.. RuleRun.Of(_ownRules, figures, cancellation).OfType<Relation>()];
        int broken = relations.Count(relation => relation.AsPrinted.Outcome == Outcome.Inconsistent);
        return new Fit(true, statement.Doubts.Length + broken, relations.Length - broken, candidate.Binding.HeaderScore);
    }

    /// <summary>Cells with several amounts below one another: rows that were not parted.</summary>
    private static int Stacks(GridView view, int dataRow) => Enumerable.Range(dataRow, view.Rows - dataRow).SelectMany(view.PrintedIn)
        .Count(index => view.Cell(index).Lines is { Length: > 1 } lines && lines.All(line => AmountParser.Parse(line.Text).IsAmount));

    /// <summary>How well a way to part a table fits.</summary>
    /// <param name="IsBound">A layout explains it.</param>
    /// <param name="Trouble">Doubts of the reading and sums that do not hold.</param>
    /// <param name="Holding">Sums that do.</param>
    /// <param name="Header">Share of the header that the layout explains.</param>
    private readonly record struct Fit(bool IsBound, int Trouble, int Holding, double Header) : IComparable<Fit>
    {
        public int CompareTo(Fit other) =>
            (IsBound, -Trouble, Holding, Header).CompareTo((other.IsBound, -other.Trouble, other.Holding, other.Header));
    }
}
