using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Share = part ÷ whole · 100, over the intervals that the printed figures stand for.</summary>
internal sealed class ShareRelation : Relation
{
    private readonly Figure _share;
    private readonly Figure _part;
    private readonly ImmutableArray<Figure> _whole;
    private readonly Func<Phrase> _sentence;

    /// <param name="rule">The rule.</param>
    /// <param name="share">In per cent.</param>
    /// <param name="part">The amount the share is of.</param>
    /// <param name="whole">What it is a share of; several figures stand for their sum.</param>
    /// <param name="shown">Cells that part and whole repeat: shown with a finding, not compared, for they may be rounded less.</param>
    /// <param name="sentence">The instance in words.</param>
    public ShareRelation(Rule rule, Figure share, Figure part, ImmutableArray<Figure> whole, IEnumerable<Figure> shown, Func<Phrase> sentence)
        : base(rule)
    {
        (_share, _part, _whole, _sentence) = (share, part, whole, sentence);
        Figures = [.. whole.Prepend(part).Prepend(share).Concat(shown).Distinct()];
    }

    /// <summary>
    /// How far beyond rounding the share may lie. Writers adjust the last of several shares so that they add
    /// up to 100; where they do, one unit of the last digit is no mistake.
    /// </summary>
    public decimal Adjustment { get; init; }

    /// <summary>Where amounts of a text are more exact than they are printed.</summary>
    public StatedPrecision? Precision { get; init; }

    public override Figure Subject => _share;

    public override ImmutableArray<Figure> Figures { get; }

    public override Phrase Sentence => _sentence();

    internal override Formula Formula => new([new Term(_part, 1)], [.. _whole.Select(figure => new Term(figure, 1))], 100);

    internal override AmountInterval? RightAsPrinted => Whole(Changes.None) is { Low: > 0 } whole ? Expected(whole, Changes.None) : null;

    public override Evaluation Evaluate(Changes changes)
    {
        if (_share.State == FigureState.Unread || _part.State == FigureState.Unread || _whole.Any(figure => figure.State == FigureState.Unread))
            return new(Outcome.NotAssessable);
        AmountInterval of = Whole(changes);
        decimal printed = changes[_share];
        if (of.Low <= 0)
            return of.Contains(0) && IsImpossible(printed, changes) ? Impossible(printed) : new(Outcome.Undefined);
        AmountInterval expected = Expected(of, changes);
        decimal exact = 100 * changes[_part] * _part.Unit / _whole.Sum(figure => changes[figure] * figure.Unit);
        Evaluation evaluation = PrintedRate.Judge(printed, _share.HalfUnit, expected, exact);
        bool adjusted = Adjustment > 0 && !evaluation.Holds && expected.Overlaps(AmountInterval.Around(printed, _share.HalfUnit + Adjustment));
        return adjusted ? evaluation with { Outcome = Outcome.Rounding, Tolerance = evaluation.Tolerance + Adjustment } : evaluation;
    }

    /// <summary>The share that follows from the others, or the part that the printed share is of; wholes are told by what repeats them.</summary>
    public override AmountInterval? Settling(Figure figure, Changes changes)
    {
        AmountInterval of = Whole(changes);
        if (of.Low <= 0)
            return null;
        if (figure == _part && !_whole.Contains(_part))
        {
            decimal half = _share.HalfUnit + Adjustment;
            AmountInterval printed = new(changes[_share] - half, changes[_share] + Math.Max(half, 2 * _share.HalfUnit));
            return printed.Low <= 0 ? null : new(printed.Low * of.Low / (100 * _part.Unit), printed.High * of.High / (100 * _part.Unit));
        }
        if (figure != _share)
            return null;
        decimal exact = 100 * changes[_part] * _part.Unit / _whole.Sum(of => changes[of] * of.Unit);
        return AmountInterval.Exactly(PrintedRate.Rounded(exact, _share.Value.Scale));
    }

    /// <summary>A whole printed as nothing has no share; a share of it that is not nothing contradicts it.</summary>
    private bool IsImpossible(decimal printed, Changes changes) => _whole is [{ IsPrinted: true } whole] && changes[whole] == 0 && printed != 0 && changes[_part] != 0;

    private static Evaluation Impossible(decimal printed) => new(Outcome.Inconsistent, null, printed, null, null);

    /// <param name="whole">More than nothing.</param>
    private AmountInterval Expected(AmountInterval whole, Changes changes)
    {
        AmountInterval part = Interval(_part, changes);
        return new(100 * part.Low / (part.Low < 0 ? whole.Low : whole.High), 100 * part.High / (part.High < 0 ? whole.High : whole.Low));
    }

    private AmountInterval Whole(Changes changes) => _whole.Select(figure => Interval(figure, changes)).Aggregate((left, right) => left + right);

    private AmountInterval Interval(Figure figure, Changes changes) =>
        AmountInterval.Around(changes[figure] * figure.Unit, (Precision?.HalfUnit(figure) ?? figure.HalfUnit) * figure.Unit);
}
