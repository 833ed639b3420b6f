using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Findings;

/// <summary>Writes charges, as judged, and roundings as findings of the contract.</summary>
internal sealed class FindingBuilder(Language language)
{
    /// <summary>More names than this help nobody; a table in the wrong unit has hundreds.</summary>
    private const int MostSuspects = 12;

    public Finding Of(Charge charge, Judgement judgement)
    {
        Finding finding = charge.Relations.IsEmpty
            ? new Finding { Rule = charge.Observations[0].Rule.Id, Severity = judgement.Severity, Message = "" }
            : Of(charge.Relations, judgement.Severity, charge.Message, charge.Cause?.Before ?? Changes.None);
        bool called = charge.Gravest < Severity.Error || judgement.Objections.IsEmpty;
        Phrase reasons = called ? Phrase.Same("") : new Phrase("。未作为错误：", ". Not called an error: ")
            + Phrase.Join(new("；", "; "), judgement.Objections.Select(objection => objection.Reason));
        return AboutSuspect(finding with
        {
            Rule = charge.Misprint is { Observations: [var seen, ..] } ? seen.Rule.Id : finding.Rule,
            Message = WithRule(charge.Message + reasons, charge.Misprint is { Observations: [var first, ..] } ? first.Rule.Id : finding.Rule),
            Cells = Cells(charge),
            Suspects = Suspects(charge),
            Reservations = called ? [] : [.. judgement.Objections.Select(objection => new Reservation(objection.Kind, objection.Reason.In(language)))],
            Witness = judgement.Witness,
            ExtractionInDoubt = judgement.ReadingInDoubt || charge.Cause?.Best?.Kind is CauseKind.ShiftedRow or CauseKind.NeighbourColumn,
            Relations = [.. charge.Relations.Select(Failed), .. charge.Observations.Select(Failed)],
        });
    }

    /// <summary>Relations of one kind that are reported without naming a culprit.</summary>
    public Finding Of(ImmutableArray<Relation> relations, Severity severity, Phrase message, Changes before)
    {
        Relation lead = relations[0];
        Evaluation evaluation = lead.Evaluate(before);
        int decimals = lead.Subject.IsPrinted ? lead.Subject.Value.Scale : 0;
        return new Finding
        {
            Rule = lead.Rule.Id,
            Severity = severity,
            Expected = Trim(evaluation.Expected, decimals),
            Actual = evaluation.Actual,
            Difference = Trim(evaluation.Difference, decimals),
            Tolerance = Trim(evaluation.Tolerance, 0),
            Cells = [.. relations.SelectMany(relation => relation.Figures).Distinct().Select(figure => figure.Reference)],
            Message = WithRule(message, lead.Rule.Id),
            Relations = [.. relations.Select(Failed)],
        };
    }

    /// <summary>
    /// A relation speaks of its subject, which may be right; the finding speaks of the cell that is not. Each
    /// relation keeps its own figures.
    /// </summary>
    private static Finding AboutSuspect(Finding finding) =>
        finding.Suspects is [{ Suggested: { } suggested, Cell.Amount: { } printed }, ..]
            ? finding with { Expected = suggested, Actual = printed, Difference = printed - suggested }
            : finding;

    private string WithRule(Phrase message, string rule) => message.In(language) + (language == Language.Chinese ? $"（{rule}）" : $" ({rule})");

    private FailedRelation Failed(Relation relation)
    {
        Evaluation evaluation = relation.AsPrinted;
        int decimals = relation.Subject.IsPrinted ? relation.Subject.Value.Scale : 0;
        return new(
            relation.Rule.Id, relation.Sentence.In(language), Trim(evaluation.Expected, decimals), evaluation.Actual, Trim(evaluation.Difference, decimals), Trim(evaluation.Tolerance, 0));
    }

    private FailedRelation Failed(Observation observation) =>
        new(observation.Rule.Id, observation.Message.In(language), null, null, null, null);

    private static decimal? Trim(decimal? amount, int least) => amount is { } value ? AmountText.Trim(value, least) : null;

    /// <summary>The suspected cells first, then every other cell that takes part.</summary>
    private static ImmutableArray<CellReference> Cells(Charge charge)
    {
        IEnumerable<Figure> figures = (charge.Misprint?.Row.Figures ?? [])
            .Concat(charge.Cause?.Best?.Suspects ?? [])
            .Concat(charge.Cause?.Best?.Row?.Whole?.Figures ?? [])
            .Concat(charge.Relations.SelectMany(relation => relation.Figures));
        return [.. figures.Distinct().Select(figure => figure.Reference).Concat(charge.Observations.SelectMany(seen => seen.Cells)).Distinct()];
    }

    private static ImmutableArray<Suspect> Suspects(Charge charge)
    {
        if (charge.Misprint is { } misprint)
            return [new Suspect(misprint.Row.Figures.First().Reference with { Column = null, Amount = null, Box = misprint.Row.Source.Box }, null, charge.Relations.Length + charge.Observations.Length, misprint.Code)];
        if (charge.Cause is not { } cause)
            return charge.IsOfTable ? [] : [.. charge.Observations.Select(observation => observation.Suspect).OfType<CellReference>().Take(1).Select(cell => new Suspect(cell, null, 1))];
        if (cause.IsUndecided)
            return [];
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
        hypothesis.Changes.Touches(figure) ? Trim(hypothesis.Changes[figure], figure.IsPrinted && figure.Value != 0 ? figure.Value.Scale : 0) : null;
}
