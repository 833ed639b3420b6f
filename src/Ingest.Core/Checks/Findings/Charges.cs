using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Findings;

/// <summary>Brings what failed together into charges, one for each cause.</summary>
internal static class Charges
{
    /// <param name="codes">Misprinted codes; what failed by them fails no longer among the checks.</param>
    public static ImmutableArray<Charge> Of(FigureIndex index, ImmutableArray<Check> checks, ImmutableArray<CodeMisprint> codes, CauseSearch causes)
    {
        var charges = ImmutableArray.CreateBuilder<Charge>();
        charges.AddRange(codes.Select(Of));
        List<Observation> observations = [.. checks.OfType<Observation>().Where(observation => !observation.Holds)];
        foreach (Cause cause in causes.Causes)
        {
            ImmutableArray<Observation> same = [.. observations.Where(observation => IsOf(observation, cause))];
            observations.RemoveAll(same.Contains);
            charges.Add(Of(index, cause, same));
        }
        charges.AddRange(observations.Select(observation => Of(index, observation)));
        charges.AddRange(checks.OfType<Relation>().Where(relation => IsOdd(relation, causes))
            .Select(relation => Single(relation, CauseMessage.Oddity(relation, relation.AsPrinted))));
        return charges.ToImmutable();
    }

    /// <summary>
    /// What two documents say differently. Last year's figures may have been adjusted after they were published, so no
    /// search is made for which is wrong.
    /// </summary>
    public static IEnumerable<Charge> OfTwoDocuments(FigureIndex now, IReadOnlyList<Check> checks) => checks.Select(check => check switch
    {
        Relation { AsPrinted.Holds: false } relation => Single(relation, CauseMessage.Difference(relation, relation.AsPrinted)),
        Observation { Holds: false } observation => Of(now, observation),
        _ => null,
    }).OfType<Charge>();

    private static Charge Of(FigureIndex index, Observation observation) => new()
    {
        Observations = [observation],
        Tables = TablesOf(index, [], [observation]),
        Gravest = Min(observation.Rule.Severity, observation.Ceiling),
        Message = observation.Message,
    };

    private static Charge Of(FigureIndex index, Cause cause, ImmutableArray<Observation> observations) => new()
    {
        Cause = cause,
        Relations = cause.Relations,
        Observations = observations,
        Tables = TablesOf(index, cause.Relations, observations),
        Gravest = cause.Relations.Max(relation => relation.Rule.Severity),
        Message = CauseMessage.Of(cause),
    };

    private static Charge Of(CodeMisprint misprint) => new()
    {
        Misprint = misprint,
        Relations = misprint.Relations,
        Observations = misprint.Observations,
        Tables = [misprint.Row.Statement],
        Gravest = Severity.Error,
        Message = CauseMessage.Of(misprint),
    };

    private static Charge Single(Relation relation, Phrase message) => new()
    {
        Relations = [relation],
        Tables = [.. relation.Figures.Select(figure => figure.Row?.Statement).OfType<IndexedStatement>().Distinct()],
        Gravest = Min(Severity.Warning, relation.Rule.Severity),
        Message = message,
    };

    /// <summary>What was seen about a row, or about an amount of a sentence, belongs to the mistake that was found there.</summary>
    private static bool IsOf(Observation observation, Cause cause) =>
        (observation.Row is { } row && (cause.Best?.Row == row || cause.Best?.Suspects.Any(figure => figure.Row == row) == true))
        || SuspectedInSentences(cause).Any(figure => observation.Cells.Contains(figure.Reference));

    private static IEnumerable<Figure> SuspectedInSentences(Cause cause) => (cause.IsOpen ? cause.Alternatives : [])
        .Select(other => (Hypothesis?)other).Prepend(cause.Best).SelectMany(supposed => supposed?.Suspects ?? []).Where(figure => figure.IsNarrative);

    /// <summary>An expectation that no form demands and that fails; what a finding condemns is no evidence for another.</summary>
    private static bool IsOdd(Relation relation, CauseSearch causes) => !OpenFailures.IsHard(relation)
        && relation.AsPrinted.Outcome == Outcome.Inconsistent && !relation.Figures.Any(causes.Condemned.Contains);

    private static ImmutableArray<IndexedStatement> TablesOf(FigureIndex index, ImmutableArray<Relation> relations, ImmutableArray<Observation> observations)
    {
        IEnumerable<IndexedStatement?> ofFigures = relations.SelectMany(relation => relation.Figures).Select(figure => figure.Row?.Statement);
        IEnumerable<IndexedStatement?> ofCells = observations.SelectMany(observation => observation.Cells).Select(cell => index.Statements.FirstOrDefault(
            table => table.Id == cell.Statement && (cell.Page is not { } page || table.Source.Pages.Contains(page))));
        return [.. ofFigures.Concat(ofCells).OfType<IndexedStatement>().Distinct()];
    }

    private static Severity Min(Severity rule, Severity? own) => own is { } ceiling && ceiling < rule ? ceiling : rule;
}
