using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// 年初预算 of every account against that of all. An account of which nothing was spent may be left out of the text, so that
/// the accounts told are no more than the whole; that they fill it is an expectation.
/// </summary>
internal sealed class PlanSumRule : Rule
{
    private static readonly string[] _plans = ["年初预算", "全年预算"];

    public required Comparison Comparison { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        AccountList accounts = AccountList.Of(index);
        if (accounts.Known.Length < 2 || !accounts.Doubled.IsEmpty)
            yield break;
        foreach (string plan in _plans)
        {
            StatedFact[] told = [.. NarrativeFacts.Of(index).Firm.Where(fact => fact is { Topic: Topic.General, Kind: FactKind.Amount, Figure: not null } && fact.Measure == plan)];
            StatedFact[] parts = [.. told.Where(fact => fact.Path.Length == 4).DistinctBy(fact => string.Join('/', fact.Path))];
            StatedFact[] wholes = [.. told.Where(fact => fact.Path.Length == 2 && fact.Core.StartsWith("一般公共", StringComparison.Ordinal) && fact.Core.EndsWith("支出", StringComparison.Ordinal))];
            if (wholes is not [var whole] || whole.Figure!.Value == 0 || parts.Length < accounts.Known.Length || parts.Any(part => part.Order < whole.Order))
                continue;
            yield return Comparison == Comparison.AtMost
                ? new UpperBound(this, [.. parts.Select(part => part.Figure!)], [whole.Figure], Words)
                : new LinearRelation(this, whole.Figure, [.. parts.Select(part => new Term(part.Figure!, 1))], Comparison, Words);

            Phrase Words() => FactWording.Of(whole) + new Phrase($"，以下 {parts.Length} 项的{plan}之和", $", and the {plan} of the {parts.Length} accounts below");
        }
    }
}
