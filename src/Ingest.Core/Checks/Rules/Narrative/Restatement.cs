using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// A sentence repeats a cell. In one unit with the same decimals the two are equal; otherwise the sentence
/// is the cell's amount rounded, which is no difference at all, and any other amount whose interval meets
/// the cell's is a difference of rounding.
/// </summary>
internal sealed class Restatement : Relation
{
    private readonly LinearRelation _equation;
    private readonly Figure? _cell;

    /// <param name="rule">The rule.</param>
    /// <param name="told">The sentence's figure.</param>
    /// <param name="cell">The cell; null where the table is known to have nothing there.</param>
    /// <param name="sentence">The instance in words.</param>
    public Restatement(Rule rule, Figure told, Figure? cell, Func<Phrase> sentence)
        : base(rule)
    {
        _cell = cell;
        Comparison comparison = cell is null || !cell.IsPrinted || (cell.Unit == told.Unit && cell.Value.Scale == told.Value.Scale)
            ? Comparison.Exact : Comparison.WithinRounding;
        _equation = new LinearRelation(rule, told, cell is null ? [] : [new Term(cell, 1)], comparison, sentence);
    }

    public override bool IsRestatement => true;

    public override Figure Subject => _equation.Subject;

    public override ImmutableArray<Figure> Figures => _equation.Figures;

    public override ImmutableArray<Term>? Parts => _equation.Parts;

    public override Phrase Sentence => _equation.Sentence;

    internal override Formula Formula => _equation.Formula;

    internal override AmountInterval LeftAsPrinted => _equation.LeftAsPrinted;

    internal override AmountInterval? RightAsPrinted => _equation.RightAsPrinted;

    public override Evaluation Evaluate(Changes changes)
    {
        Evaluation evaluation = _equation.Evaluate(changes);
        return evaluation.Outcome is Outcome.Rounding or Outcome.ImprobableRounding && IsRounded(changes)
            ? evaluation with { Outcome = Outcome.Consistent }
            : evaluation;
    }

    public override AmountInterval? Settling(Figure figure, Changes changes) => _equation.Settling(figure, changes);

    private bool IsRounded(Changes changes)
    {
        decimal told = changes[Subject];
        decimal amount = changes[_cell!] * _cell!.Unit / Subject.Unit;
        return Math.Round(amount, told.Scale, MidpointRounding.AwayFromZero) == told;
    }
}
