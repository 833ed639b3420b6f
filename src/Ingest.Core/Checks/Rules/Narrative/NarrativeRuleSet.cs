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
        new GrowthRule { Id = "N-03", Class = RelationClass.Percent, Sentence = new("增长率 = 增减额 ÷（本年 − 增减额）", "growth equals change divided by the prior year") },
        new DirectionRule { Id = "N-04", Class = RelationClass.Set, Sentence = new("增减额与增减率方向一致", "change and growth point in one direction") },
        new RiseRule { Id = "N-05", Class = RelationClass.Bound, Sentence = new("增加额不超过本年数", "an increase does not exceed this year's figure") },
        new NewBodyRule { Id = "N-06", Class = RelationClass.Copy, Sentence = new("无上年数时，增加额等于本年数", "without a prior year the increase is the whole") },
        new SumRule { Id = "N-07", Class = RelationClass.Sum, Sentence = new("正文分项之和等于合计", "the parts of a sentence add up") },
        new ChangeSumRule { Id = "N-08", Class = RelationClass.Sum, Sentence = new("“三公”经费分项增减之和等于合计增减", "the changes of the expenses add up") },
        new ProcurementBoundRule { Id = "N-09", Class = RelationClass.Bound, Sentence = new("小微 ≤ 中小 ≤ 政府采购总额", "small and micro enterprises' part does not exceed the procurement") },
        new ProcurementMoneyRule { Id = "N-10", Class = RelationClass.Soft, Sentence = new("政府采购总额不超过公用经费与项目支出之和", "procurement does not exceed operating and project expenditure") },
        new StrengthRule { Id = "N-11", Class = RelationClass.Soft, Sentence = new("在职人数不超过编制数", "staff does not exceed the posts") },
        new AccountNameRule { Id = "N-12", Class = RelationClass.Set, Sentence = new("正文科目名称与表一致", "accounts have the names of the table") },
        new AccountListRule { Id = "N-13", Class = RelationClass.Set, Ceiling = Severity.Warning, Sentence = new("表中每一项在正文中说明一次", "every item is told once") },
        new EconomicListRule { Id = "N-14", Class = RelationClass.Set, Fault = ListFault.NotInTable, Sentence = new("正文所列经济科目在表中有金额", "listed economic items have an amount") },
        new EconomicListRule { Id = "N-15", Class = RelationClass.Set, Ceiling = Severity.Warning, Fault = ListFault.Doubtful, Sentence = new("正文所列经济科目齐全", "economic items are listed completely") },
        new ClassListRule { Id = "N-16", Class = RelationClass.Set, Ceiling = Severity.Warning, Sentence = new("正文所列支出类别与表1一致", "listed classes are those of T01") },
        new PurposeColumnRule { Id = "N-17", Class = RelationClass.Soft, Sentence = new("正文所称用途与表中基本支出、项目支出一致", "what an account is said to be for agrees with its columns") },
        new CopiedPurposeRule { Id = "N-18", Class = RelationClass.Soft, Sentence = new("各科目用途不是照抄另一科目", "no purpose is copied from another account") },
        new NoneRule { Id = "STR-09", Class = RelationClass.Set, Ceiling = Severity.Warning, Sentence = new("正文称无者表中亦无", "what the text says is none is none in the table") },
    ];
}
