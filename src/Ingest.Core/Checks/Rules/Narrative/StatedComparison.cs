using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using SubjectPath = Ingest.Core.Narrative.Grammar.SubjectPath;
using Years = Ingest.Core.Narrative.Grammar.Years;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// What a text says of one comparison: "X 60.00万元，比2023年执行数50.00万元增加10.00万元，增长20.00%". Any of the
/// four may be left unsaid, and nothing that is not said is guessed.
/// </summary>
/// <param name="Change">By how much.</param>
/// <param name="Growth">At what rate.</param>
/// <param name="Now">What is compared.</param>
/// <param name="Prior">What it is compared with.</param>
internal sealed record StatedComparison(StatedFact? Change, StatedFact? Growth, StatedFact? Now, StatedFact? Prior)
{
    /// <summary>1 for a rise, −1 for a fall: the word of the change, or else of the rate.</summary>
    public int Direction => (Change ?? Growth!).Fact.Direction ?? 1;

    /// <summary>上年预算, 年初预算 …; null where unsaid.</summary>
    public string? Basis => Change?.Fact.Basis ?? Growth?.Fact.Basis ?? Prior?.Fact.Basis;

    /// <summary>1, 0 or −1 as the two figures have it, which differ by more than one unit of the last digit; null where one of them is not told.</summary>
    public int? Difference => Now?.Figure is { } now && Prior?.Figure is { } prior ? Sign(now, prior) : null;

    /// <summary>上年执行数, 决算数: what was spent, as against what was planned.</summary>
    public static bool IsSpent(string words) =>
        words.Contains("执行", StringComparison.Ordinal) || words.Contains("决算", StringComparison.Ordinal) || words.Contains("实际", StringComparison.Ordinal);

    /// <summary>How two figures differ; 0 within one unit of the last digit of the coarser.</summary>
    public static int Sign(Figure now, Figure prior)
    {
        decimal difference = (now.Value * now.Unit) - (prior.Value * prior.Unit);
        decimal digit = 2 * Math.Max(now.HalfUnit * now.Unit, prior.HalfUnit * prior.Unit);
        return Math.Abs(difference) <= digit ? 0 : Math.Sign(difference);
    }
}

/// <summary>All comparisons of a text, in order.</summary>
internal sealed class StatedComparisons
{
    private readonly NarrativeFacts _facts;

    private StatedComparisons(NarrativeFacts facts)
    {
        _facts = facts;
        StatedFact[] told = [.. facts.Firm.Where(fact => fact.Kind is FactKind.Change or FactKind.Growth or FactKind.Amount or FactKind.Count or FactKind.Prior)];
        List<StatedComparison> all = [];
        HashSet<StatedFact> paired = [];
        for (int i = 0; i < told.Length; i++)
        {
            if (!IsMove(told[i]) || paired.Contains(told[i]))
                continue;
            StatedFact first = told[i];
            StatedFact? growth = first.Kind == FactKind.Growth ? first : RateOf(told, i);
            StatedFact? change = first.Kind == FactKind.Change ? first : ChangeBehind(told, i);
            paired.UnionWith(((StatedFact?[])[growth, change]).OfType<StatedFact>());
            all.Add(Of(change, growth));
        }
        All = all;
    }

    /// <summary>The rate told with a change: the next of its sentence and subject; among figures side by side, those of the others stand between.</summary>
    private static StatedFact? RateOf(StatedFact[] told, int change)
    {
        for (int i = change + 1; i < told.Length && ReferenceEquals(told[i].Sentence, told[change].Sentence); i++)
            if (told[i].Path.SequenceEqual(told[change].Path))
                return told[i].Kind == FactKind.Growth ? told[i] : null;
            else if (told[i].Kind is not (FactKind.Change or FactKind.Growth))
                return null;
        return null;
    }

    /// <summary>比上年增长20.00%，增加20.00万元: the change told directly behind its rate, where it has no rate of its own.</summary>
    private static StatedFact? ChangeBehind(StatedFact[] told, int growth) => growth + 1 < told.Length && told[growth + 1] is { Kind: FactKind.Change, Fact.Basis: null } change
        && IsMove(change) && ReferenceEquals(change.Sentence, told[growth].Sentence) && change.Path.SequenceEqual(told[growth].Path)
        && change.Fact.Direction == told[growth].Fact.Direction && RateOf(told, growth + 1) is null ? change : null;

    public IReadOnlyList<StatedComparison> All { get; }

    public static StatedComparisons Of(FigureIndex index) => index.Derived(opened => new StatedComparisons(NarrativeFacts.Of(opened)));

    /// <summary>A change with an amount, or a rate; 百分点 are points of a share.</summary>
    private static bool IsMove(StatedFact fact) => fact is { Kind: FactKind.Growth, Figure: not null }
        || fact is { Kind: FactKind.Change, Figure: not null, Fact.Direction: not null } && fact.Fact.Unit?.EndsWith("百分点", StringComparison.Ordinal) == false;

    private StatedComparison Of(StatedFact? change, StatedFact? growth)
    {
        StatedFact first = change ?? growth!;
        string? basis = change?.Fact.Basis ?? growth?.Fact.Basis;
        StatedFact? now = _facts.Near(first, FactKind.Amount, FactKind.Count) ?? _facts.Elsewhere(first);
        StatedFact? prior = Prior(first, basis);
        return new StatedComparison(change, growth, now is not null && change is not null ? Meant(change, growth, now, prior) : now, prior);
    }

