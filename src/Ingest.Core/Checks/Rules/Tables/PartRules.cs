using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>Inside one column: a row that prints the sum of the rows below it.</summary>
internal static class PartRules
{
    public static readonly Rule[] All =
    [
        Tree("T01-01", "T01", "一、本年收入等于各项收入之和", "income of the year equals the sum of its items", row => IsIncome(row, "本年收入") && !row.IsTotal),
        Tree("T01-02", "T01", "拨款等于本级与上级安排之和", "an appropriation equals its own part and the part from above", row => IsAppropriation(row) && !IsFund(row) && !IsCapital(row)),
        Tree("T01-03", "T01", "政府性基金拨款等于本级与上级安排之和", "the government fund equals its own part and the part from above", row => IsAppropriation(row) && IsFund(row)),
        Tree("T01-04", "T01", "国有资本经营预算拨款等于本级与上级安排之和", "state capital equals its own part and the part from above", row => IsAppropriation(row) && IsCapital(row)),
        Tree("T01-05", "T01", "单位资金等于各项收入之和", "unit funds equal the sum of their items", row => IsIncome(row, "单位资金")),
        Tree("T01-06", "T01", "上年结转结余等于各项之和", "carryover equals the sum of its items", IsCarryover),
        Tree("T01-07", "T01", "收入总计等于各部分之和", "total income equals the sum of its parts", row => row.Side == RowSide.Income && row.IsTotal),
        Tree("T01-08", "T01", "支出总计等于各类支出之和", "total expenditure equals the sum of its classes", row => row.Side == RowSide.Expenditure),
        Tree("T02-tree", "T02"),
        Tree("T03-tree", "T03"),
        Tree("T04-01", "T04", "财政拨款等于各项拨款之和", "fiscal appropriation equals the sum of its funds", row => row.Side == RowSide.Income && !row.IsTotal),
        Tree("T04-02", "T04", "收入总计等于各部分之和", "total income equals the sum of its parts", row => row.Side == RowSide.Income && row.IsTotal),
        Tree("T04-col", "T04", "支出总计每栏等于各类支出之和", "total expenditure equals the sum of the classes in every column", row => row.Side == RowSide.Expenditure),
        Tree("T05-tree", "T05"),
        Tree("T06-tree", "T06"),
        Tree("T07-tree", "T07", "总计等于各单位之和，单位等于各类之和，项等于各项目之和", "total = sum of units, unit = sum of classes, item = sum of projects", _ => true),
        Tree("T08-tree", "T08"),
        Tree("T09-tree", "T09"),
        Tree("T10-01", "T10", "“三公”经费合计等于出国、接待、公车之和", "the three official expenses add up to the total", row => !OfficialExpenses.IsVehicleSubtotal(row)),
        Tree("T10-02", "T10", "公务用车小计等于购置与运行之和", "vehicles equal purchase and operation", OfficialExpenses.IsVehicleSubtotal),
        Tree("T11-sum", "T11", "总计等于各行之和", "the total equals the sum of the rows", _ => true),
        Tree("F01-01", "F01", "本年合计等于各项之和，总计等于本年合计与结转结余之和", "the year's sum equals its items, the total adds the carryover", _ => true),
        Tree("F02-tree", "F02"),
        Tree("F03-tree", "F03"),
        Tree("F04-01", "F04", "本年合计等于各项之和，总计等于本年合计与结转结余之和", "the year's sum equals its items, the total adds the carryover", _ => true),
        Tree("F05-tree", "F05"),
        Tree("F06-tree", "F06"),
        Tree("F08-tree", "F08"),
        Tree("F09-tree", "F09"),
    ];

    private static TreeRule Tree(string id, string statement) => Tree(
        id, statement, "每栏总计等于各类之和，类等于各款之和，款等于各项之和",
        "in every column the total equals its classes, a class its groups, a group its items", _ => true);

    private static TreeRule Tree(string id, string statement, string chinese, string english, Func<IndexedRow, bool> where) => new()
    {
        Id = id, Class = RelationClass.Sum, Statement = statement, Sentence = new(chinese, english), Where = where,
    };

    private static bool IsIncome(IndexedRow row, string name) => row.Side == RowSide.Income && row.BareName.Contains(name, StringComparison.Ordinal) && !IsCarryover(row);

    private static bool IsCarryover(IndexedRow row) => row.Side == RowSide.Income && !row.IsTotal
        && (row.BareName.Contains("结转", StringComparison.Ordinal) || (row.Whole is { IsTotal: false } whole && IsCarryover(whole)));

    private static bool IsFund(IndexedRow row) => row.BareName.Contains("基金", StringComparison.Ordinal);

    private static bool IsCapital(IndexedRow row) => row.BareName.Contains("国有资本", StringComparison.Ordinal);

    /// <summary>The remaining income lines with parts: 一般公共预算拨款, 基金预算拨款, 国有资本经营预算拨款, Shanghai's 财政拨款收入.</summary>
    private static bool IsAppropriation(IndexedRow row) => row.Side == RowSide.Income && !row.IsTotal
        && !IsIncome(row, "本年收入") && !IsIncome(row, "单位资金") && !IsCarryover(row);
}
