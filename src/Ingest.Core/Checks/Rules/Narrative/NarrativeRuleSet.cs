using Ingest.Contract.Text;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>What sentences say against each other and against the tables.</summary>
internal static class NarrativeRuleSet
{
    public static readonly Rule[] All =
    [
        new AmountRule { Id = "N-01", Class = RelationClass.Unit, Soft = false, Sentence = new("正文金额等于表中金额", "an amount in a sentence equals the cell it repeats") },
        new AmountRule { Id = "N-01s", Class = RelationClass.Soft, Soft = true, Sentence = new("正文金额与表中相近口径一致", "an amount in a sentence equals a cell of nearly the same scope") },
        new JoinedSourceRule { Id = "N-01", Class = RelationClass.Sum, Sentence = new("正文本级与上级资金之和等于表2该栏", "own money and money from above make up the column of T02") },
        new ShareRule { Id = "N-02", Class = RelationClass.Percent, Sentence = new("正文占比等于金额之比", "a share equals part divided by whole") },
        new GrowthRule { Id = "N-03", Class = RelationClass.Percent, Sentence = new("增减率 = 增减额 ÷ 所比数", "growth equals the change divided by what is compared with") },
        new DirectionRule { Id = "N-04", Class = RelationClass.Set, Sentence = new("增减额、增减率与所比两数方向一致", "change, growth and the figures compared point in one direction") },
        new CompletedChangeRule { Id = "N-04", Class = RelationClass.Set, Sentence = new("与预算相比的增减与完成率一致", "a change against the plan agrees with how much of it was spent") },
        new RiseRule { Id = "N-05", Class = RelationClass.Bound, Sentence = new("增加额不超过本年数", "an increase does not exceed this year's figure") },
        new NewBodyRule { Id = "N-06", Class = RelationClass.Copy, Sentence = new("无上年数时，增加额等于本年数", "without a prior year the increase is the whole") },
        new SumRule { Id = "N-07", Class = RelationClass.Sum, Sentence = new("正文分项之和等于合计", "the parts of a sentence add up") },
        new ListedTotalRule { Id = "N-07", Class = RelationClass.Sum, Sentence = new("正文所列各项之和等于所称合计", "a list adds up to the sum it says") },
        new ListSumRule { Id = "N-07", Class = RelationClass.Sum, Kind = ListKind.Complete, Sentence = new("正文列全的各项之和等于合计", "a complete list adds up to its whole") },
        new ListSumRule { Id = "N-07", Class = RelationClass.Soft, Kind = ListKind.Slipped, Sentence = new("正文所列各项之和等于合计", "a list adds up to its whole") },
        new ListSumRule { Id = "N-07", Class = RelationClass.Bound, Kind = ListKind.Open, Sentence = new("正文所列各项之和不超过合计", "a list does not exceed its whole") },
        new CarriedSumRule { Id = "N-07", Class = RelationClass.Sum, Sentence = new("年末结转 = 年初结转 + 本年收入 − 本年支出", "what is carried on is what was there and came in, less what was spent") },
        new CountListRule { Id = "N-27", Class = RelationClass.Count, Complete = true, Sentence = new("正文分项数量之和等于总数", "counts of the parts add up") },
        new CountListRule { Id = "N-27", Class = RelationClass.Bound, Complete = false, Sentence = new("正文分项数量不超过总数", "counts of the parts do not exceed the whole") },
        new ProjectsWithinBodyRule { Id = "N-28", Class = RelationClass.Bound, Sentence = new("项目绩效资金不超过整体支出绩效资金", "the projects' funds do not exceed those of the whole body") },
        new ChangeSumRule { Id = "N-08", Class = RelationClass.Sum, Sentence = new("分项增减之和等于合计增减", "the changes of the parts add up") },
        new ListChangeRule { Id = "N-08", Class = RelationClass.Soft, AddsUp = true, Sentence = new("所列各项增减之和等于合计增减", "the changes of a list add up") },
        new ListChangeRule { Id = "N-08", Class = RelationClass.Bound, AddsUp = false, Sentence = new("合计的增加不超过所列各项的增减之和", "the whole did not rise by more than the list says") },
        new ProcurementBoundRule { Id = "N-09", Class = RelationClass.Bound, Sentence = new("小微 ≤ 中小 ≤ 政府采购总额", "small and micro enterprises' part does not exceed the procurement") },
        new ProcurementMoneyRule { Id = "N-10", Class = RelationClass.Soft, Sentence = new("政府采购总额不超过公用经费与项目支出之和", "procurement does not exceed operating and project expenditure") },
        new StrengthRule { Id = "N-11", Class = RelationClass.Soft, Sentence = new("在职人数不超过编制数", "staff does not exceed the posts") },
        new AccountNameRule { Id = "N-12", Class = RelationClass.Set, Slips = false, Sentence = new("正文科目名称与表一致", "accounts have the names of the table") },
        new AccountNameRule { Id = "N-12", Class = RelationClass.Set, Ceiling = Severity.Warning, Slips = true, Sentence = new("正文科目名称无笔误", "names of accounts are spelled as in the table") },
        new AccountListRule { Id = "N-13", Class = RelationClass.Set, Ceiling = Severity.Warning, Sentence = new("表中每一项在正文中说明一次", "every item is told once") },
        new EconomicListRule { Id = "N-14", Class = RelationClass.Set, Fault = ListFault.Exchanged, Sentence = new("正文所列经济科目与表一致", "listed economic items are those of the table") },
        new EconomicListRule { Id = "N-15", Class = RelationClass.Set, Ceiling = Severity.Warning, Fault = ListFault.Doubtful, Sentence = new("正文所列经济科目在表中有金额，且齐全", "listed economic items have an amount, and are listed completely") },
        new ClassListRule { Id = "N-16", Class = RelationClass.Set, Ceiling = Severity.Warning, Sentence = new("正文所列支出类别与表1一致", "listed classes are those of T01") },
        new PurposeColumnRule { Id = "N-17", Class = RelationClass.Soft, Sentence = new("正文所称用途与表中基本支出、项目支出一致", "what an account is said to be for agrees with its columns") },
        new CopiedPurposeRule { Id = "N-18", Class = RelationClass.Soft, Sentence = new("各科目用途不是照抄另一科目", "no purpose is copied from another account") },
        new PrintedChangeRule { Id = "N-19", Class = RelationClass.Sum, Sentence = new("增减额 = 本年数 − 所比数", "a change is this year's figure less the one compared with") },
        new ComparedWordRule { Id = "N-20", Class = RelationClass.Set, Sentence = new("大于、小于、持平等与所比两数一致", "larger, smaller and unchanged agree with the figures they join") },
        new RestatedFigureRule { Id = "N-21", Class = RelationClass.Copy, Sentence = new("同一数额各处一致", "one figure is the same wherever it is told") },
        new RepeatedAmountRule { Id = "N-21", Class = RelationClass.Copy, Sentence = new("同一项内数额前后一致", "an item has one amount") },
        new RestatedChangeRule { Id = "N-22", Class = RelationClass.Copy, Sentence = new("同一数额的增减数各处一致", "one figure changes by the same amount wherever it is told") },
        new HeadingYearRule { Id = "N-23", Class = RelationClass.Set, Sentence = new("标题年度与本文件一致", "headings are of the document's year") },
        new AsAtRule { Id = "N-24", Class = RelationClass.Set, Sentence = new("截至日期与本文件年度一致", "the day things are counted at is of the document's year") },
        new SentenceYearRule { Id = "N-25", Class = RelationClass.Set, Sentence = new("正文年度与本文件一致", "sentences speak of the document's year and the one before") },
        new SentenceBodyRule { Id = "STR-01", Class = RelationClass.Set, Sentence = new("正文所称部门与本文件一致", "sentences speak of the document's own body") },
        new PlanSumRule { Id = "N-26", Class = RelationClass.Bound, Comparison = Comparison.AtMost, Sentence = new("各科目年初预算之和不超过总额", "the accounts' budgets do not exceed the whole") },
        new PlanSumRule { Id = "N-26", Class = RelationClass.Soft, Comparison = Comparison.WithinRounding, Sentence = new("各科目年初预算之和等于总额", "the accounts' budgets add up to the whole") },
        new PartedChangeRule { Id = "N-08", Class = RelationClass.Sum, Sentence = new("各类增减之和等于合计增减", "the changes of all kinds add up") },
        new AccountSumRule { Id = "N-30", Class = RelationClass.Bound, Comparison = Comparison.AtMost, Sentence = new("各科目金额之和不超过其类级和合计", "the accounts do not exceed their class and their fund") },
        new AccountSumRule { Id = "N-30", Class = RelationClass.Soft, Comparison = Comparison.WithinRounding, Sentence = new("各科目金额之和等于其类级和合计", "the accounts add up to their class and their fund") },
        new BalanceRule { Id = "N-31", Class = RelationClass.Copy, Sentence = new("收入总计等于支出总计", "income and expenditure balance") },
        new ImpliedBaseRule { Id = "N-32", Class = RelationClass.Percent, Sentence = new("由各项增减率、完成率推算的所比数之和等于合计的所比数", "what the parts' rates say they were adds up to what the whole was") },
        new ComparedCellRule { Id = "N-29", Class = RelationClass.Unit, Sentence = new("正文所比数、增减额、增减率等于表中上年数、增减额、增减率", "what a sentence compares with, the change and the rate are those of the table") },
        new NoneRule { Id = "STR-09", Class = RelationClass.Set, Ceiling = Severity.Warning, Sentence = new("正文称无者表中亦无", "what the text says is none is none in the table") },
    ];
}
