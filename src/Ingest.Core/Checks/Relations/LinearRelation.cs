using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Arithmetic;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Relations;

/// <summary>A figure and the factor it enters a sum with.</summary>
public readonly record struct Term(Figure Figure, decimal Factor);

public enum Comparison
{
    /// <summary>Equal, no tolerance.</summary>
    Exact,

    /// <summary>The intervals that the printed figures stand for overlap.</summary>
    WithinRounding,

    /// <summary>The subject may be smaller; rounding counts in its favour.</summary>
    AtMost,
}

/// <summary>Subject = Σ factor · figure (or ≤), in yuan whatever units the figures are printed in.</summary>
public sealed class LinearRelation : Relation
{
    /// <summary>Of so many terms each is compared with each; of more they are looked up.</summary>
    private const int MostCompared = 16;

    private readonly ImmutableArray<Term> _terms;
    private readonly Comparison _comparison;
    private readonly Func<Phrase> _sentence;

    /// <param name="sentence">Written only when the relation is reported.</param>
    public LinearRelation(Rule rule, Figure subject, ImmutableArray<Term> parts, Comparison comparison, Func<Phrase> sentence)
        : base(rule)
    {
        Subject = subject;
        _comparison = comparison;
        _sentence = sentence;
        _terms = Merge(subject, parts);
        var figures = ImmutableArray.CreateBuilder<Figure>(_terms.Length);
        foreach (Term term in _terms)
            figures.Add(term.Figure);
        Figures = figures.MoveToImmutable();
    }

    public override Figure Subject { get; }

    public override ImmutableArray<Figure> Figures { get; }

    /// <summary>What the subject should be the sum of, or at most.</summary>
    public override ImmutableArray<Term>? Parts => [.. _terms.Where(term => term.Figure != Subject).Select(term => term with { Factor = -term.Factor })];

    /// <summary>How exact amounts are that were printed without their last zeros; null where all are as exact as they are printed.</summary>
    public Func<Figure, decimal>? Precision { get; init; }

    public override bool IsBound => _comparison == Comparison.AtMost;

    public override Phrase Sentence => _sentence();

    internal override Formula Formula => Formula.Sum(Parts!.Value);

    internal override AmountInterval LeftAsPrinted => AmountInterval.Around(Subject.Value, IsExact(Changes.None) ? 0 : HalfUnit(Subject, Changes.None));

    internal override AmountInterval? RightAsPrinted
    {
        get
        {
            bool exact = IsExact(Changes.None);
            AmountInterval sum = Parts!.Value.Aggregate(AmountInterval.Exactly(0), (sum, part) => sum + InYuan(part, Changes.None, exact));
            return new(sum.Low / Subject.Unit, sum.High / Subject.Unit);
        }
    }

    public override Evaluation Evaluate(Changes changes)
    {
        bool printed = false;
        bool exact = IsExact(changes);
        AmountInterval residual = default;
        foreach (Term term in _terms)
        {
            if (term.Figure.State == FigureState.Unread)
                return new(Outcome.NotAssessable);
            printed |= term.Figure.IsPrinted || changes.Touches(term.Figure);
            residual += InYuan(term, changes, exact);
        }
        return printed ? Judge(residual, changes) : new(Outcome.NotApplicable);
    }

    public override AmountInterval? Settling(Figure figure, Changes changes)
    {
        decimal factor = 0;
        decimal ownSlack = 0;
        AmountInterval others = default;
        foreach (Term term in _terms)
        {
            if (term.Figure != figure)
            {
                others += InYuan(term, changes, exact: false, figure);
                continue;
            }
            factor = term.Factor;
            ownSlack = Math.Abs(term.Factor) * figure.Unit * HalfUnit(figure, changes, figure);
        }
        if (factor == 0)
            return null;
        decimal scale = factor * figure.Unit;
        if (_comparison == Comparison.Exact)
            return AmountInterval.Exactly(-others.Centre / scale);
        AmountInterval needed = AmountInterval.Around(-others.Centre / scale, (others.HalfWidth + ownSlack) / Math.Abs(scale));
        if (_comparison == Comparison.WithinRounding)
            return needed;
        return scale > 0 ? needed with { Low = decimal.MinValue } : needed with { High = decimal.MaxValue };
    }

