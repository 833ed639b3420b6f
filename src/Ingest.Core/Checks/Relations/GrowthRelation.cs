using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Relations;

/// <summary>A printed rate is the change in hundredths of what is compared with, or in times of it (增长16倍).</summary>
internal sealed class GrowthRelation(Rule rule, Figure growth, GrowthOperands operands, decimal scale, Func<Phrase> sentence) : Relation(rule)
{
    /// <summary>Per cent.</summary>
    public const decimal Hundredths = 100;

    public override Figure Subject => growth;

    public override ImmutableArray<Figure> Figures { get; } = [growth, .. operands.Used];

    public override Phrase Sentence => sentence();

    internal override Formula Formula => operands.Formula(scale);

    internal override AmountInterval? RightAsPrinted => operands.Rate(Changes.None) is { } rate ? rate * scale : null;

    public override Evaluation Evaluate(Changes changes)
    {
        if (Figures.Any(figure => figure.State == FigureState.Unread))
            return new(Outcome.NotAssessable);
        if (operands.Rate(changes) is not { } rate)
            return FromNothing(changes);
        decimal exact = scale * operands.Exact(changes);
        return PrintedRate.Judge(changes[growth], growth.HalfUnit, rate * scale, exact);
    }

    /// <summary>
    /// What came of nothing grew at no rate: writers put 100 % or nothing. Any other rate below the least that rounding of the
    /// base allows was taken from elsewhere.
    /// </summary>
    private Evaluation FromNothing(Changes changes)
    {
        decimal printed = changes[growth];
        decimal? least = scale * operands.LeastRate(changes);
        bool isConvention = printed == 0 || printed == scale;
        return isConvention || scale != Hundredths || least is null || printed + growth.HalfUnit >= least
            ? new(Outcome.Undefined)
            : new(Outcome.Inconsistent, PrintedRate.Rounded(scale, growth.Value.Scale), printed, printed - scale, growth.HalfUnit);
    }

    /// <summary>The rate that follows from the others, or what another of the figures would have to be for the printed rate.</summary>
    public override AmountInterval? Settling(Figure figure, Changes changes)
    {
        // 100 % may mean that there was nothing before.
        if (figure != growth)
            return changes[growth] == scale || operands.Rate(changes) is null ? null : operands.Fitting(figure, Printed(changes), changes);
        return operands.Rate(changes) is not null ? AmountInterval.Exactly(PrintedRate.Rounded(scale * operands.Exact(changes), growth.Value.Scale))
            : operands.LeastRate(changes) is not null ? AmountInterval.Exactly(PrintedRate.Rounded(scale, growth.Value.Scale)) : null;
    }

    /// <summary>What the printed rate stands for, rounded or cut off, in units of 1.</summary>
    private AmountInterval Printed(Changes changes) =>
        new((changes[growth] - growth.HalfUnit) / scale, (changes[growth] + (2 * growth.HalfUnit)) / scale);
}
