using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Statements.Forms;

/// <summary>财政拨款“三公”经费支出决算表: one row, each kind with 预算数 and 决算数.</summary>
public sealed record FinalThreePublicExpenses(Statement Source, ImmutableArray<FinalThreePublicExpensesLine> Rows) : StatementForm(Source)
{
    /// <exception cref="ArgumentException">The statement is not F07.</exception>
    public static FinalThreePublicExpenses From(Statement statement) => new(statement, Lines(statement, "F07", row => new FinalThreePublicExpensesLine(row)));
}

/// <summary>A row of <see cref="FinalThreePublicExpenses"/>.</summary>
public sealed record FinalThreePublicExpensesLine(StatementRow Row) : StatementLine(Row)
{
    /// <summary>合计.</summary>
    public BudgetAndFinal Total => Pair("total");

    /// <summary>因公出国（境）费.</summary>
    public BudgetAndFinal Overseas => Pair("overseas");

    /// <summary>公务用车购置及运行费 小计.</summary>
    public BudgetAndFinal VehicleSubtotal => Pair("vehicleSubtotal");

    /// <summary>公务用车购置费.</summary>
    public BudgetAndFinal VehiclePurchase => Pair("vehiclePurchase");

    /// <summary>公务用车运行费.</summary>
    public BudgetAndFinal VehicleOperation => Pair("vehicleOperation");

    /// <summary>公务接待费.</summary>
    public BudgetAndFinal Reception => Pair("reception");

    private BudgetAndFinal Pair(string key) => new(Row.Value(key + "Budget"), Row.Value(key + "Final"));
}

/// <summary>What was planned and what was spent.</summary>
/// <param name="Budget">预算数.</param>
/// <param name="Final">决算数.</param>
public readonly record struct BudgetAndFinal(decimal? Budget, decimal? Final);
