using Ingest.Contract.Documents;
using static Ingest.Contract.Documents.RowSide;

namespace Ingest.Core.Tests.Checks;

/// <summary>Every rule of the catalogue with a document in which it holds and a mistake by which it fails.</summary>
internal static class RuleCases
{
    private static readonly BudgetDocument _capital = Draft.Of("""
        # T01 万元 | i:total
        i:- 一、本年收入 | 30.00
        i:- 3、国有资本经营预算拨款 | 30.00
        i:- 其中：国有资本经营收入 | 20.00
        i:- 上级国有资本经营预算安排转移支付 | 10.00
        i:- 收入总计 | 30.00
        """);

    /// <summary>Expenditure twice, by function and by purpose, with the totals of both below.</summary>
    private static readonly BudgetDocument _purposes = Draft.Of("""
        # T01 万元 | i:total e:total
        i:- 一、财政拨款 | 1,000.00
        e:- 一、一般公共服务支出 | 900.00
        e:- 二、住房保障支出 | 100.00
        e:- 一、基本支出 | 700.00
        e:- 二、项目支出 | 250.00
        e:- 三、单位预留机动经费 | 50.00
        i:- 当年收入小计 | 1,000.00
        i:- 收入合计 | 1,000.00
        e:- 当年支出小计 | 1,000.00
        e:- 结转下年资金 | _
        e:- 支出合计 | 1,000.00
        # T03 万元 | total basic project unitReserve carryoverNextYear
        - | 1,000.00 700.00 250.00 50.00 _
        """);

    private static readonly BudgetDocument _expenses = Draft.Of("""
        # T10 万元 | total
        - “三公”经费 | 165.00
        - 因公出国（境）费 | 25.00
        - 公务用车购置及运行费小计 | 104.00
        - 公务用车购置及运行费购置费 | 54.00
        - 公务用车购置及运行费运行费 | 50.00
        - 公务接待费 | 36.00
        """);

    private static readonly BudgetDocument _within = Draft.Of("""
        # T03 万元 | total
        - 总计 | 100.00
        201 一般公共服务支出 | 70.00
        208 社会保障和就业支出 | 30.00
        # T05 万元 | total
        - 总计 | 90.00
        201 一般公共服务支出 | 60.00
        208 社会保障和就业支出 | 30.00
        """);

    /// <summary>The year before beside the year: an account that grew, one that shrank, one that is new and one that nothing was said of.</summary>
    private static BudgetDocument Compared(string table) => Draft.Of($"""
        # {table} 万元 | priorYear total change changePercent
        - 合计 | 300.00 330.00 30.00 10.00
        201 一般公共服务支出 | 100.00 150.00 50.00 50.00
        208 社会保障和就业支出 | 200.00 160.00 -40.00 -20.00
        210 卫生健康支出 | _ 20.00 20.00 100.00
        """);

    private static readonly BudgetDocument _outside = Draft.Of("""
        # T06 万元 | total
        302 商品和服务支出 | 12.00
        30231 公务用车运行维护费 | 12.00
        # T07 万元 | total goodsServices
        - 总计 | 5.00 5.00
        # T10 万元 | generalBudget
        - 合计 | 12.00
        """);

