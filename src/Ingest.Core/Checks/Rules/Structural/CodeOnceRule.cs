using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>STR-05: no code twice in one table; in T07, no project twice under a code of one unit.</summary>
public sealed class CodeOnceRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        foreach (IndexedStatement table in index.Statements)
        {
            HashSet<IndexedRow> repeated = [.. DuplicateRows.Find(table).Select(pair => pair.Second)];
            foreach (IndexedRow row in table.Coded())
                yield return repeated.Contains(row) ? Twice(row) : Holds();
        }
    }

    private Observation Twice(IndexedRow row) => new(this, holds: false, Wording.Of(row) + new Phrase("列了两次，请删去重复的一行", " is printed twice; delete one"))
    {
        Row = row,
        InDoubt = row.Statement.AreRowsInDoubt,
        Cells = [.. row.Figures.Concat(row.Whole?.Figures ?? []).Select(figure => figure.Reference)],
        Suspect = row.Figures.FirstOrDefault()?.Reference,
    };
}
