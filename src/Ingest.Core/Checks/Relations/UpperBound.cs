using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Relations;

/// <summary>
/// Σ parts ≤ Σ caps; rounding counts in favour of the parts. Where it fails it does not say what any of the
/// amounts should have been, so that alone it accuses none of them.
/// </summary>
internal sealed class UpperBound(Rule rule, ImmutableArray<Figure> parts, ImmutableArray<Figure> caps, Func<Phrase> sentence) : Relation(rule)
{
    private readonly LinearRelation _bound = new(
        rule, parts[0], [.. caps.Select(cap => new Term(cap, 1)), .. parts[1..].Select(part => new Term(part, -1))], Comparison.AtMost, sentence);

    public override Figure Subject => _bound.Subject;

    public override ImmutableArray<Figure> Figures => _bound.Figures;

    public override ImmutableArray<Term>? Parts => _bound.Parts;

    public override bool IsBound => true;

    public override Phrase Sentence => _bound.Sentence;

    internal override Formula Formula => _bound.Formula;

    internal override AmountInterval? RightAsPrinted => _bound.RightAsPrinted;

    public override Evaluation Evaluate(Changes changes) => _bound.Evaluate(changes);

    public override AmountInterval? Settling(Figure figure, Changes changes) => null;
}
