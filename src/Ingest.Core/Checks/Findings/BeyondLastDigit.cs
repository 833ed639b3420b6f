using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Findings;

/// <summary>
/// A difference of one unit of the last printed digit of the coarser figure is never an error, whichever way a writer
/// rounded. People and cars are counted, not rounded.
/// </summary>
internal sealed class BeyondLastDigit(RelationGraph graph) : ICondition
{
    public Objection? ObjectTo(Charge charge)
    {
        Relation[] hard = [.. charge.Relations.Where(relation => relation.Rule.Severity == charge.Gravest)];
        if (hard.Length == 0 || !charge.Observations.IsEmpty || charge.Cause?.Best is { Kind: not (CauseKind.Amount or CauseKind.Row or CauseKind.StaleTotal) })
            return null;
        Evaluation[] evaluations = [.. hard.Select(relation => relation.Evaluate(charge.Cause?.Before ?? Changes.None))];
        for (int i = 0; i < hard.Length; i++)
            if (hard[i].Figures.Any(figure => figure.IsCounted) || evaluations[i].Difference is not { } difference || Math.Abs(difference) > hard[i].LastDigit)
                return null;
        return Explain(hard[0], evaluations[0]);
    }

    private Objection Explain(Relation lead, Evaluation evaluation)
    {
        if (lead.Rule.Class == RelationClass.Percent)
            return IsTruncated(evaluation)
                ? new(ReservationKind.LastDigit, Severity.Info, new("按截尾（不四舍五入）计算即相符", "it agrees when cut off instead of rounded"))
                : Unit(Severity.Warning);
        if (lead.Rule.Class is RelationClass.Copy or RelationClass.Unit && lead.Figures.Length == 2)
            return lead.Figures.Any(figure => PrintedAgain(figure, lead) is not null)
                ? new(ReservationKind.LastDigit, Severity.Info, new("只差末位一个单位，另有表格印作同数，属各表分别取整", "they differ by one unit of the last digit and another table prints the same; each was rounded by itself"))
                : Unit(Severity.Warning);
        return new(ReservationKind.LastDigit, Severity.Info, new("只差末位一个单位，四舍五入或截尾可以解释", "one unit of the last digit; rounding or cutting off explains it"));
    }

    private static Objection Unit(Severity severity) =>
        new(ReservationKind.LastDigit, severity, new("只差末位一个单位", "the difference is one unit of the last digit"));

    private static bool IsTruncated(Evaluation evaluation) =>
        evaluation is { Expected: { } expected, Actual: { } actual } && Math.Abs(actual) < Math.Abs(expected);

    /// <summary>Another table's figure that repeats this one exactly.</summary>
    private Figure? PrintedAgain(Figure figure, Relation except) => graph.Of(figure)
        .Where(relation => relation != except && relation.Figures.Length == 2 && relation.Rule.Class == RelationClass.Copy && relation.AsPrinted.Outcome == Outcome.Consistent)
        .SelectMany(relation => relation.Figures)
        .FirstOrDefault(other => other != figure && other.Row is not null && other.Row.Statement != figure.Row?.Statement);
}
