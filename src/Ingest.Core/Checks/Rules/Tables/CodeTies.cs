using System.Collections.Immutable;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>Between the tables of a budget, code by code.</summary>
internal static class CodeTies
{
    private static readonly ImmutableArray<string> _otherMoney =
    [
        "fiscalAccount", "unitFunds", "nonFiscalCarryover", "businessIncome", "operatingIncome", "otherIncome",
        "superiorSubsidy", "affiliateRemittance", "carryover",
    ];

    public static readonly Rule[] All =
    [
        new CodeRule
        {
            Id = "X-09", Class = RelationClass.Copy, Ceiling = Severity.Warning, AppliesTo = Forms.IsBudget,
            Left = new("T02", "total"), Right = [new("T03", "total")],
            Sentence = new("表2与表3同一科目总计相等", "T02 and T03 agree in every code"),
        },
        new FundTablesRule
        {
            Id = "X-10", Class = RelationClass.Sum, OtherMoney = _otherMoney,
            Sentence = new("表3同一科目等于表5、表8、表9与其他资金之和", "each code of T03 equals T05, T08, T09 and what is financed otherwise"),
        },
        new SourceRule
        {
            Id = "X-10", Class = RelationClass.Sum, Table = "T05", Columns = ["generalBudget", "generalTransfer"],
            Sentence = new("表5同一科目等于表2一般公共预算", "each code of T05 equals the general budget of T02"),
        },
        new SourceRule
        {
            Id = "X-10", Class = RelationClass.Sum, Table = "T08", Columns = ["governmentFund", "governmentFundTransfer"],
            Sentence = new("表8同一科目等于表2政府性基金", "each code of T08 equals the government fund of T02"),
        },
        new SourceRule
        {
            Id = "X-10", Class = RelationClass.Sum, Table = "T09", Columns = ["stateCapital", "stateCapitalTransfer"],
            Sentence = new("表9同一科目等于表2国有资本经营预算", "each code of T09 equals the state capital of T02"),
        },
        Within("total"),
        Within("basic"),
        Within("project"),
        Basic("basic"),
        Basic("project"),
        new CodeRule
        {
            Id = "X-14", Class = RelationClass.Copy, AppliesTo = Forms.ProjectsAreGeneralBudget,
            Left = new("T05", "project"), Right = [new("T07", "total")],
            Sentence = new("表5同一科目项目支出等于表7各单位之和", "project expenditure of each code of T05 equals that of T07"),
        },
    ];

    /// <summary>
    /// T05 is a part of T03, whatever other money there is, unless that is negative. Where T02 tells the other money, X-10 says
    /// it to the digit.
    /// </summary>
    private static CodeRule Within(string column) => new()
    {
        Id = "X-10", Class = RelationClass.Bound, AtMost = true,
        AppliesTo = index => Forms.IsBudget(index) && Forms.HasColumn(index, column, "T03", "T05") && !FundTablesRule.IsAssessable(index) && !Forms.HasNegative(index, "T02", "T03", "T05"),
        Left = new("T05", column), Right = [new("T03", column)],
        Sentence = new("表5同一科目不超过表3", "no code of T05 exceeds that of T03"),
    };

    /// <summary>With no other money T05 repeats T03, column by column.</summary>
    private static CodeRule Basic(string column) => new()
    {
        Id = "X-10", Class = RelationClass.Copy, AppliesTo = Forms.OnlyGeneralBudget,
        Left = new("T03", column), Right = [new("T05", column)],
        Sentence = new("只有一般公共预算时，表3与表5同一科目相等", "with general-budget money only, T03 and T05 agree in every code"),
    };
}
