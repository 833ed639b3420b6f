using System.Collections.Immutable;
using Ingest.Core.Documents;
using Ingest.Core.Reconciliation.Figures;
using Ingest.Core.Reconciliation.Relations;
using Ingest.Pdf;

namespace Ingest.Core.Reconciliation.Reporting;

/// <summary>Counts what the checks reached.</summary>
internal static class CoverageCount
{
    public static Coverage Of(Ledger ledger, IReadOnlyList<Check> checks, Func<Relation, Verdict> verdict, ImmutableArray<Rule> rules, Language language)
    {
        var reached = new Dictionary<Figure, int>();
        foreach (Relation relation in checks.OfType<Relation>())
            if (IsAssessed(verdict(relation).Outcome))
                foreach (Figure figure in relation.Figures)
                    reached[figure] = reached.GetValueOrDefault(figure) + 1;
        Figure[] printed = [.. ledger.Figures.Where(figure => figure.IsPrinted && figure.Row is not null)];
        return new Coverage(
            printed.Length,
            printed.Count(reached.ContainsKey),
            printed.Count(figure => reached.GetValueOrDefault(figure) > 1),
            [.. printed.Where(figure => !reached.ContainsKey(figure)).Select(figure => figure.Reference)],
            Tallies(checks, verdict, rules, language));
    }

    private static ImmutableArray<RuleTally> Tallies(
        IReadOnlyList<Check> checks, Func<Relation, Verdict> verdict, ImmutableArray<Rule> rules, Language language)
    {
        ILookup<string, (Outcome Outcome, Check Check)> byRule = checks.ToLookup(check => check.Rule.Id, check => (OutcomeOf(check, verdict), check));
        return [.. rules.Select(rule => rule.Id).Distinct().Select(id => Tally(id, [.. byRule[id]], language))];
    }

    private static RuleTally Tally(string rule, (Outcome Outcome, Check Check)[] checks, Language language)
    {
        int Count(Outcome outcome) => checks.Count(check => check.Outcome == outcome);
        return new RuleTally(
            rule, Count(Outcome.Consistent), Count(Outcome.Rounding), Count(Outcome.ImprobableRounding), Count(Outcome.Inconsistent),
            Count(Outcome.Undefined), Count(Outcome.NotAssessable), Count(Outcome.NotApplicable),
            [.. checks.Where(check => check.Outcome == Outcome.NotAssessable).Select(check => Missing(check.Check).In(language)).Distinct()]);
    }

    private static Outcome OutcomeOf(Check check, Func<Relation, Verdict> verdict) => check switch
    {
        Relation relation => verdict(relation).Outcome,
        Observation observation => observation.Holds ? Outcome.Consistent : Outcome.Inconsistent,
        NotAssessable => Outcome.NotAssessable,
        _ => Outcome.NotApplicable,
    };

    private static Phrase Missing(Check check) => check switch
    {
        NotAssessable missing => missing.Operand,
        Relation relation => Rules.Wording.Of(relation.Figures.First(figure => figure.State == FigureState.Unread)) + new Phrase(" 未能识别", " is unreadable"),
        _ => Phrase.Same(check.Rule.Id),
    };

    private static bool IsAssessed(Outcome outcome) => outcome is not (Outcome.NotAssessable or Outcome.NotApplicable or Outcome.Undefined);
}
