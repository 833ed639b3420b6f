using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>What fails in one run of the rules, so that it can be found again in another run over the same document.</summary>
internal sealed class Failures
{
    private readonly Dictionary<string, Relation> _relations = [];
    private readonly Dictionary<string, Observation> _observations = [];

    private Failures()
    {
    }

    public int Count => _relations.Count + _observations.Count;

    public static Failures Of(ImmutableArray<Check> checks)
    {
        var failures = new Failures();
        foreach (Check check in checks)
            if (check is Relation { AsPrinted.Outcome: Outcome.Inconsistent } relation && OpenFailures.IsHard(relation))
                failures._relations[Key(relation)] = relation;
            else if (check is Observation { Holds: false } observation)
                failures._observations[observation.Rule.Id + observation.Message.Chinese] = observation;
        return failures;
    }

    /// <summary>True when nothing fails here that does not fail there.</summary>
    public bool IsWithin(Failures other) =>
        _relations.Keys.All(other._relations.ContainsKey) && _observations.Keys.All(other._observations.ContainsKey);

    public ImmutableArray<Relation> RelationsNotIn(Failures other) =>
        [.. _relations.Where(pair => !other._relations.ContainsKey(pair.Key)).Select(pair => pair.Value)];

    public ImmutableArray<Observation> ObservationsNotIn(Failures other) =>
        [.. _observations.Where(pair => !other._observations.ContainsKey(pair.Key)).Select(pair => pair.Value)];

    /// <summary>Rule and place of the subject: of a printed row its place, of one that is not printed what it is looked up by.</summary>
    private static string Key(Relation relation)
    {
        Figure subject = relation.Subject;
        string place = subject.Row switch
        {
            null => $"{subject.Reference.Statement} {subject.Reference.Page} {subject.Reference.Box} {subject.Reference.Column}",
            { IsAbsent: true } row => $"{row.Statement.Id} {row.Code} {row.Name}",
            var row => $"{row.Statement.Id} {row.Index} {row.Statement.Source.Pages.FirstOrDefault()}",
        };
        return $"{relation.Rule.Id} {place} {subject.Reference.Column} {relation.Figures.Count(figure => figure.Row?.Statement != subject.Row?.Statement)}";
    }
}
