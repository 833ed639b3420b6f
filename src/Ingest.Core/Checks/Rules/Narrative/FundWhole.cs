using System.Text.RegularExpressions;
using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// The one amount that the sections on a fund tell of all of it: below one heading "一般公共预算当年拨款4,700万元", and below the next what it is
/// spent on.
/// </summary>
internal static partial class FundWhole
{
    /// <summary>Null where nothing is told, or different amounts are.</summary>
    public static StatedFact? Of(NarrativeFacts facts, Topic topic)
    {
        StatedFact[] told = topic is Topic.General or Topic.GovernmentFund
            ? [.. facts.Firm.Where(fact => fact is { Kind: FactKind.Amount, Figure: { IsPrinted: true, Value: > 0 }, Measure: "" or "支出决算" or "决算" } && fact.Topic == topic && fact.ThingPath.Length == 1
                && !facts.IsOfOtherYear(fact) && (topic == Topic.General ? General() : GovernmentFund()).IsMatch(fact.Core))]
            : [];
        return told.Length > 0 && told.All(fact => fact.Figure!.Value * fact.Figure.Unit == told[0].Figure!.Value * told[0].Figure!.Unit) ? told[0] : null;
    }

    [GeneratedRegex("^一般公共(?:当年|本年)?(?:财政)?(?:拨款)?(?:支出)?$")]
    private static partial Regex General();

    [GeneratedRegex("^政府性基金(?:当年|本年)?(?:财政)?(?:拨款)?(?:支出)?$")]
    private static partial Regex GovernmentFund();
}
