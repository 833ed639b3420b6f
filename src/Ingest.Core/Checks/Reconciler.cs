using System.Collections.Immutable;
using Ingest.Contract.Documents;
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
        var misprints = new CodeMisprints(index => RuleRun.Of(rules, index, ct));
        ImmutableArray<CodeMisprint> codes = misprints.Find(document, out FigureIndex index, out ImmutableArray<Check> checks, ct);
        var graph = new RelationGraph(checks.OfType<Relation>());
        CauseSearch causes = CauseFinder.Find(graph, ct);
        ImmutableArray<Charge> charges = Believability.Gather(Charges.Of(index, checks, codes, causes));

        var builder = new FindingBuilder(options.Language);
        var findings = new List<Finding>();
        var notAssessed = new HashSet<Relation>();
        using var witness = new ReadAgain(options.Witness, ct);
        var gate = new Gate([new ReadWithoutDoubt(), new IsBelievable(), new MeansTheSame(index), new BeyondLastDigit(graph)], witness);
        foreach (Charge charge in charges)
        {
            Judgement judgement = gate.Judge(charge);
            findings.Add(builder.Of(charge, judgement));
            if (judgement.ReadingInDoubt)
                notAssessed.UnionWith(charge.Relations);
        }
        findings.AddRange(RoundingFindings.Of(graph, causes, builder));
        return document with
        {
            Findings = [.. findings.OrderByDescending(finding => finding.Severity)],
            Coverage = CoverageCount.Of(index, checks, rules, notAssessed, options.Language),
        };
    }
}
