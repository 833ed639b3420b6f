using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// The 项 that a section on a fund tells one by one against the 类 and the fund that another tells. Not every 项 need be told, so that they
/// are no more than these; that they fill them is an expectation, where they fill all others.
/// </summary>
internal sealed class AccountSumRule : Rule
{
    private static readonly Topic[] _funds = [Topic.General, Topic.GovernmentFund];

    public required Comparison Comparison { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach (Topic fund in _funds)
        {
            // Where a table has the accounts each is compared with its row, and the rows add up there.
            (StatedFact Whole, StatedFact[] Items)[] lists = [.. Lists(facts, fund).Where(list => !list.Items.Any(item => CellOf.AccountRow(index, item) is not null))];
            int open = lists.Count(list => !Fills(list.Whole, list.Items));
            foreach ((StatedFact whole, StatedFact[] items) in lists)
                if (Comparison == Comparison.AtMost)
                    yield return new UpperBound(this, [.. items.Select(item => item.Figure!)], [whole.Figure!], () => Words(whole, items));
                else if (open <= 2 && lists.Length > 1 && (Fills(whole, items) || ListSumRule.HasSlip(whole, items)))
                    yield return new LinearRelation(this, whole.Figure!, [.. items.Select(item => new Term(item.Figure!, 1))], Comparison, () => Words(whole, items));
        }
    }

    private static Phrase Words(StatedFact whole, StatedFact[] items) =>
        FactWording.Of(whole) + new Phrase($"，正文逐项说明的 {items.Length} 项之和", $", and the {items.Length} accounts that the text tells one by one");

    /// <summary>Every 类 with its 项, and the fund with all of them; none where an account is told twice.</summary>
    private static IEnumerable<(StatedFact Whole, StatedFact[] Items)> Lists(NarrativeFacts facts, Topic fund)
    {
        StatedFact[] told = [.. facts.Firm.Where(fact => fact.Topic == fund && fact is { Kind: FactKind.Amount, Figure.IsPrinted: true } && !facts.IsOfOtherYear(fact))];
        StatedFact[] items = told.Where(fact => CellOf.AccountPath(fact).Length == 3).GroupBy(fact => fact.Section).OrderByDescending(section => section.Count()).FirstOrDefault()?.ToArray() ?? [];
        if (items.Length < 2 || items.DistinctBy(item => string.Join('/', CellOf.AccountPath(item).Select(Spelling.Key))).Count() < items.Length)
            yield break;
        List<StatedFact> named = [];
        foreach (IGrouping<string, StatedFact> below in items.GroupBy(item => Spelling.Key(CellOf.AccountPath(item)[0])))
        {
            StatedFact[] classes = [.. told.Where(fact => CellOf.AccountPath(fact) is [var name] && Spelling.Key(name) == below.Key && fact.IsMeasuredLike(below.First()))];
            if (classes.Length == 0 || classes.Any(other => InYuan(other) != InYuan(classes[0])))
                continue;
            named.Add(classes[0]);
            yield return (classes[0], [.. below]);
        }
        // Of some classes no account may be told.
        if (FundWhole.Of(facts, fund) is { } whole && (named.Count == 0 || Fills(whole, [.. named])))
            yield return (whole, items);
    }

    private static bool Fills(StatedFact whole, StatedFact[] items) =>
        Math.Abs(InYuan(whole) - items.Sum(InYuan)) <= items.Append(whole).Sum(told => told.Figure!.HalfUnit * told.Figure.Unit);

    private static decimal InYuan(StatedFact told) => told.Figure!.Value * told.Figure.Unit;
}
