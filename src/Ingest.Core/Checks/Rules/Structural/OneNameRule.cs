using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>STR-06: one name per code across the tables; widths, spaces and marks do not matter.</summary>
public sealed class OneNameRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index) => index.Statements
        .SelectMany(table => table.Coded())
        .Where(row => !row.IsAbsent && row.BareName.Length > 0)
        .GroupBy(row => row.Code!)
        .Select(Look);

    private Observation Look(IGrouping<string, IndexedRow> code)
    {
        IndexedRow[][] spellings = [.. code.GroupBy(row => row.BareName).OrderByDescending(same => same.Count()).Select(same => same.ToArray())];
        if (spellings.Length == 1)
            return Holds();
        (IndexedRow usual, IndexedRow other) = (spellings[0][0], spellings[1][0]);
        return new(this, holds: false, new Phrase($"科目 {code.Key} 在", $"code {code.Key} is named in ") + Wording.Of(other.Statement) + new Phrase($"名为“{other.Name}”，在", $" “{other.Name}”, in ")
            + Wording.Of(usual.Statement) + new Phrase($"名为“{usual.Name}”", $" “{usual.Name}”"))
        {
            Cells = [.. new[] { other, usual }.SelectMany(row => row.Figures.Take(1)).Select(figure => figure.Reference)],
            Suspect = other.Figures.FirstOrDefault()?.Reference,
        };
    }
}
