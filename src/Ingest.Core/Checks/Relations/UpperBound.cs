using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Relations;

/// <summary>
/// Σ parts ≤ Σ caps; rounding counts in favour of the parts. Where it fails it does not say what any of the
/// amounts should have been, so that alone it accuses none of them.
/// </summary>
/// <param name="rule">The rule.</param>
/// <param name="parts">What is added.</param>
/// <param name="caps">What it may not exceed.</param>
/// <param name="sentence">The instance in words.</param>
/// <param name="isCounted">People, cars and projects: nothing is rounded.</param>
internal sealed class UpperBound(Rule rule, ImmutableArray<Figure> parts, ImmutableArray<Figure> caps, Func<Phrase> sentence, bool isCounted = false) : Relation(rule)
{
    private readonly LinearRelation _bound = new(
        rule, parts[0], [.. caps.Select(cap => new Term(cap, 1)), .. parts[1..].Select(part => new Term(part, -1))], Comparison.AtMost, sentence)
    {
        Precision = isCounted ? _ => 0 : null,
    };

    public override Figure Subject => _bound.Subject;

    public override ImmutableArray<Figure> Figures => _bound.Figures;

    public override ImmutableArray<Term>? Parts => _bound.Parts;

    public override bool IsBound => true;

    protected override decimal HalfUnitOf(Figure figure) => isCounted ? 0 : figure.HalfUnit;

    public override Phrase Sentence => _bound.Sentence;

    internal override Formula Formula => _bound.Formula;

    internal override AmountInterval? RightAsPrinted => _bound.RightAsPrinted;

    public override Evaluation Evaluate(Changes changes) => _bound.Evaluate(changes);

    public override AmountInterval? Settling(Figure figure, Changes changes) => null;
}
