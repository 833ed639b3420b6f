using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// "“三公”经费35万元，比上年减少5万元。接待费10万元，比上年下降16.7%；运行费15万元，下降16.7%；出国费10万元，持平": what each was before follows from
/// its rate, and together they are what the whole was before. Likewise the plans, where it is told how much of each was spent.
/// </summary>
internal sealed class ImpliedBaseRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach ((StatedFact whole, StatedFact[] parts) in SumRule.Filled(facts, Topic.OfficialExpenses))
            foreach (string basis in ImpliedBase.BasesOf(index, whole))
            {
                if (ImpliedBase.Of(index, whole, basis) is not { } total)
                    continue;
                ImpliedBase?[] all = [.. parts.Select(part => ImpliedBase.Of(index, part, basis))];
                // Where every change is told as an amount, the changes are added themselves.
                if (all.Any(part => part is null) || (all.All(part => part!.IsOfAmounts) && total.IsOfAmounts))
                    continue;
                AmountInterval sum = all.Aggregate(AmountInterval.Exactly(0), (left, right) => left + right!.Value);
                yield return new Observation(this, sum.Overlaps(total.Value),
                    Phrase.Join(new("，", ", "), parts.Prepend(whole).Select(FactWording.Of))
                    + new Phrase($"：按各项所称增减或完成率推算，{basis}合计应为 {Wan(sum)}，按总额推算为 {Wan(total.Value)}", $": by the parts' rates they were {Wan(sum)} before, by the whole's {Wan(total.Value)}"))
                {
                    Cells = [.. all.Prepend(total).SelectMany(one => one!.Told).Concat(parts.Prepend(whole)).Distinct().Select(told => told.Reference)],
                };
            }
    }

    private static string Wan(AmountInterval value) => $"{value.Centre / 10_000:0.00}万元";
}

/// <summary>What a figure is compared with, as its change or rate implies.</summary>
/// <param name="Value">In yuan.</param>
/// <param name="IsOfAmounts">It follows from amounts alone.</param>
/// <param name="Told">What it follows from, beside the figure.</param>
internal sealed record ImpliedBase(AmountInterval Value, bool IsOfAmounts, StatedFact[] Told)
{
    /// <summary>上年, 上年预算, 年初预算 …: what the text compares a figure with.</summary>
    public static IEnumerable<string> BasesOf(FigureIndex index, StatedFact figure) =>
        Comparisons(index, figure).Select(comparison => Key(comparison.Basis)).Concat(Completions(index, figure).Select(rate => Key(rate.Fact.Basis))).OfType<string>().Where(basis => basis.Length > 0).Distinct();

    /// <summary>Null where the text does not tell it, or tells it twice.</summary>
    public static ImpliedBase? Of(FigureIndex index, StatedFact figure, string basis)
    {
        ImpliedBase[] found =
        [
            .. Comparisons(index, figure).Where(comparison => Key(comparison.Basis) == basis).Select(comparison => Before(figure, comparison)).OfType<ImpliedBase>(),
            .. Unchanged(index, figure).Where(word => Key(word.Fact.Basis) == basis).Select(word => new ImpliedBase(Interval(figure), true, [word])),
            .. Completions(index, figure).Where(rate => Key(rate.Fact.Basis) == basis).Select(rate => Plan(figure, rate)).OfType<ImpliedBase>(),
        ];
        return Array.Find(found, one => one.IsOfAmounts) ?? (found.Length > 0 ? found[0] : null);
    }

    private static string? Key(string? basis) => basis is null ? null : basis.Contains("年初", StringComparison.Ordinal) ? basis.TrimEnd('数') : RestatedChangeRule.Base(basis);

    private static IEnumerable<StatedComparison> Comparisons(FigureIndex index, StatedFact figure) =>
        StatedComparisons.Of(index).All.Where(comparison => comparison.Now is { } now && IsOf(figure, now));

    private static IEnumerable<StatedFact> Unchanged(FigureIndex index, StatedFact figure)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        return facts.Firm.Where(told => told is { Kind: FactKind.Change, Figure: null, Fact.Direction: 0 } && ReferenceEquals(told.Section, figure.Section) && facts.Near(told, FactKind.Amount) is { } now && IsOf(figure, now));
    }

    private static IEnumerable<StatedFact> Completions(FigureIndex index, StatedFact figure)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        return facts.Firm.Where(told => told is { Kind: FactKind.Share, Figure: not null } && ShareRule.IsCompletion(told) && facts.Near(told, FactKind.Amount) is { } now && IsOf(figure, now));
    }

    /// <summary>The very figure, or the same told again.</summary>
    private static bool IsOf(StatedFact figure, StatedFact now) => now == figure || (now.Core == figure.Core && now.Topic == figure.Topic && now.HasMeasureOf(figure)
        && now.Figure is { } told && told.Value * told.Unit == figure.Figure!.Value * figure.Figure.Unit);

    private static ImpliedBase? Before(StatedFact figure, StatedComparison comparison)
    {
        AmountInterval now = Interval(figure);
        if (comparison.Prior is { Figure: not null } prior)
            return new(Interval(prior), true, [prior]);
        if (comparison.Change is { Figure: { } by } change && change.IsMeasuredLike(figure))
            return new(now - (AmountInterval.Around(by.Value, by.HalfUnit) * (comparison.Direction * by.Unit)), true, [change]);
        return comparison.Growth is { Figure: { } rate, Fact.Unit: "%" } growth
            ? Divided(now, 100 + (comparison.Direction * Rate(rate).Low), 100 + (comparison.Direction * Rate(rate).High)) is { } before ? new(before, false, [growth]) : null
            : null;
    }

    private static ImpliedBase? Plan(StatedFact figure, StatedFact rate) =>
        Divided(Interval(figure), Rate(rate.Figure!).Low, Rate(rate.Figure!).High) is { } plan ? new(plan, false, [rate]) : null;

    /// <summary>A rate may be cut off as well as rounded.</summary>
    private static AmountInterval Rate(Figure rate) => new(rate.Value - rate.HalfUnit, rate.Value + (2 * rate.HalfUnit));

    /// <summary>Null where nothing follows from the rate: of nothing, and of a rate that may be nothing.</summary>
    private static AmountInterval? Divided(AmountInterval now, decimal one, decimal other)
    {
        (decimal low, decimal high) = (Math.Min(one, other), Math.Max(one, other));
        return low <= 0 || now.Low <= 0 ? null : new(100 * now.Low / high, 100 * now.High / low);
    }

    private static AmountInterval Interval(StatedFact told) => AmountInterval.Around(told.Figure!.Value, told.Figure.HalfUnit) * told.Figure.Unit;
}
