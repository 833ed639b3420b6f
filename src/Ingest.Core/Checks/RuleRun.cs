using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks;

/// <summary>
/// Applies one rule. A rule that fails on a document nobody foresaw must not take the other rules' findings with it, nor
/// pass in silence: it becomes a finding and counts as not assessable.
/// </summary>
internal static class RuleRun
{
    public static IReadOnlyList<Check> Of(Rule rule, FigureIndex index) => Of(rule, () => rule.Apply(index));

    public static IReadOnlyList<Check> Of(Rule rule, Func<IEnumerable<Check>> apply)
    {
        try
        {
            Check[] checks = [.. apply()];
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
