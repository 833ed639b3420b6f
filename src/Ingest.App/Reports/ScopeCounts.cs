using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports;

/// <summary>The sums of the coverage that a cover states.</summary>
internal static class ScopeCounts
{
    public static IEnumerable<(string Label, int Count)> Of(Coverage coverage, ReportWords words)
    {
        int Sum(Func<RuleTally, int> count) => coverage.Rules.Sum(count);
        yield return (words.Amounts, coverage.Amounts);
        yield return (words.InOne, coverage.InOne);
        yield return (words.InTwo, coverage.InTwo);
        yield return (words.Unchecked, coverage.Amounts - coverage.InOne);
        yield return (words.Say("其中：表内未能核对", "Of these in recognised tables"), coverage.NotAssessed);
        yield return (words.Say(coverage.IsEstimate ? "其中：在未能识别的表内（估计）" : "其中：在未能识别的表内", coverage.IsEstimate ? "Of these in tables not recognised (estimate)" : "Of these in tables not recognised"), coverage.AmountsNotRead);
        yield return (words.Say("正文数字", "Numbers in sentences"), coverage.Sentences.Numbers);
        yield return (words.Say("已核对的正文数字", "Numbers in sentences checked"), coverage.Sentences.Checked);
        yield return (words.Say("未能理解的正文数字", "Numbers in sentences not understood"), coverage.Sentences.Unread);
        yield return (words.Say("已核对的勾稽关系", "Relations checked"), Sum(rule => rule.Consistent + rule.Rounding + rule.ImprobableRounding + rule.Inconsistent + rule.Undefined));
        yield return (words.Say("无法核对的勾稽关系", "Relations not assessable"), Sum(rule => rule.NotAssessable));
        yield return (words.Say("不适用的勾稽关系", "Relations not applicable"), Sum(rule => rule.NotApplicable));
    }
}