    /// <summary>What is supposed to be printed in another unit is no more exact than what it is compared with.</summary>
    private bool IsExact(Changes changes)
    {
        if (_comparison != Comparison.Exact)
            return false;
        foreach (Term term in _terms)
            if (changes.HalfUnit(term.Figure) is not null)
                return false;
        return true;
    }

    /// <summary>What a term stands for.</summary>
    private AmountInterval InYuan(Term term, Changes changes, bool exact, Figure? supposed = null) =>
        AmountInterval.Around(changes[term.Figure], exact ? 0 : HalfUnit(term.Figure, changes, supposed)) * (term.Factor * term.Figure.Unit);

    /// <param name="residual">Subject − parts, in yuan; nothing where they agree.</param>
    private Evaluation Judge(AmountInterval residual, Changes changes)
    {
        decimal unit = Subject.Unit;
        decimal actual = changes[Subject];
        decimal difference = residual.Centre / unit;
        decimal tolerance = residual.HalfWidth / unit;
        Outcome outcome = _comparison switch
        {
            Comparison.AtMost => residual.Low <= 0 ? Outcome.Consistent : Outcome.Inconsistent,
            _ when residual.Centre == 0 => Outcome.Consistent,
            _ when !residual.Contains(0) => Outcome.Inconsistent,
            _ => IsImprobable(residual.Centre, changes) ? Outcome.ImprobableRounding : Outcome.Rounding,
        };
        return new(outcome, actual - difference, actual, difference, tolerance);
    }

    /// <summary>
    /// A printed 0.00 widens the interval like any other amount, but it is nearly always an empty place
    /// filled in, not a rounded amount; it does not make a difference more likely.
    /// </summary>
    private bool IsImprobable(decimal residual, Changes changes) => RoundingOdds.IsImprobable(
        residual,
        Subject.Unit * HalfUnit(Subject, changes),
        _terms.Where(term => term.Figure != Subject && changes[term.Figure] != 0)
            .Select(term => Math.Abs(term.Factor) * term.Figure.Unit * HalfUnit(term.Figure, changes)));

    /// <summary>An amount put where nothing was printed is rounded like its neighbours.</summary>
    private decimal HalfUnit(Figure figure, Changes changes, Figure? supposed = null) => changes.HalfUnit(figure) ?? (
        figure.IsPrinted || (figure != supposed && !changes.Touches(figure)) ? HalfUnitOf(figure) : Neighbour());

    protected override decimal HalfUnitOf(Figure figure) => Precision?.Invoke(figure) ?? figure.HalfUnit;

    private decimal Neighbour()
    {
        foreach (Term term in _terms)
            if (term.Figure.IsPrinted)
                return term.Figure.HalfUnit;
        return 0;
    }

    /// <summary>Subject − parts, each figure once.</summary>
    private static ImmutableArray<Term> Merge(Figure subject, ImmutableArray<Term> parts)
    {
        var merged = ImmutableArray.CreateBuilder<Term>(parts.Length + 1);
        merged.Add(new Term(subject, 1));
        Dictionary<Figure, int>? places = parts.Length > MostCompared ? new(parts.Length + 1) { [subject] = 0 } : null;
        foreach (Term part in parts)
        {
            int at = places is null ? IndexOf(merged, part.Figure)
                : places.TryAdd(part.Figure, merged.Count) ? -1 : places[part.Figure];
            if (at < 0)
                merged.Add(part with { Factor = -part.Factor });
            else
                merged[at] = new Term(part.Figure, merged[at].Factor - part.Factor);
        }
        return merged.DrainToImmutable();
    }

    private static int IndexOf(ImmutableArray<Term>.Builder terms, Figure figure)
    {
        for (int i = 0; i < terms.Count; i++)
            if (terms[i].Figure == figure)
                return i;
        return -1;
    }
}
