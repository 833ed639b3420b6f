using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Which lists of economic items a rule reports.</summary>
internal enum ListFault
{
    /// <summary>
    /// The list is that of the table but for one name, which has no amount there, and one item of the table, which it does
    /// not name: one was written for the other.
    /// </summary>
    Exchanged,

    /// <summary>Names more than the table has, as lists of a template do, or fewer.</summary>
    Doubtful,
}

/// <summary>人员经费 and 公用经费 "主要包括：…": the economic items named are those of the table. One finding for a list.</summary>
internal sealed class EconomicListRule : Rule
{
    public required ListFault Fault { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (StatedFact list in NarrativeFacts.Of(index).Firm.Where(told => told is { Kind: FactKind.Names, Topic: Topic.Basic }))
            yield return EconomicItems.Of(index, list) is { } items
                ? Compare(list, items)
                : new NotAssessable(this, new("经济分类表", "the table by economic items"));
    }

    private Observation Compare(StatedFact list, EconomicItems items)
    {
        (ImmutableArray<string> extra, ImmutableArray<string> empty, ImmutableArray<(IndexedRow Row, Figure Cell)> unnamed) = items.Against(list);
        bool open = list.Fact.Text.Contains('等', StringComparison.Ordinal);
        if (open)
            unnamed = [];
        bool exchanged = extra.Length + empty.Length == 1 && unnamed.Length == 1 && !empty.IsEmpty;
        bool fault = extra.Length + empty.Length + unnamed.Length > 0 && exchanged == (Fault == ListFault.Exchanged);
        string[] names = [.. extra.Concat(empty)];
        IndexedRow? row = unnamed.IsEmpty ? items.Broken : unnamed[0].Row;
        return new Observation(this, !fault, fault ? Words(list, names, [.. unnamed.Select(item => item.Row)]) : Phrase.Same(""))
        {
            Cells = fault ? [.. unnamed.Select(item => item.Cell.Reference), .. names.Length > 0 && items.Broken is { } broken ? broken.Figures.Select(figure => figure.Reference) : [], list.Reference] : [],
            Suspect = fault ? names.Length == 0 ? unnamed[0].Cell.Reference : list.Reference : null,
            Row = fault ? row : null,
        };
    }

    private static Phrase Words(StatedFact list, string[] names, IndexedRow[] unnamed)
    {
        string listed = string.Join('、', names.Select(name => $"“{name}”"));
        Phrase left = Phrase.Join(new("、", ", "), unnamed.Select((row, i) => i == 0 ? Wording.Of(row) : Phrase.Same($"“{row.Name}”")));
        Phrase more = names.Length == 0 ? Phrase.Same("") : new($"第 {list.Fact.Page} 页正文列有{listed}，而表中没有此项或此项无金额", $"page {list.Fact.Page} lists {listed}, for which the table has no amount");
        Phrase fewer = unnamed.Length == 0 ? Phrase.Same("") : left + new Phrase($"有金额，而第 {list.Fact.Page} 页正文未列", $" has an amount and is not listed on page {list.Fact.Page}");
        return names.Length > 0 && unnamed.Length > 0 ? more + new Phrase("；", "; ") + fewer : more + fewer;
    }
}
