using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>A rise is a 增长, a fall a 下降; and where both figures are printed, the greater one is the later one of a rise.</summary>
internal sealed class DirectionRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        foreach (StatedComparison comparison in StatedComparisons.Of(index).All)
        {
            if (comparison is { Change: { } change, Growth: { } growth })
                yield return Agree(change, growth);
            if (comparison is { Now: { } now, Prior: { } prior, Difference: { } difference } && (comparison.Change ?? comparison.Growth)!.Fact.Value != 0)
                yield return Fit(comparison, now, prior, difference);
        }
    }

    private Observation Agree(StatedFact change, StatedFact growth)
    {
        bool agrees = growth.Fact.Value == 0 || change.Fact.Value == 0 || growth.Fact.Direction == change.Fact.Direction;
        return new Observation(this, agrees, FactWording.Of(change) + new Phrase("与", " and ") + FactWording.Of(growth) + new Phrase("增减方向不一致", " point in different directions"))
        {
            Cells = [change.Reference, growth.Reference],
            Suspect = growth.Reference,
        };
    }

    private Observation Fit(StatedComparison comparison, StatedFact now, StatedFact prior, int difference)
    {
        StatedFact told = (comparison.Change ?? comparison.Growth)!;
        bool fits = difference == 0 || difference == comparison.Direction;
        return new Observation(this, fits, FactWording.Of(now) + new Phrase("，所比为 ", ", against ") + FactWording.Of(prior)
            + new Phrase($"，应为{Word(difference)}，正文写作{Word(comparison.Direction)}", $": a {English(difference)}, called a {English(comparison.Direction)}"))
        {
            // A rate that was worked out the wrong way round is no second mistake.
            Cells = [told.Reference, now.Reference, prior.Reference, .. comparison.Growth is { } rate && rate != told ? (CellReference[])[rate.Reference] : []],
            Suspect = told.Reference,
        };
    }

    private static string Word(int direction) => direction > 0 ? "增加" : "减少";

    private static string English(int direction) => direction > 0 ? "rise" : "fall";
}

/// <summary>决算数大于预算数, 与上年持平: a word without an amount, against the two figures that it joins.</summary>
internal sealed class ComparedWordRule : Rule
{
    private static readonly string[] _plans = ["年初预算", "全年预算", "调整预算", "预算"];

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach (StatedFact word in facts.Firm.Where(told => told is { Kind: FactKind.Change, Figure: null, Fact.Direction: not null }))
        {
            if (facts.Near(word, FactKind.Amount, FactKind.Count) is not { Figure: not null } now)
                continue;
            StatedFact[] others = [.. Others(facts, word, now)];
            if (others.Length > 0)
                yield return Look(word, WholeThatFits(facts, word, now, others) ?? now, others);
        }
    }

    /// <summary>Several figures may be meant by 预算数: only a word that contradicts them all is wrong.</summary>
    private Observation Look(StatedFact word, StatedFact now, StatedFact[] others)
    {
        bool fits = Fits(word, now, others);
        Phrase figures = FactWording.Of(now) + new Phrase("，", ", ") + Phrase.Join(new("，", ", "), others.Select(FactWording.Of));
        return new Observation(this, fits, figures + new Phrase(
            $"：第 {word.Fact.Page} 页正文“{word.Fact.Text}”与之不符", $": page {word.Fact.Page} says “{word.Fact.Text}”"))
        {
            Cells = [word.Reference, now.Reference, .. others.Select(other => other.Reference)],
            Suspect = word.Reference,
        };
    }

    private static bool Fits(StatedFact word, StatedFact now, StatedFact[] others) => others.Any(other =>
        StatedComparison.Sign(now.Figure!, other.Figure!) is var sign && (sign == word.Fact.Direction || (sign == 0 && now.Figure!.Value != other.Figure!.Value)));

    /// <summary>"运行费50万元，其中：加油30万元，保险20万元。与上年50万元持平": behind a list the word may be of the whole again.</summary>
    private static StatedFact? WholeThatFits(NarrativeFacts facts, StatedFact word, StatedFact now, StatedFact[] others)
    {
        if (word.Fact.Direction != 0 || Fits(word, now, others))
            return null;
        for (int length = word.Path.Length - 1; length > 0; length--)
            if (facts.OfPath(word, word.Path[..length]) is { } whole && whole.IsMeasuredLike(now) && Fits(word, whole, others))
                return whole;
        return null;
    }

    private static IEnumerable<StatedFact> Others(NarrativeFacts facts, StatedFact word, StatedFact now)
    {
        string basis = word.Fact.Basis ?? "";
        // 与上年预算数370.00万元持平: the figure stands directly before the word.
        if (word.Order > 0 && facts.All[word.Order - 1] is { Kind: FactKind.Prior, Figure: not null, Fact.Aside: false } direct && ReferenceEquals(direct.Sentence, word.Sentence))
            return direct.IsMeasuredLike(now) ? [direct] : [];
        // In the paragraph of the word, before it: what is told of the thing elsewhere may be of another scope.
        IEnumerable<StatedFact> told = facts.Firm.Where(fact => fact != now && fact.Figure is not null && fact.Order < word.Order && word.Order - fact.Order <= Reach
            && ReferenceEquals(fact.Section, word.Section) && fact.IsMeasuredLike(now));
        if (now.Measure.EndsWith("决算", StringComparison.Ordinal) && basis.TrimEnd('数').EndsWith("预算", StringComparison.Ordinal) && !IsOtherYear(basis))
            return told.Where(fact => fact.Kind == FactKind.Amount && fact.Core == now.Core && fact.Path.Length == now.Path.Length && IsPlan(fact.Measure, basis));
        return IsOtherYear(basis)
            ? told.Where(fact => (fact.Kind == FactKind.Prior || facts.IsLastYear(basis, fact)) && fact.Core == now.Core && SamePlan(basis, fact))
            : [];
    }

    /// <summary>An account's own figures stand within so many facts.</summary>
    private const int Reach = 8;

    private static bool IsOtherYear(string basis) => basis.StartsWith('上') || basis.StartsWith("去年", StringComparison.Ordinal) || basis.StartsWith("20", StringComparison.Ordinal);

    private static bool IsPlan(string measure, string basis) =>
        basis.TrimEnd('数') is "预算" ? Array.IndexOf(_plans, measure) >= 0 : basis.StartsWith(measure, StringComparison.Ordinal) && measure.Length > 0;

    private static bool SamePlan(string basis, StatedFact fact)
    {
        string words = fact.Measure + fact.Fact.Basis;
        return basis.Contains("执行", StringComparison.Ordinal) == words.Contains("执行", StringComparison.Ordinal)
            && basis.Contains("决算", StringComparison.Ordinal) == words.Contains("决算", StringComparison.Ordinal);
    }
}
