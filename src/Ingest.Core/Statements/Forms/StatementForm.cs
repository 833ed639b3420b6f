using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>
/// A statement under the names of its form: a typed view, not a copy. Amounts are in <see cref="Unit"/>;
/// null is a blank, unread or absent cell, never a zero. <see cref="Source"/> has pages, boxes, texts and doubts.
/// </summary>
public abstract record StatementForm(Statement Source)
{
    /// <summary>Null when the document does not say.</summary>
    public AmountUnit? Unit => Source.Unit;

    public bool IsEmpty => Source.Empty;

    /// <summary>The form that a statement's id stands for.</summary>
    /// <exception cref="ArgumentException">There is no such form.</exception>
    public static StatementForm Of(Statement statement) => statement.Id switch
    {
        "T01" => RevenueAndExpenditureSummary.From(statement),
        "T02" => RevenueSummary.From(statement),
        "T03" => ExpenditureByFunction.From(statement),
        "T04" => FiscalAppropriationSummary.From(statement),
        "T05" => GeneralBudgetExpenditure.From(statement),
        "T06" => GeneralBudgetBasicExpenditure.From(statement),
        "T07" => GeneralBudgetProjectExpenditure.From(statement),
        "T08" => GovernmentFundExpenditure.From(statement),
        "T09" => StateCapitalExpenditure.From(statement),
        "T10" => ThreePublicExpenses.From(statement),
        "T11" => CarryoverDetail.From(statement),
        "F01" => FinalRevenueAndExpenditure.From(statement),
        "F02" => FinalRevenue.From(statement),
        "F03" => FinalExpenditure.From(statement),
        "F04" => FinalFiscalAppropriation.From(statement),
        "F05" => FinalGeneralBudgetExpenditure.From(statement),
        "F06" => FinalGeneralBudgetBasicExpenditure.From(statement),
        "F07" => FinalThreePublicExpenses.From(statement),
        "F08" => FinalGovernmentFund.From(statement),
        "F09" => FinalStateCapital.From(statement),
        _ => throw new ArgumentException($"there is no form {statement.Id}", nameof(statement)),
    };

    /// <summary>The lines of one side; of all rows when <paramref name="side"/> is null.</summary>
    private protected static ImmutableArray<T> Lines<T>(Statement statement, string id, Func<StatementRow, T> line, RowSide? side = null)
    {
        if (statement.Id != id)
            throw new ArgumentException($"{statement.Id} is not {id}", nameof(statement));
        return [.. statement.Rows.Where(row => side is null || row.Side == side).Select(line)];
    }
}

/// <summary>A row under the names of its form's columns.</summary>
public abstract record StatementLine(StatementRow Row)
{
    public string? Code => Row.Code;

    /// <summary>"" where none is printed.</summary>
    public string Name => Row.Name;
}

/// <summary>A line with a single amount.</summary>
public sealed record AmountLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>预算数 / 决算数.</summary>
    public decimal? Total => Row.Value("total");
}

/// <summary>A line of expenditure by source of the appropriation (T04, F04).</summary>
public sealed record AppropriationLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>合计.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>一般公共预算.</summary>
    public decimal? GeneralBudget => Row.Value("generalBudget");

    /// <summary>政府性基金预算.</summary>
    public decimal? GovernmentFund => Row.Value("governmentFund");

    /// <summary>国有资本经营预算.</summary>
    public decimal? StateCapital => Row.Value("stateCapital");
}

/// <summary>A line of expenditure that is basic or for projects (T03, T05, F05).</summary>
public sealed record BasicAndProjectLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>合计.</summary>
    public decimal? Total => Row.Value("total");

    /// <summary>基本支出.</summary>
    public decimal? Basic => Row.Value("basic");

    /// <summary>项目支出.</summary>
    public decimal? Project => Row.Value("project");

    /// <summary>上年预算数 or 上年执行数, where the form compares with it.</summary>
    public decimal? PriorYear => Row.Value("priorYear");

    /// <summary>增减额 against the prior year.</summary>
    public decimal? Change => Row.Value("change");

    /// <summary>增减% against the prior year.</summary>
    public decimal? ChangePercent => Row.Value("changePercent");
}
