using System.Collections.Immutable;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>What one would expect of a budget though no form demands it; never more than a warning.</summary>
internal static class SoftTies
{
    private static readonly Operand _reception = Basic("30217");

    private static readonly Operand _overseas = Basic("30212");

    private static readonly Operand _carPurchase = Basic("31013");

    private static readonly Operand _carOperation = Basic("30231");

    public static readonly Rule[] All =
    [
        AtMost("X-16", "表6 30231 不超过表10公务用车运行费", "30231 of T06 does not exceed car operation of T10", "vehicleOperation", OfficialExpenses.IsVehicleOperation, _carOperation),
        Soft("X-16", "表10公务用车运行费等于表6 30231", "car operation of T10 equals 30231 of T06", Expense("vehicleOperation", OfficialExpenses.IsVehicleOperation, _carOperation)),
        AtMost("X-17", "表6 30217 不超过表10公务接待费", "30217 of T06 does not exceed reception of T10", "reception", IsReception, _reception),
        AtMost("X-17", "表6 30212 不超过表10因公出国费", "30212 of T06 does not exceed overseas travel of T10", "overseas", IsOverseas, _overseas),
        AtMost("X-17", "表6 31013 不超过表10公务用车购置费", "31013 of T06 does not exceed car purchase of T10", "vehiclePurchase", OfficialExpenses.IsVehiclePurchase, _carPurchase),
        Soft("X-17", "表10公务接待费等于表6 30217", "reception of T10 equals 30217 of T06", Expense("reception", IsReception, _reception)),
        Soft("X-17", "表10因公出国费等于表6 30212", "overseas travel of T10 equals 30212 of T06", Expense("overseas", IsOverseas, _overseas)),
        Soft("X-17", "表10公务用车购置费等于表6 31013", "car purchase of T10 equals 31013 of T06", Expense("vehiclePurchase", OfficialExpenses.IsVehiclePurchase, _carPurchase)),
        Soft("X-18", "“三公”经费全部列在基本支出", "all official expenses are basic expenditure", index => Forms.ListsItems(index)
            ? [new Tie(Forms.OfficialExpenses(Forms.ExpensesOfGeneralBudget(index)), _carOperation, _reception, _overseas, _carPurchase)] : []),
        new OutsideBasicRule
        {
            Id = "X-18", Class = RelationClass.Bound, Ceiling = Severity.Warning,
            Sentence = new("基本支出之外的“三公”经费不超过项目支出的商品和服务支出、资本性支出", "official expenses outside basic expenditure fit in the goods, services and capital of projects"),
        },
        Soft("X-19", "养老保险缴费：表5 2080505、2080506 等于表6 30108、30109", "pension contributions of T05 equal those of T06",
            _ => [new Tie(Functional("2080505"), Economic("30108")), new Tie(Functional("2080506"), Economic("30109"))]),
        Soft("X-20", "公务员医疗补助：表5 2101103 等于表6 30111", "medical subsidy of T05 equals that of T06",
            _ => [new Tie(Functional("2101103"), Economic("30111"))]),
        Soft("X-21", "住房公积金：表5 2210201 等于表6 30113", "housing fund of T05 equals that of T06",
            _ => [new Tie(Functional("2210201"), Economic("30113"))]),
        Soft("X-22", "职工医疗保险：表5 2101101、2101102 等于表6 30110", "medical insurance of T05 equals that of T06", MedicalInsurance),
    ];

    private static SoftRule Soft(string id, string chinese, string english, Func<FigureIndex, ImmutableArray<Tie>> ties) =>
        new() { Id = id, Class = RelationClass.Soft, Sentence = new(chinese, english), Ties = ties };

    /// <summary>What T06 spends on a thing from 基本支出 is a part of what T10 shows for it.</summary>
    private static TieRule AtMost(string id, string chinese, string english, string column, Func<IndexedRow, bool> isRow, Operand economic) => new()
    {
        Id = id, Class = RelationClass.Bound, AppliesTo = index => Forms.IsBudget(index) && Forms.HasExpense(index, column, isRow),
        Sentence = new(chinese, english),
        Ties = [new Tie(economic, Expense(column, isRow))],
    };

    /// <summary>The same expense as a row of T10 or as a column of its only row; of 一般公共预算 where funds are columns, as T06 is.</summary>
    private static Operand Expense(string column, Func<IndexedRow, bool> isRow) => new(
        "T10", column, new(column, column), table => table.HasColumn("reception") ? Forms.ExpensesRow(table) : table.Rows.FirstOrDefault(isRow))
    {
        ColumnIn = table => table.HasColumn("reception") ? column : Forms.FundColumn(table),
    };

    private static Func<FigureIndex, ImmutableArray<Tie>> Expense(string column, Func<IndexedRow, bool> isRow, Operand economic) =>
        index => Forms.ListsItems(index) ? [new Tie(Expense(column, isRow), economic)] : [];

    private static bool IsReception(IndexedRow row) => OfficialExpenses.Has(row, "接待");

    private static bool IsOverseas(IndexedRow row) => OfficialExpenses.Has(row, "出国");

    /// <summary>Without 2101103 the civil servants' subsidy 30111 is paid from 2101101.</summary>
    private static ImmutableArray<Tie> MedicalInsurance(FigureIndex index)
    {
        Operand staff = Operand.Code("T06", "30110");
        Operand[] functional = [Operand.Code("T05", "2101101", "basic").OrNothing(), Operand.Code("T05", "2101102", "basic").OrNothing()];
        if (functional.All(operand => operand.Locate(index).Figure is null))
            return [];
        bool subsidyApart = index.Find("T05")?.ByCode("2101103") is not null;
        return [subsidyApart
            ? new Tie(staff, [.. functional])
            : new Tie(staff, [.. functional, Basic("30111").Subtracted()])];
    }

    private static Operand Basic(string code) => Operand.Code("T06", code).OrNothing();

    private static Operand Functional(string code) => Operand.Code("T05", code, "basic");

    private static Operand Economic(string code) => Operand.Code("T06", code);
}
