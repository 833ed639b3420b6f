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
    private readonly decimal _factor;

    /// <param name="rule">The rule.</param>
    /// <param name="told">The sentence's figure.</param>
    /// <param name="cell">The cell; null where the table is known to have nothing there.</param>
    /// <param name="sentence">The instance in words.</param>
    /// <param name="direction">
    /// Of a change or rate: −1 where the sentence says 减少 of what the table prints with its sign. Text and table each work these out:
    /// the text often from two amounts rounded to its own unit, so that what it says stands for a whole unit of its last digit to either side.
    /// </param>
    public Restatement(Rule rule, Figure told, Figure? cell, Func<Phrase> sentence, int? direction = null)
        : base(rule)
    {
        _cell = cell;
        _factor = direction ?? 1;
        Comparison comparison = cell is null || !cell.IsPrinted || (direction is null && cell.Unit == told.Unit && cell.Value.Scale == told.Value.Scale)
            ? Comparison.Exact : Comparison.WithinRounding;
        _equation = new LinearRelation(rule, told, cell is null ? [] : [new Term(cell, _factor)], comparison, sentence)
        {
            Precision = direction is null ? null : figure => Differing(figure, told),
        };
    }

    /// <summary>How exact a figure is where the one told was worked out from two rounded ones.</summary>
    public static decimal Differing(Figure figure, Figure told) => figure == told ? 2 * figure.HalfUnit : figure.HalfUnit;

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
        decimal amount = _factor * changes[_cell!] * _cell!.Unit / Subject.Unit;
        return Math.Round(amount, told.Scale, MidpointRounding.AwayFromZero) == told;
    }
}
