using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>Between the tables of a budget.</summary>
internal static class BudgetTies
{
    private static readonly Operand _income = Operand.Total("T01", side: RowSide.Income);

    private static readonly Operand _expenditure = Operand.Total("T01", side: RowSide.Expenditure);

    public static readonly Rule[] All =
    [
        Copy("T01-09", "收入总计等于支出总计", "total income equals total expenditure", new Tie(_income, _expenditure)),
        Copy("T04-03", "财政拨款收入总计等于支出总计", "fiscal income equals fiscal expenditure",
            new Tie(Operand.Total("T04", side: RowSide.Income), Operand.Total("T04", side: RowSide.Expenditure))),
        CopyWhere(HasNoCarryoverLine, "T04-04", "财政拨款各项收入等于同项支出总计", "each fund's income equals its expenditure",
            new Tie(General("T04"), Fund("generalBudget")),
            new Tie(GovernmentFund("T04"), Fund("governmentFund")),
            new Tie(StateCapital("T04"), Fund("stateCapital"))),
        Copy("X-01", "表1收入总计等于表2总计", "T01 total income equals the T02 total", new Tie(_income, Operand.Total("T02"))),
        CopyWhere(Forms.SplitsSources, "X-02", "表1各项收入等于表2相应栏", "each income line of T01 equals its T02 columns", FundSources()),
        CopyWhere(index => !Forms.SplitsSources(index), "X-02", "表1各项收入等于表2相应栏", "each income line of T01 equals its T02 column", PlainSources()),
        Copy("X-03", "表1支出总计等于表3总计", "T01 total expenditure equals the T03 total", new Tie(_expenditure, Operand.Total("T03"))),
        CopyWhere(SplitsExpenditure, "X-03", "表1项目支出等于表3项目支出", "T01 project expenditure equals that of T03",
            new Tie(Operand.Total("T01", "project", RowSide.Expenditure), Operand.Total("T03", "project"))),
        CopyWhere(ListsPurposes, "X-03", "表1按用途列示的支出等于表3相应栏", "expenditure by purpose of T01 equals the columns of T03",
            new Tie(Purpose("基本支出"), Operand.Total("T03", "basic")),
            new Tie(Purpose("项目支出"), Operand.Total("T03", "project")),
            new Tie(Purpose("单位预留机动经费", "预留机动经费", "机动经费"), Operand.Total("T03", "unitReserve"))),
        new ClassRule
        {
            Id = "X-04", Class = RelationClass.Copy, Line = "T01", LineColumn = "total", Other = "T03", OtherColumns = ["total"],
            Sentence = new("表1各类支出等于表3同类", "each class of T01 equals the class of T03"),
        },
        new ClassRule
        {
            Id = "X-04", Class = RelationClass.Copy, Line = "T01", LineColumn = "project", Other = "T03", OtherColumns = ["project"],
            Sentence = new("表1各类项目支出等于表3同类", "each class of T01 equals the class of T03"),
        },
        new ClassRule
        {
            Id = "X-05", Class = RelationClass.Copy, Line = "T04", LineColumn = "total", Other = "T01", OtherColumns = ["total"],
            AppliesTo = index => Forms.IsBudget(index) && Forms.OnlyCurrentAppropriation(index),
            Sentence = new("只有当年财政拨款时，表4各类支出等于表1同类", "with this year's appropriation only, each class of T04 equals that of T01"),
        },
        new ClassRule
        {
            Id = "X-05", Class = RelationClass.Bound, Comparison = Comparison.AtMost,
            Line = "T04", LineColumn = "total", Other = "T01", OtherColumns = ["total"],
            AppliesTo = index => Forms.IsBudget(index) && !Forms.OnlyCurrentAppropriation(index),
            Sentence = new("表4各类支出不超过表1同类", "no class of T04 exceeds that of T01"),
        },
        FundClass("T05", "generalBudget", "一般公共预算"),
        FundClass("T08", "governmentFund", "政府性基金"),
        FundClass("T09", "stateCapital", "国有资本经营预算"),
        new FiscalTotalRule
        {
            Id = "X-07", Class = RelationClass.Sum, Total = Operand.Total("T04", side: RowSide.Income),
            Parts = [General("T01"), GovernmentFund("T01").OrNothing(), StateCapital("T01").OrNothing()],
            Carryover = Operand.Named("T01", RowSide.Income, "total", "财政拨款结转"),
            Sentence = new("表4收入总计等于表1各项财政拨款之和", "T04 total income equals the appropriations of T01"),
        },
        new FiscalTotalRule
        {
            Id = "X-08", Class = RelationClass.Copy, Total = Operand.Total("T04", side: RowSide.Income),
            Parts = [Operand.Total("T02", "fiscalSubtotal")], Carryover = Operand.Total("T02", "fiscalCarryover"),
            Sentence = new("表4收入总计等于表2财政拨款小计", "T04 total income equals the fiscal subtotal of T02"),
        },
        Copy("X-11", "表4各资金支出总计等于表5、表8、表9总计", "T04 totals by fund equal T05, T08 and T09",
            new Tie(Fund("generalBudget"), Operand.Total("T05")),
            new Tie(Fund("governmentFund"), Operand.Total("T08")),
            new Tie(Fund("stateCapital"), Operand.Total("T09"))),
        Copy("X-12", "表5基本支出等于表6合计，也等于人员与公用经费之和", "basic expenditure of T05 equals the T06 total, and personnel plus operating",
            new Tie(Operand.Total("T05", "basic"), Operand.Total("T06")),
            new Tie(Operand.Total("T05", "basic"), Operand.Total("T06", "personnel"), Operand.Total("T06", "operating"))),
        CopyWhere(SplitsBasicExpenditure, "X-12", "表1基本支出等于表6同栏", "basic expenditure of T01 equals that of T06",
            new Tie(Operand.Total("T01", "basicPersonnel", RowSide.Expenditure), Operand.Total("T06", "personnel")),
            new Tie(Operand.Total("T01", "basicOperating", RowSide.Expenditure), Operand.Total("T06", "operating"))),
        CopyWhere(Forms.ProjectsAreGeneralBudget, "X-13", "表5项目支出等于表7总计", "project expenditure of T05 equals the T07 total",
            new Tie(Operand.Total("T05", "project"), Operand.Total("T07"))),
        new TieRule
        {
            Id = "X-15", Class = RelationClass.Bound, AppliesTo = Forms.IsBudget,
            Ties = [new Tie(Forms.OfficialExpenses("total"), Operand.Total("T04", side: RowSide.Expenditure))],
            Sentence = new("“三公”经费不超过财政拨款支出", "official expenses do not exceed fiscal expenditure"),
        },
        new MagnitudeRule
        {
            Id = "X-25", Class = RelationClass.Bound, Ceiling = Severity.Warning,
            Sentence = new("表10与表6同类支出的数量级相符", "T10 is of the same order as the items of T06"),
        },
        Copy("X-24", "表1上年结转结余等于表11总计", "carryover of T01 equals the T11 total",
            Carryover("total", "上年结转结余", "上年结转", "上年结余"),
            Carryover("fiscalTotal", "财政拨款结转", "财政拨款结转结余"),
            Carryover("nonFiscalTotal", "非财政拨款结转结余")),
    ];

