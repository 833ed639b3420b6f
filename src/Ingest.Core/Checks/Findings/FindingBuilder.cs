using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Findings;

/// <summary>Writes causes, roundings and observations as findings of the contract.</summary>
internal sealed class FindingBuilder(Language language)
{
    /// <summary>More names than this help nobody; a table in the wrong unit has hundreds.</summary>
    private const int MostSuspects = 12;

    /// <summary>So many relations that fail together without an explanation are the mark of a table read wrongly.</summary>
    private const int Misreading = 12;

    public Finding Of(Cause cause, IReadOnlyList<Observation> observations)
    {
        Relation lead = cause.Relations[0];
        ImmutableArray<Suspect> suspects = Suspects(cause);
        bool doubted = cause.Relations.Any(relation => relation.InDoubt || relation.Figures.Any(figure => figure.InDoubt))
            || (cause.Best is null && cause.Relations.Length >= Misreading);
        // What the reader doubts is not the department's mistake.
        Severity severity = doubted ? Severity.Warning : cause.Relations.Max(relation => relation.Rule.Severity);
        return AboutSuspect(Of(cause.Relations, severity, CauseMessage.Of(cause, lead, lead.AsPrinted, doubted)) with
        {
            Cells = Cells(cause, observations),
            Suspects = suspects,
            ExtractionInDoubt = doubted || cause.Best?.Kind is CauseKind.ShiftedRow or CauseKind.NeighbourColumn,
            Relations = [.. cause.Relations.Select(Failed), .. observations.Select(Failed)],
        });
    }

    /// <summary>
    /// A relation speaks of its subject, which may be right; the finding speaks of the cell that is not. Each
    /// relation keeps its own figures.
    /// </summary>
    private static Finding AboutSuspect(Finding finding) =>
        finding.Suspects is [{ Suggested: { } suggested, Cell.Amount: { } printed }, ..]
            ? finding with { Expected = suggested, Actual = printed, Difference = printed - suggested }
            : finding;

    /// <summary>Relations of one kind that are reported without naming a culprit.</summary>
    public Finding Of(ImmutableArray<Relation> relations, Severity severity, Phrase message)
    {
        Verdict verdict = relations[0].AsPrinted;
        return new Finding
        {
            Rule = relations[0].Rule.Id,
            Severity = severity,
            Expected = verdict.Expected,
            Actual = verdict.Actual,
            Difference = verdict.Difference,
            Tolerance = verdict.Tolerance,
            Cells = [.. relations.SelectMany(relation => relation.Figures).Distinct().Select(figure => figure.Reference)],
            Message = message.In(language),
            Relations = [.. relations.Select(Failed)],
        };
    }

    public Finding Of(Observation observation) => new()
    {
        Rule = observation.Rule.Id,
        Severity = observation is { InDoubt: true, Rule.Severity: > Severity.Warning } ? Severity.Warning : observation.Rule.Severity,
        ExtractionInDoubt = observation.InDoubt,
        Cells = observation.Cells,
        Suspects = observation.Suspect is { } suspect ? [new Suspect(suspect, null, 1)] : [],
        Message = observation.Message.In(language),
        Relations = [Failed(observation)],
    };

    private FailedRelation Failed(Relation relation)
    {
        Verdict verdict = relation.AsPrinted;
        return new(relation.Rule.Id, relation.Sentence.In(language), verdict.Expected, verdict.Actual, verdict.Difference, verdict.Tolerance);
    }

    private FailedRelation Failed(Observation observation) =>
        new(observation.Rule.Id, observation.Message.In(language), null, null, null, null);

    /// <summary>The suspected cells first, then every other cell that takes part.</summary>
    private static ImmutableArray<CellReference> Cells(Cause cause, IReadOnlyList<Observation> observations)
    {
        IEnumerable<Figure> figures = (cause.Best?.Suspects ?? [])
            .Concat(cause.Best?.Row?.Whole?.Figures ?? [])
            .Concat(cause.Relations.SelectMany(relation => relation.Figures));
        return [.. figures.Distinct().Select(figure => figure.Reference).Concat(observations.SelectMany(seen => seen.Cells)).Distinct()];
    }

    private static ImmutableArray<Suspect> Suspects(Cause cause)
    {
        // Where no amount explains it, a relation about a sentence still points at the sentence.
        if (cause.Best is null)
            return cause.Relations[0].Subject is { IsNarrative: true } told ? [new Suspect(told.Reference, null, cause.Relations.Length)] : [];
        var named = new HashSet<Figure>();
        var suspects = ImmutableArray.CreateBuilder<Suspect>();
        foreach (Hypothesis hypothesis in cause.Alternatives.Prepend(cause.Best))
            foreach (Figure figure in hypothesis.Suspects)
                if (suspects.Count < MostSuspects && named.Add(figure))
                    suspects.Add(new Suspect(figure.Reference, Suggested(hypothesis, figure), cause.Relations.Length));
        return suspects.ToImmutable();
    }

    /// <summary>Null where the right amount is not known: the total above a row that no other table prints is right as it is.</summary>
    private static decimal? Suggested(Hypothesis hypothesis, Figure figure) =>
        hypothesis.Changes.Touches(figure) ? hypothesis.Changes[figure] : null;
}
