using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>
/// STR-05: a parent row precedes its children. A table that prints no 款 at all does not miss one, and a row that stands in the
/// parent's place without its code is there.
/// </summary>
public sealed class ParentFirstRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index) => index.Statements.SelectMany(Look);

    private IEnumerable<Check> Look(IndexedStatement table)
    {
        HashSet<int> levels = [.. table.Coded().Where(row => !row.IsAbsent).Select(row => row.Code!.Length)];
        var seen = new HashSet<string>();
        var missed = new HashSet<string>();
        bool isUncodedAbove = false;
        foreach (IndexedRow row in table.Rows.Where(row => !row.IsAbsent))
        {
            if (row.Code is not { } code)
            {
                isUncodedAbove |= !row.IsTotal && string.IsNullOrEmpty(row.Project);
                continue;
            }
            if (code.Length is 5 or 7)
            {
                string parent = code[..^2];
                bool missing = levels.Contains(parent.Length) && !seen.Contains(parent) && missed.Add(parent) && !isUncodedAbove;
                yield return missing ? Missing(table, parent, row) : Holds();
            }
            seen.Add(code);
            isUncodedAbove = false;
        }
    }

    private Observation Missing(IndexedStatement table, string parent, IndexedRow child)
    {
        IndexedRow? known = table.ByCode(parent);
        return new(this, holds: false, Wording.Of(table) + new Phrase(
            $"“{child.Label}”之前没有上级科目 {parent} 的行", $" “{child.Label}”: the row of its parent {parent} does not come before it"))
        {
            Row = known,
            InDoubt = table.AreRowsInDoubt,
            Cells =
            [
                new CellReference { Statement = table.Id, Code = parent, Name = known?.Name, Page = child.Source.Page },
                .. child.Figures.Take(1).Select(figure => figure.Reference),
            ],
            Suspect = new CellReference { Statement = table.Id, Code = parent, Name = known?.Name, Page = child.Source.Page },
        };
    }
}
