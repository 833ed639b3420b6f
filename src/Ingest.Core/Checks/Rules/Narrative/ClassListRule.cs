using Ingest.Contract.Text;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>支出预算包括：…: the classes named are those that T01 shows money in.</summary>
internal sealed class ClassListRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (StatedFact list in NarrativeFacts.Of(index).Firm.Where(told => told is { Kind: FactKind.Names, Topic: Topic.Overall } && told.Thing.StartsWith("支出", StringComparison.Ordinal)))
            if (index.Find("T01") is { } table)
                yield return Compare(list, table);
            else
                yield return new NotAssessable(this, new("T01 未见此表", "statement T01"));
    }

    private Observation Compare(StatedFact list, IndexedStatement table)
    {
        IndexedRow[] classes = [.. table.Rows.Where(row => row is { Side: RowSide.Expenditure, IsTotal: false } && row.Figures.Any(cell => cell is { IsPrinted: true, Value: not 0 }))];
        string[] names = [.. NameList.Parted(list.Fact.Names, classes.Select(row => row.BareName).ToHashSet())];
        HashSet<string> named = [.. names.Select(Names.Bare)];
        bool open = list.Fact.Text.Contains('等', StringComparison.Ordinal);
        IndexedRow[] unnamed = open ? [] : [.. classes.Where(row => !named.Contains(row.BareName))];
        string[] extra = [.. names.Where(name => !classes.Any(row => row.BareName == Names.Bare(name)))];
        string words = string.Join('、', extra.Concat(unnamed.Select(row => row.Name)));
        IndexedRow? row = unnamed.FirstOrDefault() ?? table.Rows.FirstOrDefault(other => other.Side == RowSide.Expenditure && extra.Any(name => Names.Bare(name) == other.BareName));
        return new Observation(this, words.Length == 0, new Phrase($"第 {list.Fact.Page} 页正文所列支出类别与", $"the classes listed on page {list.Fact.Page} differ from ") + Wording.Of(table) + new Phrase($"不一致：{words}", $": {words}"))
        {
            Cells = [.. row?.Figures.Select(figure => figure.Reference) ?? [], list.Reference],
            Suspect = list.Reference,
            Row = row,
        };
    }
}
