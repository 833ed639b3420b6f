using Ingest.Contract.Documents;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>
/// Between the tables of final accounts. Each table is rounded from yuan on its own, so the same figure may
/// differ by a unit of the last digit; nothing here is an exact copy except the two totals of one table.
/// </summary>
internal static class FinalAccountsTies
{
    private static readonly Operand _yearIncome = Line("F01", "本年收入合计");

    private static readonly Operand _yearExpenditure = Spent("F01", "total");

    public static readonly Rule[] All =
    [
        Exact("F01-02", "收入总计等于支出总计", "total income equals total expenditure",
            new Tie(Operand.Total("F01", side: RowSide.Income), Operand.Total("F01", side: RowSide.Expenditure))),
        Exact("F04-02", "财政拨款收入总计等于支出总计", "total fiscal income equals total fiscal expenditure",
            new Tie(Operand.Total("F04", side: RowSide.Income), Operand.Total("F04", side: RowSide.Expenditure))),
        Rounded("FX-01", "收入支出决算总表本年收入等于收入决算表合计", "income of F01 equals the F02 total", new Tie(_yearIncome, Operand.Total("F02"))),
        Rounded("FX-02", "收入支出决算总表本年支出等于支出决算表合计", "expenditure of F01 equals the F03 total", new Tie(_yearExpenditure, Operand.Total("F03"))),
        Rounded("FX-03", "财政拨款收入在收入决算表与财政拨款总表相等", "fiscal income of F02 equals that of F04",
            new Tie(Operand.Total("F02", "fiscalSubtotal"), Line("F04", "本年收入合计"))),
        Rounded("FX-04", "收入支出决算总表各项收入等于收入决算表相应栏", "each income line of F01 equals its F02 column",
            new Tie(Line("F01", "上级补助收入"), Operand.Total("F02", "superiorSubsidy")),
            new Tie(Line("F01", "事业收入"), Operand.Total("F02", "businessIncome")),
            new Tie(Line("F01", "经营收入"), Operand.Total("F02", "operatingIncome")),
            new Tie(Line("F01", "附属单位上缴收入"), Operand.Total("F02", "affiliateRemittance")),
            new Tie(Line("F01", "其他收入"), Operand.Total("F02", "otherIncome")),
            new Tie(Line("F01", "一般公共预算财政拨款收入"), Line("F04", "一般公共预算财政拨款")),
            new Tie(Line("F01", "政府性基金预算财政拨款收入"), Line("F04", "政府性基金预算财政拨款")),
            new Tie(Line("F01", "国有资本经营预算财政拨款收入"), Line("F04", "国有资本经营预算财政拨款"))),
        Rounded("FX-05", "财政拨款总表各资金本年支出等于各资金支出表合计", "expenditure of F04 by fund equals F05, F08 and F09",
            new Tie(Spent("F04", "generalBudget"), Operand.Total("F05")),
            new Tie(Spent("F04", "governmentFund"), Operand.Total("F08")),
            new Tie(Spent("F04", "stateCapital"), Operand.Total("F09"))),
        Rounded("FX-06", "一般公共预算基本支出等于人员经费与公用经费之和", "basic expenditure of F05 equals personnel and operating of F06",
            new Tie(Operand.Total("F05", "basic"), Operand.Total("F06", side: RowSide.Personnel), Operand.Total("F06", side: RowSide.Operating))),
        Class("FX-07", "F01", "total", "F03"),
        Class("FX-08", "F04", "generalBudget", "F05"),
        Class("FX-08", "F04", "governmentFund", "F08"),
        Class("FX-08", "F04", "stateCapital", "F09"),
        new CodeRule
        {
            Id = "FX-09", Class = RelationClass.Bound, AtMost = true, Left = new("F05", "total"), Right = [new("F03", "total")],
            Sentence = new("一般公共预算支出不超过同一科目全部支出", "no code of F05 exceeds that of F03"),
        },
        new TieRule
        {
            Id = "FX-10", Class = RelationClass.Bound, AppliesTo = index => index.IsFinalAccounts,
            Ties = [new Tie(Expenses("totalFinal"), Spent("F04", "total")), new Tie(Expenses("totalBudget"), Spent("F04", "total"))],
            Sentence = new("“三公”经费不超过财政拨款支出", "official expenses do not exceed fiscal expenditure"),
        },
    ];

    private static TieRule Exact(string id, string chinese, string english, params Tie[] ties) => Ties(RelationClass.Copy, id, chinese, english, ties);

    private static TieRule Rounded(string id, string chinese, string english, params Tie[] ties) => Ties(RelationClass.Sum, id, chinese, english, ties);

    private static TieRule Ties(RelationClass kind, string id, string chinese, string english, Tie[] ties) => new()
    {
        Id = id, Class = kind, Sentence = new(chinese, english), Ties = [.. ties], AppliesTo = index => index.IsFinalAccounts,
    };

    private static ClassRule Class(string id, string line, string column, string other) => new()
    {
        Id = id, Class = RelationClass.Sum, Comparison = Comparison.WithinRounding,
        Line = line, LineColumn = column, Other = other, OtherColumns = ["total"], AppliesTo = index => index.IsFinalAccounts,
        Sentence = new($"{line}各类支出等于{other}同类", $"each class of {line} equals that of {other}"),
    };

    private static Operand Expenses(string column) =>
        new("F07", column, new("合计", "total"), table => table.Rows.Count > 0 ? table.Rows[0] : null);

    private static Operand Line(string table, params string[] names) => Operand.Named(table, RowSide.Income, "total", names);

    private static Operand Spent(string table, string column) => Operand.Named(table, RowSide.Expenditure, column, "本年支出合计");
}
