using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// What a fund is spent on, told by classes with the share of each, in a section that does not tell the whole itself:
/// "教育支出（类）900万元，占90%；住房保障支出（类）100万元，占10%".
/// </summary>
internal static class FundClasses
{
    /// <summary>So far may the shares of a complete list be from a hundred: rounding of a handful, or one of them misprinted.</summary>
    private const decimal NearHundred = 1;

    /// <summary>The whole with its classes, list by list. The shares fill a hundred.</summary>
    public static IEnumerable<(StatedFact Whole, StatedFact[] Classes)> Of(NarrativeFacts facts)
    {
        foreach (Topic topic in (Topic[])[Topic.General, Topic.GovernmentFund])
        {
            if (FundWhole.Of(facts, topic) is not { } whole)
                continue;
            foreach (IGrouping<NarrativeSection, StatedFact> section in facts.Firm.Where(told => told.Topic == topic && told is { Kind: FactKind.Share, Fact.Basis: null, Path.Length: 1, Figure: not null }).GroupBy(told => told.Section))
            {
                StatedFact[] shares = [.. section];
                StatedFact?[] classes = [.. shares.Select(share => facts.Before(share, FactKind.Amount))];
                if (Math.Abs(shares.Sum(share => share.Fact.Value!.Value) - 100) <= NearHundred && classes.OfType<StatedFact>().DistinctBy(told => told.Thing).Count() == shares.Length
                    && classes.All(told => told!.Figure is not null && told.IsMeasuredLike(whole) && told != whole))
                    yield return (whole, [.. classes.OfType<StatedFact>()]);
            }
        }
    }

    /// <summary>What the classes are shares of: the whole, where it is told and as many of the shares as all but one are of it.</summary>
    public static Figures.Figure? WholeOf(NarrativeFacts facts, StatedFact share)
    {
        foreach ((StatedFact whole, StatedFact[] classes) in Of(facts))
            if (ReferenceEquals(classes[0].Section, share.Section) && Array.Exists(classes, told => told.Path.SequenceEqual(share.Path)))
            {
                int fitting = classes.Count(told => IsShare(facts, told, whole));
                return fitting > 0 && fitting >= classes.Length - 1 ? whole.Figure : null;
            }
        return null;
    }

    private static bool IsShare(NarrativeFacts facts, StatedFact told, StatedFact whole) => facts.Firm.FirstOrDefault(fact => fact.Kind == FactKind.Share && fact.Order > told.Order
        && ReferenceEquals(fact.Section, told.Section) && fact.Path.SequenceEqual(told.Path)) is { Figure: { } share }
        && Math.Abs((100 * told.Figure!.Value * told.Figure.Unit / (whole.Figure!.Value * whole.Figure.Unit)) - share.Value) <= 2 * share.HalfUnit;
}