    public static readonly RuleCase[] All =
    [
        // Inside one row.
        new("T01-row", Samples.Shanghai, sh => sh.Print("T01", "住房保障支出", "basicPersonnel", 19.00m)),
        new("T02-row", Samples.Seed, seed => seed.Print("T02", "2101101", "generalBudget", 6.00m)),
        new("T02-row", Samples.School, old => old.Print("T02", "总计", "businessIncome", 1.23m), "older form"),
        new("T03-row", Samples.Seed, seed => seed.Print("T03", "2010301", "project", 357.00m)),
        new("T04-row", Samples.Funds, funds => funds.Print("T04", "212", "governmentFund", 254.60m, Expenditure)),
        new("T05-row", Samples.Seed, seed => seed.Print("T05", "2080505", "basic", 12.29m)),
        new("T06-row", Samples.Seed, seed => seed.Print("T06", "30211", "operating", 209.60m)),
        new("T07-row", Samples.Seed, seed => seed.Print("T07", "数字化发展专项业务经费", "goodsServices", 370.00m)),
        new("T08-row", Samples.Funds, funds => funds.Print("T08", "2120804", "project", 20.00m)),
        new("T09-row", Samples.StateCapital, state => state.Print("T09", "2230105", "basicOperating", 2.50m)),
        new("T10-row", Samples.Seed, seed => seed.Print("T10", "公务接待费", "generalBudget", 3.50m)),
        new("T10-01", Samples.Seed, seed => seed.Print("T10", "公务接待费", "total", 3.50m), "as rows"),
        new("T10-01", Samples.Shanghai, sh => sh.Change("T10", table => table with { Rows = [table.Rows[0].Print("total", 13.00m)] }), "as columns"),
        new("T10-02", Samples.Seed, seed => seed.Print("T10", "公务用车运行费", "total", 26.00m), "as rows"),
        new("T10-02", Samples.Shanghai, sh => sh.Change("T10", table => table with { Rows = [table.Rows[0].Print("vehicleOperation", 21.00m)] }), "as columns"),
        new("T11-row", Samples.Funds, funds => funds.Print("T11", "事业收入结余", "nonFiscalOperating", 1.58m)),
        new("F02-row", Samples.FinalAccounts, final => final.Print("F02", "2010101", "businessIncome", 6.00m)),
        new("F03-row", Samples.FinalAccounts, final => final.Print("F03", "2010101", "project", 63.00m)),
        new("F04-row", Samples.FinalAccounts, final => final.Print("F04", "城乡社区支出", "governmentFund", 2.00m, Expenditure)),
        new("F05-row", Samples.FinalAccounts, final => final.Print("F05", "2010101", "basic", 45.00m)),
        new("F07-01", Samples.FinalAccounts, final => final.Change("F07", table => table with { Rows = [table.Rows[0].Print("receptionBudget", 10.00m)] })),
        new("F07-02", Samples.FinalAccounts, final => final.Change("F07", table => table with { Rows = [table.Rows[0].Print("vehicleOperationFinal", 5.20m)] })),
        new("F08-row", Samples.FinalAccounts, final => final.Print("F08", "2120801", "project", 2.00m)),
        new("F09-row", Samples.FinalAccounts, final => final.Print("F09", "2230105", "project", 1.00m)),
        new("F08-carryover", Samples.FinalAccounts, final => final.Print("F08", "2120801", "carryoverEnd", 3.00m)),
        new("F09-carryover", Samples.FinalAccounts, final => final.Print("F09", "2230105", "carryoverStart", 3.00m)),

        // Inside one column.
        .. from table in new[] { "T03", "T05", "T08", "T09", "T10" }
           from test in new RuleCase[]
           {
               new(table + "-change", Compared(table), compared => compared.Print(table, "社会保障和就业支出", "change", 40.00m)),
               new(table + "-rate", Compared(table), compared => compared.Print(table, "社会保障和就业支出", "changePercent", -21.00m)),
           }
           select test,
        new("T01-01", Samples.Seed, seed => seed.Print("T01", "本年收入", "total", 543.24m)),
        new("T01-02", Samples.Seed, seed => seed.Print("T01", "一般财力", "total", 354.24m)),
        new("T01-02", Samples.School, old => old.Print("T01", "一般公共预算", "total", 1.00m, Income), "older form"),
        new("T01-03", Samples.Funds, funds => funds.Print("T01", "政府性基金收入", "total", 254.60m)),
        new("T01-04", _capital, capital => capital.Print("T01", "国有资本经营收入", "total", 3.00m)),
        new("T01-08", _purposes, purposes => purposes.Print("T01", "项目支出", "total", 350.00m), "by purpose"),
        new("X-03", _purposes, purposes => purposes.Print("T03", "", "basic", 70.00m), "by purpose"),
        new("T10-01", _expenses, expenses => expenses.Print("T10", "公务接待费", "total", 4.00m), "group named in its rows"),
        new("X-10", _within, within => within.Print("T05", "201", "total", 80.00m), "within T03"),
        new("X-18", _outside, outside => outside.Change("T10", table => table with { Rows = [table.Rows[0].Print("generalBudget", 30.00m)] }), "outside basic expenditure"),
        new("T01-05", Samples.Funds, funds => funds.Print("T01", "事业收入", "total", 13.20m)),
        new("T01-06", Samples.Funds, funds => funds.Print("T01", "财政拨款结转", "total", 46.44m)),
        new("T01-07", Samples.Funds, funds => funds.Print("T01", "上年结转结余", "total", 64.49m)),
        new("T01-08", Samples.Seed, seed => seed.Print("T01", "221", "total", 6.99m)),
        new("T02-tree", Samples.Seed, seed => seed.Print("T02", "20805", "generalBudget", 19.92m)),
        new("T03-tree", Samples.Seed, seed => seed.Print("T03", "21011", "basic", 11.17m)),
        new("T04-01", Samples.Funds, funds => funds.Print("T04", "一般公共预算", "total", 2197.58m)),
        new("T04-02", Samples.Funds, funds => funds.Print("T04", "收入总计", "total", 2452.18m)),
        new("T04-col", Samples.Funds, funds => funds.Print("T04", "支出总计", "governmentFund", 254.60m)),
        new("T05-tree", Samples.Seed, seed => seed.Print("T05", "2101101", "basic", 6.66m)),
        new("T06-tree", Samples.Seed, seed => seed.Print("T06", "30101", "personnel", 37.40m)),
        new("T07-tree", Samples.Funds, funds => funds.Print("T07", "总计", "total", 1.00m)),
        new("T08-tree", Samples.Funds, funds => funds.Print("T08", "21208", "project", 246.50m)),
        new("T09-tree", Samples.StateCapital, state => state.Print("T09", "22301", "project", 9.00m)),
        new("T11-sum", Samples.Funds, funds => funds.Print("T11", "高标准农田建设结转", "fiscalProject", 26.84m)),
        new("F01-01", Samples.FinalAccounts, final => final.Print("F01", "事业收入", "total", 50.00m)),
        new("F02-tree", Samples.FinalAccounts, final => final.Print("F02", "20101", "fiscalSubtotal", 9.00m)),
        new("F03-tree", Samples.FinalAccounts, final => final.Print("F03", "20101", "project", 63.00m)),
        new("F04-01", Samples.FinalAccounts, final => final.Print("F04", "年初财政拨款结转和结余", "total", 30.00m)),
        new("F05-tree", Samples.FinalAccounts, final => final.Print("F05", "20101", "basic", 45.00m)),
        new("F06-tree", Samples.FinalAccounts, final => final.Print("F06", "30202", "total", 80.00m)),
        new("F08-tree", Samples.FinalAccounts, final => final.Print("F08", "21208", "incomeThisYear", 2.00m)),
        new("F09-tree", Samples.FinalAccounts, final => final.Print("F09", "22301", "incomeThisYear", 1.00m)),

        // Between tables.
        new("T01-09", Samples.Seed, seed => seed.Print("T01", "支出总计", "total", 543.24m)),
        new("T04-03", Samples.Seed, seed => seed.Print("T04", "支出总计", "total", 543.24m)),
        new("T04-04", Samples.Funds, funds => funds.Print("T04", "政府性基金预算", "total", 254.60m)),
        new("X-01", Samples.Seed, seed => seed.Print("T02", "总计", "total", 543.24m)),
        new("X-02", Samples.Funds, funds => funds.Print("T01", "上级政府性基金安排转移支付", "total", 46.50m), "by fund"),
        new("X-02", Samples.Shanghai, sh => sh.Print("T01", "财政拨款收入", "total", 10.00m), "all fiscal money"),
        new("X-03", Samples.Seed, seed => seed.Print("T03", "总计", "total", 543.24m)),
        new("X-04", Samples.Seed, seed => seed.Print("T01", "210", "total", 17.11m), "by code"),
        new("X-04", Samples.Shanghai, sh => sh.Print("T01", "住房保障支出", "total", 2.00m), "by name"),
        new("X-05", Samples.Seed, seed => seed.Print("T04", "210", "total", 17.11m, Expenditure), "equal"),
        new("X-05", Samples.Funds, funds => funds.Print("T04", "213", "total", 2290.61m, Expenditure), "at most"),
        new("X-06", Samples.Funds, funds => funds.Print("T04", "212", "governmentFund", 254.60m, Expenditure)),
        new("X-07", Samples.Funds, funds => funds.Print("T01", "基金预算拨款", "total", 254.60m)),
        new("X-08", Samples.Funds, funds => funds.Print("T02", "总计", "fiscalSubtotal", 2452.18m)),
        new("X-09", Samples.Seed, seed => seed.Print("T02", "2101103", "total", 6.55m)),
        new("X-10", Samples.Funds, funds => funds.Print("T08", "2120804", "total", 20.00m)),
        new("X-11", Samples.Funds, funds => funds.Print("T08", "总计", "total", 254.60m)),
        new("X-12", Samples.Seed, seed => seed.Print("T05", "总计", "basic", 195.24m)),
        new("X-12", Samples.Shanghai, sh => sh.Print("T01", "支出总计", "basicOperating", 2.00m), "against T01"),
        new("X-13", Samples.Seed, seed => seed.Print("T07", "总计", "total", 357.00m)),
        new("X-14", Samples.Seed, seed => seed.Print("T05", "2010301", "project", 357.00m)),
        new("X-15", Samples.Seed, seed => seed.Print("T10", "合计", "total", 2360.00m)),
        new("X-24", Samples.Funds, funds => funds.Print("T11", "总计", "nonFiscalTotal", 1.58m)),
        new("X-25", Samples.Seed, seed => seed.Print("T10", "合计", "total", 0.01m)),
        new("F01-02", Samples.FinalAccounts, final => final.Print("F01", "总计", "total", 104.00m, Expenditure)),
        new("F04-02", Samples.FinalAccounts, final => final.Print("F04", "总计", "total", 313.00m, Expenditure)),
        new("FX-01", Samples.FinalAccounts, final => final.Print("F02", "合计", "total", 163.00m)),
        new("FX-02", Samples.FinalAccounts, final => final.Print("F03", "合计", "total", 163.00m)),
        new("FX-03", Samples.FinalAccounts, final => final.Print("F02", "合计", "fiscalSubtotal", 103.00m)),
        new("FX-04", Samples.FinalAccounts, final => final.Print("F02", "合计", "businessIncome", 50.00m)),
        new("FX-05", Samples.FinalAccounts, final => final.Print("F05", "合计", "total", 10.00m)),
        new("FX-06", Samples.FinalAccounts, final => final.Print("F06", "公用经费合计", "total", 2.00m)),
        new("FX-07", Samples.FinalAccounts, final => final.Print("F01", "社会保障和就业支出", "total", 1.00m)),
        new("FX-08", Samples.FinalAccounts, final => final.Print("F04", "城乡社区支出", "governmentFund", 2.00m, Expenditure)),
        new("FX-09", Samples.FinalAccounts, final => final.Print("F05", "2080505", "total", 100.00m)),
        new("FX-10", Samples.FinalAccounts, final => final.Change("F07", table => table with { Rows = [table.Rows[0].Print("totalFinal", 300.00m)] })),

        // Plausible, not required.
        new("X-16", Samples.Shanghai, sh => sh.Print("T06", "30231", "total", 11.00m)),
        new("X-17", Samples.Funds.Print("T06", "30217", "total", 1.50m), funds => funds.Print("T10", "公务接待费", "generalBudget", 5.10m)),
        new("X-18", Samples.Shanghai, sh => sh.Change("T10", table => table with { Rows = [table.Rows[0].Print("total", 21.00m)] })),
        new("X-19", Samples.Seed, seed => seed.Print("T06", "30108", "total", 12.29m)),
        new("X-20", Samples.Seed, seed => seed.Print("T06", "30111", "total", 5.56m)),
        new("X-21", Samples.Seed, seed => seed.Print("T06", "30113", "total", 6.99m)),
        new("X-22", Samples.Seed.Print("T06", "30110", "total", 6.06m), seed => seed.Print("T06", "30110", "total", 6.53m)),

        .. StructureCases.All,
    ];
}
