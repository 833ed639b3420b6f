using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>STR-02: every table exists once.</summary>
public sealed class StatementOnceRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        foreach (IGrouping<string, Statement> same in index.Document.Statements.GroupBy(statement => statement.Id + Names.Loose(statement.Title)))
            yield return same.Skip(1).FirstOrDefault() is { } second ? Twice(same.First(), second) : Holds();
    }

    private Observation Twice(Statement first, Statement second) => new(this, holds: false, new(
        $"“{first.Title}”出现两次（第 {Page(first)}、{Page(second)} 页），请确认哪一张有效",
        $"“{first.Title}” is printed twice (pages {Page(first)} and {Page(second)}); decide which one counts"))
    {
        Cells = [new CellReference { Statement = second.Id, Name = second.Title, Page = Page(second) }],
    };

    private static int Page(Statement statement) => statement.Pages.IsEmpty ? 0 : statement.Pages[0];
}
