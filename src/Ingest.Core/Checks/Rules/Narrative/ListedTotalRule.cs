using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>"X 1170.00万元，其中 A 870.00万元，B 300.00万元，合计1170.00万元": a list that says its own sum.</summary>
internal sealed partial class ListedTotalRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (IGrouping<NarrativeSentence, StatedFact> sentence in NarrativeFacts.Of(index).All.Where(told => told.Fact.Value is not null).GroupBy(told => told.Sentence))
        {
            // 重点项目2个、一般项目9个，涉及资金分别为 …: what is counted is none of the amounts.
            StatedFact[] amounts = [.. sentence.Where(told => told.Kind != FactKind.Count)];
            // A number that is no amount may be a part whose name was not understood.
            if (amounts.Length < 3 || !IsSum(amounts[^1]) || !sentence.Key.Unread.IsEmpty
                || !Array.TrueForAll(amounts, told => told is { Kind: FactKind.Amount, Figure: not null, Fact.Aside: false }))
                continue;
            StatedFact sum = amounts[^1];
            StatedFact[] parts = [.. amounts[..^1].Where(told => told.IsBeside(amounts[^2]))];
            // Without 其中 the whole may stand first, as one of them.
            if (parts.Length > 2 && parts[0] == amounts[0] && Sum(parts.Skip(1)) == Sum([sum]))
                parts = parts[1..];
            if (parts.Length < 2 || parts.Any(IsSum))
                continue;
            yield return new LinearRelation(this, sum.Figure!, [.. parts.Select(part => new Term(part.Figure!, 1))], Comparison.WithinRounding,
                () => FactWording.Of(sum) + Phrase.Same(" = ") + Phrase.Join(Phrase.Same(" + "), parts.Select(FactWording.Of)));
            if (amounts[0].Path.SequenceEqual(parts[0].Path[..^1]))
                yield return new LinearRelation(this, sum.Figure!, [new Term(amounts[0].Figure!, 1)], Comparison.WithinRounding,
                    () => FactWording.Of(sum) + Phrase.Same(" = ") + FactWording.Of(amounts[0]));
        }
    }

    private static decimal Sum(IEnumerable<StatedFact> told) => told.Sum(fact => fact.Figure!.Value * fact.Figure.Unit);

    private static bool IsSum(StatedFact told)
    {
        int at = told.Sentence.Text.LastIndexOf(told.Fact.Text, StringComparison.Ordinal);
        return at > 0 && Sum().IsMatch(told.Sentence.Text[..at]);
    }

    [GeneratedRegex("[，；,;、](?:以上)?(?:合计|共计|总计)(?:为|是)?$")]
    private static partial Regex Sum();
}
