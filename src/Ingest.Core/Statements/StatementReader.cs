using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Identification;
using Ingest.Core.Layouts;
using Ingest.Core.Performance;

namespace Ingest.Core.Statements;

/// <summary>
/// From grids to statements: says which table is which statement, puts continued tables together, reads
/// their rows and whose document it is. Stateless and safe to use from several threads; the same pages
/// always give the same reading.
/// </summary>
public sealed class StatementReader(LayoutCatalog layouts)
{
    /// <summary>Raised with every change of what tables, titles and performance tables are read as.</summary>
    public const int Version = 9;

    /// <param name="pages">All pages of the document in order.</param>
    /// <param name="fileName">A weak hint at the body and the year; never used as a path.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public StatementReading Read(IReadOnlyList<PageContent> pages, string fileName, CancellationToken cancellation = default)
    {
        var diagnostics = new List<Diagnostic>();
        pages = Chosen([.. pages.Select(Parted).Select(UnruledTargets.Regridded)], fileName, cancellation);
        List<TableFragment> fragments = new FragmentReader(layouts).Read(pages, diagnostics, cancellation);
        var binder = new TableBinder(layouts, KindOfTables.Find(layouts, fragments, pages, fileName));
        RankedLayouts ranked = LayoutChoice.Rank(layouts, binder, fragments);
        List<FragmentOutcome> outcomes = new TableSequence(binder, ranked).Read(fragments, cancellation);
        var bound = outcomes.Where(outcome => outcome.Table is not null).Select(outcome => outcome.Fragment.Grid).ToHashSet<Grid>(ReferenceEqualityComparer.Instance);
        PerformanceReading performance = PerformanceReader.Read(pages, bound, cancellation);
        outcomes = [.. outcomes.Select(outcome => Claimed(outcome, performance))];
        OpenTable[] tables = [.. outcomes.Select(outcome => outcome.Table).OfType<OpenTable>().Distinct()];
        var lines = new SurroundingLines(pages, fragments);
        var units = new UnitChoice(pages, tables);
        var statements = ImmutableArray.CreateBuilder<Statement>(tables.Length);
        var used = new Dictionary<OpenTable, ImmutableArray<TextLine>>();
        foreach (OpenTable table in tables)
        {
            cancellation.ThrowIfCancellationRequested();
            statements.Add(StatementBuilder.Build(table, units.Of(table), lines.Below(table.Last), StrayAmounts.Behind(table, pages), out ImmutableArray<TextLine> noteLines));
            used.Add(table, noteLines);
        }
        ImmutableArray<Statement> ofTables = statements.MoveToImmutable();
        diagnostics.AddRange(ReadingDiagnostics.Of(outcomes, tables, ofTables, units));
        var bare = new BareTitles(layouts, fragments, ofTables.Select(statement => statement.Id));
        bare.Read(pages);
        diagnostics.AddRange(bare.Diagnostics);
        // Sorting keeps the order of statements on one page.
        ImmutableArray<Statement> read = [.. ofTables.Concat(bare.Statements).OrderBy(statement => statement.Pages[0])];
        ImmutableArray<UnboundTable> unbound = [.. outcomes.Where(outcome => outcome.Role == GridRole.Unbound).Select(outcome => outcome.Foreign!).Distinct().Select(table => table.ToUnbound())];
        Identity identity = DocumentIdentity.Find(pages, read, unbound, tables.Select(table => table.Layout), fileName, diagnostics);
        return new StatementReading
        {
            Identity = identity,
            Statements = read,
            Performance = performance.Tables,
            Unbound = unbound,
            Unread = [.. bare.Unread, .. UnreadPerformance(outcomes, performance)],
            Pages = [.. pages],
            Diagnostics = [.. diagnostics.OrderBy(diagnostic => diagnostic.Page ?? 0)],
            Bindings = [.. outcomes.Select(outcome => Explain(outcome, table => read.IndexOf(ofTables[Array.IndexOf(tables, table)]), used))],
        };
    }

