using Ingest.Contract.Text;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Performance;

/// <summary>What performance tables say of themselves and of the budget.</summary>
internal static class PerformanceRuleSet
{
    public static readonly Rule[] All =
    [
        new WeightRule { Id = "P-01", Class = RelationClass.Count, Ceiling = Severity.Warning, LeavesExecution = false, Sentence = new("权重合计 100", "weights sum to 100") },
        new WeightRule { Id = "P-01", Class = RelationClass.Count, Ceiling = Severity.Info, LeavesExecution = true, Sentence = new("权重合计 90，余 10 为预算执行率", "weights sum to 90 with 10 for execution") },
        new CostBoundRule { Id = "P-02", Class = RelationClass.Bound, Comparison = Comparison.AtMost, Ceiling = Severity.Warning, Sentence = new("成本指标上限之和不超过项目预算", "cost caps do not exceed the project's budget") },
        new CostBoundRule { Id = "P-02", Class = RelationClass.Soft, Comparison = Comparison.WithinRounding, Sentence = new("成本指标上限覆盖项目预算", "cost caps cover the project's budget") },
        new ServiceBoundRule { Id = "P-03", Class = RelationClass.Soft, Sentence = new("采购服务不超过成本指标上限之和", "procured services do not exceed the cost caps") },
        new ProjectFundRule { Id = "P-04", Class = RelationClass.Sum, Sentence = new("项目资金 = 财政拨款 + 其他资金", "project funds = fiscal + other") },
        new ProjectAmountRule { Id = "P-05", Class = RelationClass.Unit, Sentence = new("项目资金等于表7该项目金额", "project funds equal the project's amount in T07") },
        new DepartmentFundRule { Id = "P-06", Class = RelationClass.Sum, Sentence = new("部门年度预算等于表1支出总计", "the department's budget equals total expenditure of T01") },
        new TargetFormRule { Id = "P-07", Class = RelationClass.Set, Ceiling = Severity.Info, Sentence = new("指标值为符号、数、单位或文字", "a target is operator, number and unit, or words") },
        new SameTargetRule { Id = "P-08", Class = RelationClass.Set, Ceiling = Severity.Warning, Sentence = new("同一指标在部门表与项目表中一致", "an indicator has one target") },
        new FundPartRule { Id = "P-09", Class = RelationClass.Bound, Sentence = new("其中数不超过总额", "no part exceeds its total") },
        new StatedProjectsRule { Id = "P-10", Class = RelationClass.Sum, Sentence = new("正文所称项目资金等于各项目绩效目标表之和", "the funds told in the text are those of the project tables") },
    ];
}
