using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>未安排, 没有使用 …: the table has nothing there either.</summary>
internal sealed partial class NoneRule : Rule
{
    private static readonly (string Word, string[] Tables)[] _byFund =
    [
        ("政府性基金", ["T08", "F08"]), ("国有资本经营", ["T09", "F09"]), ("上年结转结余", ["T11"]),
    ];

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (StatedFact none in NarrativeFacts.Of(index).Firm.Where(told => told.Kind == FactKind.None))
        {
            if (none.Topic is Topic.Income or Topic.OfficialExpenses && CellOf.Find(index, Named(none)) is { Place.Figure: { } cell })
                yield return Nothing(none, cell.IsPrinted && cell.Value != 0, cell);
            else if (TableOf(index, none) is { } table)
                yield return Nothing(none, HasMoney(table), table.Total()?["total"]);
        }
    }

    /// <summary>无公务用车购置预算安排: what is not planned is 公务用车购置.</summary>
    private static StatedFact Named(StatedFact none)
    {
        string thing = Planning().Replace(none.Path[^1], "");
        return thing.Length == 0 || none.Topic == Topic.Income ? none : none.About([.. none.Path[..^1], thing]);
    }

    private Observation Nothing(StatedFact none, bool contradicted, Figure? cell) => new(this, !contradicted, new(
        $"第 {none.Fact.Page} 页正文称“{none.Fact.Text}”，而表中有金额", $"page {none.Fact.Page} says “{none.Fact.Text}”, and the table has an amount"))
    {
        Cells = cell is null ? [none.Reference] : [cell.Reference, none.Reference],
        Suspect = none.Reference,
        Row = cell?.Row,
    };

    private static IndexedStatement? TableOf(FigureIndex index, StatedFact none)
    {
        if (none.Topic is not (Topic.GovernmentFund or Topic.StateCapital or Topic.Carryover))
            return null;
        foreach ((string word, string[] tables) in _byFund)
            if (none.Fact.Text.Contains(word, StringComparison.Ordinal))
                return tables.Select(index.Find).FirstOrDefault(table => table is not null);
        return null;
    }

    private static bool HasMoney(IndexedStatement table) =>
        table.Rows.Any(row => row.Figures.Any(cell => cell is { IsPrinted: true, Value: not 0 }));

    [GeneratedRegex("(?:支出)?(?:预算|经费)?(?:安排|计划|支出)?(?:的?(?:支出|预算))?$")]
    private static partial Regex Planning();
}