    /// <summary>The head of a performance table may be printed as a grid of its own, which only the whole table explains.</summary>
    private static FragmentOutcome Claimed(FragmentOutcome outcome, PerformanceReading performance) =>
        outcome.Role == GridRole.Unbound && performance.Grids.Contains(outcome.Fragment.Grid)
            ? outcome with { Role = GridRole.Performance, Reasons = [new("是绩效目标表的一部分", "it is part of a performance table (绩效目标)")] }
            : outcome;

    /// <summary>The pages with one grid for each table, where there may be several.</summary>
    private IReadOnlyList<PageContent> Chosen(IReadOnlyList<PageContent> pages, string fileName, CancellationToken cancellation)
    {
        if (pages.All(page => page.Grids.All(grid => grid.Alternatives.IsEmpty)))
            return pages;
        List<TableFragment> asFound = new FragmentReader(layouts).Read(pages, [], cancellation);
        return new GridChoice(layouts, KindOfTables.Find(layouts, asFound, pages, fileName)).Settle(pages, cancellation);
    }

    /// <summary>A page whose grids hold one table each.</summary>
    private static PageContent Parted(PageContent page)
    {
        ImmutableArray<Grid> grids = [.. page.Grids.SelectMany(grid => GridView.Over(grid) is { } view ? GridParts.Of(grid, view) : [grid])];
        return grids.Length == page.Grids.Length ? page : page with { Grids = grids };
    }

    /// <summary>Tables that set performance targets and of which no table could be made.</summary>
    private static IEnumerable<UnreadTable> UnreadPerformance(List<FragmentOutcome> outcomes, PerformanceReading performance)
    {
        ForeignTable? open = null;
        var unread = new List<ForeignTable>();
        foreach (FragmentOutcome outcome in outcomes)
        {
            if (outcome.Role != GridRole.Performance || performance.Grids.Contains(outcome.Fragment.Grid))
                open = null;
            else if (open is not null && Continuity.Follows(open.Last, outcome.Fragment))
                open.Parts.Add(outcome.Fragment);
            else
                unread.Add(open = new ForeignTable(outcome.Fragment));
        }

        return unread.Select(table => table.ToUnbound()).Select(table => new UnreadTable(table.Title, table.Label, table.Pages, table.Amounts, IsEstimate: false));
    }

    private static GridBinding Explain(FragmentOutcome outcome, Func<OpenTable, int> indexOf, Dictionary<OpenTable, ImmutableArray<TextLine>> notes)
    {
        TableFragment fragment = outcome.Fragment;
        if (outcome.Table is not { } table)
            return new GridBinding(fragment.Grid, outcome.Role, null, [.. outcome.Reasons], [], []);
        ImmutableArray<TextLine> lines = fragment.Heading.Lines;
        return new GridBinding(
            fragment.Grid, outcome.Role, indexOf(table), [.. outcome.Reasons], Columns(table, fragment),
            fragment == table.Last ? lines.AddRange(notes[table]) : lines);
    }

    private static ImmutableArray<GridColumnBinding> Columns(OpenTable table, TableFragment fragment)
    {
        ColumnMap map = table.Parts.First(part => part.Fragment == fragment).Map;
        var columns = ImmutableArray.CreateBuilder<GridColumnBinding>();
        int before = -2;
        for (int column = 0; column < fragment.Grid.Columns; column++)
        {
            int index = map[column];
            if (index == before)
                columns[^1] = columns[^1] with { Count = columns[^1].Count + 1 };
            else
                columns.Add(new GridColumnBinding(column, 1, index < 0 ? "ignored" : RoleName(table.Binding.Columns[index])));
            before = index;
        }
        return columns.ToImmutable();
    }

    private static string RoleName(BoundColumn column) => column.Role switch
    {
        ColumnRole.Code => "code",
        ColumnRole.Name => "name",
        ColumnRole.Project => "project",
        ColumnRole.Amount => column.Key!,
        _ => "ignored",
    };
}