    private static TieRule Copy(string id, string chinese, string english, params Tie[] ties) =>
        CopyWhere(_ => true, id, chinese, english, ties);

    private static TieRule CopyWhere(Func<FigureIndex, bool> applies, string id, string chinese, string english, params Tie[] ties) =>
        new() { Id = id, Class = RelationClass.Copy, Sentence = new(chinese, english), Ties = [.. ties], AppliesTo = index => Forms.IsBudget(index) && applies(index) };

    private static ClassRule FundClass(string table, string column, string fund) => new()
    {
        Id = "X-06", Class = RelationClass.Copy, Line = "T04", LineColumn = column, Other = table, OtherColumns = ["total"],
        Sentence = new($"表4各类{fund}支出等于{table}同类", $"each class of T04 {column} equals that of {table}"),
    };

    private static Operand Line(string table, params string[] names) => Operand.Named(table, RowSide.Income, "total", names);

    private static Operand General(string table) => Line(table, "一般公共预算拨款", "一般公共预算资金", "一般公共预算");

    private static Operand GovernmentFund(string table) =>
        Line(table, "基金预算拨款", "政府性基金预算拨款", "政府性基金预算资金", "政府性基金预算", "政府性基金");

    private static Operand StateCapital(string table) =>
        Line(table, "国有资本经营预算拨款", "国有资本经营预算资金", "国有资本经营预算");

