using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Where T02 has one column for a fund, it holds what the text tells of its own money and of money from above.</summary>
internal sealed class JoinedSourceRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (FundSources fund in FundSources.All)
            if (fund.IsJoined(index) && fund.Stated(index, above: true) is { Figure: { } above } transfer && fund.Stated(index, above: false) is { Figure: { } own } told
                && Operand.Total("T02", fund.Column).Locate(index).Figure is { } cell)
                yield return new LinearRelation(this, cell, [new Term(own, 1), new Term(above, 1)], Comparison.WithinRounding,
                    () => Wording.Of(cell) + Phrase.Same(" = ") + FactWording.Of(told) + Phrase.Same(" + ") + FactWording.Of(transfer));
    }
}
