using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// A fund's own money and what comes from above: two columns of T02 in newer forms, one in older ones, while
/// the text tells them apart in both.
/// </summary>
/// <param name="Column">Key of the fund's own column, or of the only one.</param>
/// <param name="Transfer">Key of the column for what comes from above.</param>
/// <param name="Word">The fund as the text calls it.</param>
internal sealed record FundSources(string Column, string Transfer, string Word)
{
    public static readonly FundSources General = new("generalBudget", "generalTransfer", "一般公共预算");

    public static readonly FundSources GovernmentFund = new("governmentFund", "governmentFundTransfer", "政府性基金");

    public static readonly FundSources StateCapital = new("stateCapital", "stateCapitalTransfer", "国有资本经营预算");

    public static readonly FundSources[] All = [General, GovernmentFund, StateCapital];

    /// <summary>The cell of the fund's own money; none where the column holds both and the text tells both.</summary>
    public Located Own(FigureIndex index) => IsJoined(index) && Stated(index, above: true) is not null
        ? new(null, new($"T02 不分列上级{Word}转移支付", $"a column of T02 for {Transfer}"))
        : Binding.Printed(index, Operand.Total("T02", Column));

    /// <summary>True where T02 has one column for both.</summary>
    public bool IsJoined(FigureIndex index) => index.Find("T02") is { } table && table.HasColumn(Column) && !table.HasColumn(Transfer);

    /// <summary>What the section on income tells of the fund's own money, or of what comes from above.</summary>
    public StatedFact? Stated(FigureIndex index, bool above) => NarrativeFacts.Of(index).Firm.FirstOrDefault(told =>
        told is { Topic: Topic.Income, Kind: FactKind.Amount, Measure: "" }
        && told.Thing.StartsWith(above ? "上级" + Word : Word, StringComparison.Ordinal));
}
