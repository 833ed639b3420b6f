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

    /// <summary>
    /// Every relation of the document with its operands, both sides and what came of it, for whoever shows or recomputes them: no
    /// other code applies rules.
    /// </summary>
    /// <remarks>
    /// They are evaluated from the document and kept nowhere. The JSON of the contract is fixed and has no place for them; beside it
    /// they would be three times as much as the document itself, and could say something else than the amounts that are shown with
    /// them. They follow from the statements, the sentences and the rules alone, in some 0.1 ms a page, so a stored document gives
    /// the same ones as it gave when it was read (a test of all fixtures). Names that were masked in <paramref name="document"/>
    /// are masked in its relations. Where the rules have changed since it was stored, these are today's, and its findings are
    /// those of their version: <c>reprocess --outdated</c> brings both together.
    /// <code>
    /// CheckedRelations relations = Reconciler.Relations(document, cancellation);
    /// foreach (CheckedRelation relation in relations.All) …                              // the 勾稽 of a working paper
    /// foreach (CheckedRelation relation in relations.Of(CellId.Of(table, row, "total"))) …  // what one amount takes part in
    /// </code>
    /// A row whose code is recognised as misprinted takes part with the right code.
    /// </remarks>
    public static CheckedRelations Relations(BudgetDocument document, CancellationToken ct) => Relations(document, RuleCatalogue.All, ct);

    internal static CheckedRelations Relations(BudgetDocument document, ImmutableArray<Rule> rules, CancellationToken ct)
    {
        new CodeMisprints(index => RuleRun.Of(rules, index, ct)).Find(document, out _, out ImmutableArray<Check> checks, ct);
        return new RelationWriter(document).Of(checks);
    }

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
        using var witness = new ReadAgain(options.Witness, document.RecognisedPages(), ct);
        var gate = new Gate([new ReadWithoutDoubt(), new ReadFromLetters(document), new IsBelievable(), new MeansTheSame(index), new BeyondLastDigit(graph)], witness);
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