    private static Operand Fund(string column) => Operand.Total("T04", column, RowSide.Expenditure);

    private static Operand Sources(string column) => Operand.Total("T02", column);

    private static Tie Carryover(string column, params string[] names) => new(Line("T01", names), Operand.Total("T11", column));

    private static Operand Purpose(params string[] names) => Operand.Named("T01", RowSide.Expenditure, "total", names);

    private static bool ListsPurposes(FigureIndex index) => index.Find("T01") is { } table && !table.HasColumn("project")
        && table.Rows.Any(row => row.Side == RowSide.Expenditure && ExpenditurePurposes.Is(row));

    private static bool SplitsExpenditure(FigureIndex index) => index.Find("T01") is { } table && table.HasColumn("project");

    private static bool SplitsBasicExpenditure(FigureIndex index) =>
        Forms.OnlyGeneralBudget(index) && index.Find("T01") is { } table && table.HasColumn("basicPersonnel");

    private static bool HasNoCarryoverLine(FigureIndex index) => index.Find("T04") is not { } table
        || !table.Rows.Any(row => row.Side == RowSide.Income && row.BareName.Contains("结转", StringComparison.Ordinal) && !row.IsBlank);

    /// <summary>T02 has a column for every fund.</summary>
    private static Tie[] FundSources() =>
    [
        new(General("T01"), Sources("generalBudget"), Sources("generalTransfer").OrNothing()),
        new(Line("T01", "一般财力"), Sources("generalBudget")),
        new(Line("T01", "上级一般公共预算安排转移支付"), Sources("generalTransfer")),
        new(GovernmentFund("T01"), Sources("governmentFund"), Sources("governmentFundTransfer").OrNothing()),
        new(Line("T01", "政府性基金收入"), Sources("governmentFund")),
        new(Line("T01", "上级政府性基金安排转移支付"), Sources("governmentFundTransfer")),
        new(StateCapital("T01"), Sources("stateCapital"), Sources("stateCapitalTransfer").OrNothing()),
        new(Line("T01", "国有资本经营收入"), Sources("stateCapital")),
        new(Line("T01", "上级国有资本经营预算安排转移支付"), Sources("stateCapitalTransfer")),
        .. OtherSources(),
    ];

    /// <summary>T02 has one column for all fiscal money.</summary>
    private static Tie[] PlainSources() => [new(Line("T01", "财政拨款收入", "财政拨款补助"), Sources("fiscalSubtotal")), .. OtherSources()];

    private static Tie[] OtherSources() =>
    [
        new(Line("T01", "财政专户核拨", "教育收费财政专户"), Sources("fiscalAccount")),
        new(Line("T01", "单位资金"), Sources("unitFunds")),
        new(Line("T01", "事业收入"), Sources("businessIncome")),
        new(Line("T01", "事业单位经营收入"), Sources("operatingIncome")),
        new(Line("T01", "其他收入"), Sources("otherIncome")),
        new(Line("T01", "财政拨款结转"), Sources("fiscalCarryover")),
        new(Line("T01", "非财政拨款结转结余"), Sources("nonFiscalCarryover")),
        new(Line("T01", "单位上年结余", "上年结余", "上年结转"), Sources("carryover")),
    ];
}