    /// <summary>
    /// "机关运行经费100万元，其中：办公费20万元，差旅费15万元。比上年增加5万元，增长5.26%": behind a list a change may be of the whole again. It is where the
    /// rate fits the whole and not the last part, and where the change is more than the part.
    /// </summary>
    private StatedFact Meant(StatedFact change, StatedFact? growth, StatedFact now, StatedFact? prior)
    {
        // A rate of a few last digits, 0.01%, fits many wholes.
        if (Fits(change, growth, now, prior) || growth?.Figure is { } rate && rate.Value <= Telling * rate.HalfUnit)
            return now;
        for (int length = change.Path.Length - 1; length > 0; length--)
            if (_facts.OfPath(change, change.Path[..length]) is { } whole && change.IsMeasuredLike(whole) && Fits(change, growth, whole, prior))
                return whole;
        return now;
    }

    private const int Telling = 20;

    private static bool Fits(StatedFact change, StatedFact? growth, StatedFact now, StatedFact? prior)
    {
        if (change.Figure is not { } by || now.Figure is not { } amount)
            return true;
        int direction = change.Fact.Direction ?? 1;
        decimal before = (amount.Value * amount.Unit) - (direction * by.Value * by.Unit);
        if (prior?.Figure is { } printed)
            return Math.Abs(before - (printed.Value * printed.Unit)) <= 2 * Math.Max(amount.HalfUnit * amount.Unit, printed.HalfUnit * printed.Unit);
        if (growth?.Figure is not { } rate || growth.Fact.Unit == "倍")
            return before >= 0;
        return before > 0 && Math.Abs((100 * by.Value * by.Unit / before) - rate.Value) <= 2 * rate.HalfUnit;
    }

    private StatedFact? Prior(StatedFact first, string? basis) =>
        InSentence(first, basis) ?? OfOtherYear(first, basis) ?? OfPlan(first, basis);

    /// <summary>年初预算1000万元，决算950万元，决算数比预算数减少50万元: the one plan told of the thing.</summary>
    private StatedFact? OfPlan(StatedFact first, string? basis)
    {
        if (basis is null || !basis.TrimEnd('数').EndsWith("预算", StringComparison.Ordinal) || basis.Contains("上年", StringComparison.Ordinal) || _facts.IsLastYear(basis, first))
            return null;
        StatedFact[] plans = [.. _facts.Firm.Where(fact => ReferenceEquals(fact.Section, first.Section) && fact.Order < first.Order && first.Order - fact.Order <= Reach
            && fact is { Kind: FactKind.Amount, Figure: not null, Measure: "年初预算" or "全年预算" or "调整预算" or "预算" } && fact.ThingPath.SequenceEqual(first.ThingPath)
            && (first.Kind == FactKind.Growth || fact.IsMeasuredLike(first)))];
        return plans is [var plan] && (basis.TrimEnd('数') == "预算" || basis.Contains(plan.Measure, StringComparison.Ordinal)) ? plan : null;
    }

    /// <summary>A thing's own figures stand within so many facts.</summary>
    private const int Reach = 8;

    /// <summary>The last figure compared with before the change, unless another figure stands between.</summary>
    private StatedFact? InSentence(StatedFact first, string? basis)
    {
        for (int i = first.Order - 1; i >= 0 && ReferenceEquals(_facts.All[i].Sentence, first.Sentence); i--)
        {
            StatedFact fact = _facts.All[i];
            if (fact.Fact.Aside || fact.Figure is null)
                continue;
            if (fact.Kind != FactKind.Prior)
                return null;
            return fact.IsMeasuredLike(first) || first.Kind == FactKind.Growth ? Agrees(fact, basis) ? fact : null : null;
        }
        return null;
    }

    private static bool Agrees(StatedFact prior, string? basis) =>
        basis is null || prior.Fact.Year is null || !Years.In(basis).Any() || Years.In(basis).Contains(prior.Fact.Year.Value);

    /// <summary>2023年执行数50.00万元 told for itself: only where one figure fits what the change is said to be against.</summary>
    private StatedFact? OfOtherYear(StatedFact first, string? basis)
    {
        StatedFact[] found = [.. _facts.Firm.Where(fact => ReferenceEquals(fact.Section, first.Section) && fact.Order < first.Order
            && fact.Kind is FactKind.Amount or FactKind.Count or FactKind.Prior && fact.Figure is not null && (fact.Core == first.Core || IsItsMeasure(fact, first))
            && (first.Kind == FactKind.Growth || fact.IsMeasuredLike(first)) && _facts.IsLastYear(basis, fact) && SaysAlike(basis, fact))];
        return found is [var one] ? one : null;
    }

    /// <summary>"2023年执行数50.00万元，2024年机关运行经费预算60.00万元": the thing is named behind.</summary>
    private static bool IsItsMeasure(StatedFact fact, StatedFact first) =>
        ReferenceEquals(fact.Sentence, first.Sentence) && fact.Path is [var only] && SubjectPath.IsMeasure(only);

    /// <summary>比2023年预算 is no comparison with 2023年执行数, nor 比上年实际支出 with what was planned.</summary>
    private static bool SaysAlike(string? basis, StatedFact fact)
    {
        string words = fact.Path[^1] + fact.Fact.Basis;
        return basis is null || StatedComparison.IsSpent(basis) == StatedComparison.IsSpent(words);
    }
}
