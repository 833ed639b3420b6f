using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules;

namespace Ingest.Core.Checks;

/// <summary>
/// Applies one rule. A rule that fails on a document nobody foresaw must not take the other rules' findings with it, nor
/// pass in silence: it becomes a finding and counts as not assessable.
/// </summary>
internal static class RuleRun
{
    /// <summary>All checks of the rules, in their order.</summary>
    public static ImmutableArray<Check> Of(ImmutableArray<Rule> rules, FigureIndex index, CancellationToken cancellation)
    {
        var checks = ImmutableArray.CreateBuilder<Check>();
        foreach (Rule rule in rules)
        {
            cancellation.ThrowIfCancellationRequested();
            checks.AddRange(Of(rule, () => rule.Apply(index)));
        }
        return checks.ToImmutable();
    }

    /// <summary>
    /// Between tables, and between a table and a sentence, an amount whose unit is not printed is not compared: it is not
    /// guessed to be 元.
    /// </summary>
    private static Check Comparable(Check check)
    {
        if (check is not Relation relation)
            return check;
        IndexedStatement? unitless = null;
        foreach (Figure figure in relation.Figures)
            if (figure.Row?.Statement is { Source.Unit: null } table && figure.State != FigureState.Absent)
                unitless = table;
        return unitless is null || relation.Figures.All(figure => figure.Row?.Statement == unitless)
            ? check
            : new NotAssessable(check.Rule, Wording.Of(unitless) + new Phrase("未写明金额单位", " does not state its unit"));
    }

    public static IReadOnlyList<Check> Of(Rule rule, Func<IEnumerable<Check>> apply)
    {
        try
        {
            Check[] checks = [.. apply().Select(Comparable)];
            foreach (Relation relation in checks.OfType<Relation>())
                _ = relation.AsPrinted;
            return checks;
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            var operand = new Phrase($"规则执行出错（{error.GetType().Name}）", $"the rule failed ({error.GetType().Name})");
            return
            [
                new NotAssessable(rule, operand),
                new Observation(rule, holds: false, new(
                    $"规则 {rule.Id}（{rule.Sentence.In(Language.Chinese)}）未能执行：{error.Message}本文件未按此规则核对，请人工核对并报告此问题。",
                    $"Rule {rule.Id} ({rule.Sentence.In(Language.English)}) could not be applied: {error.Message} The document was not checked by it; check by hand and report this problem."))
                {
                    InDoubt = true,
                },
            ];
        }
    }
}
