using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Findings;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks;

/// <summary>
/// Checks every relation that a document states about itself and names what makes them fail. Pure: the same
/// document gives the same findings in the same order. Safe to call from several threads.
/// </summary>
public static class Reconciler
{
    /// <returns>The document with <see cref="BudgetDocument.Findings"/> and <see cref="BudgetDocument.Coverage"/> replaced.</returns>
    public static BudgetDocument Reconcile(BudgetDocument document, ReconciliationOptions options, CancellationToken ct) =>
        Reconcile(document, RuleCatalogue.All, options, ct);

    internal static BudgetDocument Reconcile(BudgetDocument document, ImmutableArray<Rule> rules, ReconciliationOptions options, CancellationToken ct)
    {
        FigureIndex index = FigureIndex.Open(document);
        var checks = new List<Check>();
        foreach (Rule rule in rules)
        {
            ct.ThrowIfCancellationRequested();
            checks.AddRange(RuleRun.Of(rule, index));
        }
        var graph = new RelationGraph(checks.OfType<Relation>());
        List<Finding> findings = Findings(checks, graph, options.Language, ct);
        return document with
        {
            Findings = [.. findings.OrderByDescending(finding => finding.Severity)],
            Coverage = CoverageCount.Of(index, checks, rules, options.Language),
        };
    }

    private static List<Finding> Findings(List<Check> checks, RelationGraph graph, Language language, CancellationToken ct)
    {
        var builder = new FindingBuilder(language);
        List<Observation> observations = [.. checks.OfType<Observation>().Where(observation => !observation.Holds)];
        var explained = new HashSet<Relation>();
        var findings = new List<Finding>();
        foreach (Cause cause in CauseFinder.Find(graph, ct))
        {
            explained.UnionWith(cause.Relations);
            List<Observation> same = observations.FindAll(observation => IsOf(observation, cause));
            observations.RemoveAll(observation => IsOf(observation, cause));
            findings.Add(builder.Of(cause, same));
        }
        findings.AddRange(observations.Select(builder.Of));
        findings.AddRange(graph.All.Where(relation => !explained.Contains(relation) && IsOdd(relation)).Select(relation => Odd(relation, builder)));
        findings.AddRange(RoundingFindings.Of(graph, explained, builder));
        return findings;
    }

    /// <summary>What was seen about a row belongs to the mistake that was found in that row.</summary>
    private static bool IsOf(Observation observation, Cause cause) => observation.Row is { } row
        && (cause.Best?.Row == row || cause.Best?.Suspects.Any(figure => figure.Row == row) == true);

    private static bool IsOdd(Relation relation) =>
        !OpenFailures.IsHard(relation) && relation.AsPrinted.Outcome == Outcome.Inconsistent;

    private static Finding Odd(Relation relation, FindingBuilder builder) => builder.Of(
        [relation], Severity.Warning,
        CauseMessage.Oddity(relation, relation.AsPrinted));
}
