using System.Collections.Immutable;
using Ingest.Core.Reconciliation.Figures;
using Ingest.Core.Reconciliation.Relations;

namespace Ingest.Core.Reconciliation.Causes;

/// <summary>A mistake with the relations that fail by it.</summary>
/// <param name="Best">What best explains them; null when nothing does.</param>
/// <param name="Relations">Failed relations, the most telling first.</param>
/// <param name="Alternatives">Other suppositions that settle the same relations, most likely first.</param>
internal sealed record Cause(Hypothesis? Best, ImmutableArray<Relation> Relations, ImmutableArray<Hypothesis> Alternatives);

/// <summary>
/// Separates the failed relations into causes. The supposition that settles most for its cost, and breaks
/// nothing, is taken as found and set right; what still fails is explained in the same way.
/// </summary>
internal static class CauseFinder
{
    /// <summary>Beyond so many mistakes the table was not read rightly, and naming more of them helps nobody.</summary>
    private const int MostCauses = 40;

    public static List<Cause> Find(RelationGraph graph, CancellationToken ct)
    {
        var situation = new Situation(graph);
        var causes = new List<Cause>();
        while (situation.Failed.Any())
        {
            ct.ThrowIfCancellationRequested();
            Trial[] trials = causes.Count < MostCauses ? [.. Trials(situation)] : [];
            causes.Add(trials.Length > 0 ? Take(situation, trials) : Unexplained(situation));
        }
        return causes;
    }

    private static IEnumerable<Trial> Trials(Situation situation) => Propose(situation)
        .Select(hypothesis => Trial.Of(hypothesis, situation))
        .Where(trial => trial.Explains)
        .OrderByDescending(trial => trial.Score)
        .ThenBy(trial => trial.Hypothesis.Suspects.Length)
        .ThenBy(trial => trial.Hypothesis.Suspects.IsEmpty ? int.MaxValue : trial.Hypothesis.Suspects[0].Id);

    private static IEnumerable<Hypothesis> Propose(Situation situation) =>
    [
        .. WrongAmounts.Propose(situation),
        .. ColumnSlips.Propose(situation),
        .. WrongRows.Propose(situation),
        .. LostRows.Propose(situation),
        .. DuplicateRows.Propose(situation),
        .. UnitMixups.Propose(situation),
    ];

    private static Cause Take(Situation situation, Trial[] trials)
    {
        Trial best = trials[0];
        IEnumerable<Hypothesis> alternatives = trials.Skip(1)
            .Where(trial => best.Settled.All(relation => !Situation.IsHard(relation) || trial.Settled.Contains(relation)))
            .Select(trial => trial.Hypothesis);
        var cause = new Cause(best.Hypothesis, LeadFirst(best), [.. alternatives]);
        situation.SetRight(best.Hypothesis);
        return cause;
    }

    /// <summary>The relation that is about the suspect says best what is wrong with it.</summary>
    private static ImmutableArray<Relation> LeadFirst(Trial trial)
    {
        Figure? suspect = trial.Hypothesis.Suspects.IsEmpty ? null : trial.Hypothesis.Suspects[0];
        return [.. trial.Settled
            .OrderByDescending(relation => relation.Rule.Severity)
            .ThenByDescending(relation => relation.Subject == suspect)
            .ThenBy(relation => relation.Figures.Length)];
    }

    /// <summary>Relations that hang together by their figures and that nothing explains.</summary>
    private static Cause Unexplained(Situation situation)
    {
        List<Relation> rest = [.. situation.Failed];
        var group = new List<Relation> { rest[0] };
        for (int i = 0; i < group.Count; i++)
        {
            Relation current = group[i];
            group.AddRange(rest.Where(relation => !group.Contains(relation) && relation.Figures.Any(current.Figures.Contains)));
        }
        foreach (Relation relation in group)
            situation.Close(relation);
        return new(null, [.. group.OrderByDescending(relation => relation.Rule.Severity)], []);
    }
}
