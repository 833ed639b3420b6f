using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Parts that a sentence or section lists completely add up to their whole.</summary>
internal sealed class SumRule : Rule
{
    /// <summary>Wholes and the parts that make them up; where one part is not told the sum cannot be formed.</summary>
    private static readonly Composition[] _known =
    [
        Composition.Of([Topic.Expenditure], ".*支出预算|本年支出", "基本支出", "项目支出") with { IsOpen = true },
        Composition.Of([Topic.General], "一般公共预算(?:当年)?拨款(?:支出)?(?:预算)?", "基本支出(?:预算)?", "项目支出(?:预算)?") with { IsOpen = true },
        Composition.Of([Topic.GovernmentFund], "政府性基金(?:预算)?(?:当年)?(?:拨款)?(?:支出)?(?:预算)?", "(?:政府性基金)?基本支出(?:预算)?", "(?:政府性基金)?项目支出(?:预算)?"),
        Composition.Of([Topic.Basic], ".*基本支出", "人员经费", "公用经费"),
        Composition.Of([Topic.OfficialExpenses], ".*三公经费.*", "因公出国境(?:费用?|经费).*", "公务用车购置(?:费)?(?:及|和)运行(?:维护)?费.*", "公务接待费.*"),
        Composition.Of([Topic.OfficialExpenses], ".*三公经费.*", "因公出国境(?:费用?|经费).*", "公务用车购置费.*", "公务用车运行(?:维护)?费.*", "公务接待费.*"),
        Composition.Of([Topic.OfficialExpenses], "公务接待费(?:支出)?", "国内(?:公务)?接待(?:费|支出|费支出|累计)?", "国境外(?:公务)?接待(?:费|支出|费支出|累计)?"),
        Composition.Of([Topic.Procurement], ".*政府采购(?:金额)?(?:预算|以合同签订为准|支出|支出预算|预算支出)?", ".*货物.*", ".*工程.*", ".*服务.*"),
        Composition.Of([Topic.Carryover], "上年结转结余(?:预算)?", "财政拨款结转(?:结余)?", "非财政拨款结转(?:结余)?"),
        Composition.Of([Topic.Body], "实有人?(?:员)?", "在职(?:人员)?", "退休(?:人员)?", "离休(?:人员)?"),
    ];

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        StatedPrecision precision = StatedPrecision.Of(index);
        return _known.SelectMany(known => Apply(facts, known, precision));
    }

    /// <summary>The figures of a whole that this rule adds up; none where it does not know the whole, or the text does not tell its parts.</summary>
    public static IReadOnlyCollection<StatedFact> Added(NarrativeFacts facts, StatedFact whole) =>
    [
        .. from known in _known
           where known.Concerns(whole) && known.IsWhole(whole)
           let parts = Parts(facts, known, facts.Firm.Where(told => ReferenceEquals(told.Chapter, whole.Chapter) && known.Concerns(told)), whole)
           where IsFormed(known, parts)
           from part in parts
           where part is not null
           select part,
    ];

    /// <summary>Wholes of a topic with all their parts, which add up to them.</summary>
    public static IEnumerable<(StatedFact Whole, StatedFact[] Parts)> Filled(NarrativeFacts facts, Topic topic) =>
        from known in _known
        where Array.IndexOf(known.Topics, topic) >= 0
        let told = facts.Firm.Where(known.Concerns).ToArray()
        from whole in told.Where(known.IsWhole).DistinctBy(whole => (whole.Measure, facts.IsOfOtherYear(whole)))
        let parts = Parts(facts, known, told, whole, MeasuresOutcome)
        where Array.TrueForAll(parts, part => part is not null) && Fills(whole, parts!)
        select (whole, parts);

    private IEnumerable<Check> Apply(NarrativeFacts facts, Composition known, StatedPrecision precision)
    {
        foreach (IGrouping<NarrativeSection, StatedFact> section in facts.Firm.Where(known.Concerns).GroupBy(told => told.Chapter))
            // What was planned and what was spent are two wholes with parts of their own.
            foreach (StatedFact whole in section.Where(known.IsWhole).DistinctBy(told => (told.Measure, facts.IsOfOtherYear(told))))
            {
                StatedFact?[] parts = Parts(facts, known, section, whole);
                if (IsFormed(known, parts))
                    yield return Of(this, precision, whole, [.. parts.OfType<StatedFact>(), .. known.IsOpen ? Others(facts, section, whole, parts!) : []]);
            }
    }

    /// <summary>In final accounts what is called by no measure was spent.</summary>
    private static bool MeasuresOutcome(StatedFact part, StatedFact whole) => IsMeasuredAs(part, whole) || part.HasMeasureOf(whole);

    private static StatedFact?[] Parts(NarrativeFacts facts, Composition known, IEnumerable<StatedFact> section, StatedFact whole) => Parts(facts, known, section, whole, IsMeasuredAs);

    private static StatedFact?[] Parts(NarrativeFacts facts, Composition known, IEnumerable<StatedFact> section, StatedFact whole, Func<StatedFact, StatedFact, bool> isMeasuredAs) =>
        [.. known.Parts.Select(part => section.FirstOrDefault(told => told != whole && isMeasuredAs(told, whole) && told.Fact.Unit == whole.Fact.Unit
            && facts.IsOfOneYear(told, whole) && part.IsMatch(told.Thing) && !told.IsSpentOfPlan(whole)))];

    private static bool IsMeasuredAs(StatedFact part, StatedFact whole) =>
        part.Measure == whole.Measure || (part.Measure.Length == 0 && part.InnerMeasure == whole.Measure);

    /// <summary>A kind of procurement that there is none of is often left out; of others every part is wanted.</summary>
    private static bool IsFormed(Composition known, StatedFact?[] parts) => Array.TrueForAll(parts, part => part is not null)
        || (known.Topics is [Topic.Procurement] && parts.OfType<StatedFact>().Count() > 1);

    /// <summary>The list may go on behind the usual parts: 单位预留机动经费, 结转下年资金.</summary>
    private static StatedFact[] Others(NarrativeFacts facts, IEnumerable<StatedFact> section, StatedFact whole, StatedFact[] parts)
    {
        StatedFact[][] lists = [.. PartLists.Of(facts, whole)];
        StatedFact[] all = [.. section
            .Where(told => told.Order > whole.Order && told.Kind == whole.Kind && told.Measure == whole.Measure && told.IsMeasuredLike(whole)
                && told.IsBeside(parts[0]) && !parts.Any(part => part.Thing == told.Thing)
                && (told.Path.Length > 1 || parts.Any(part => ReferenceEquals(part.Sentence, told.Sentence)))
                // By functions and by purposes are two lists.
                && !Array.Exists(lists, list => list.Contains(told) && !list.Contains(parts[0])))
            .DistinctBy(told => told.Thing)];
        StatedFact[] alike = Array.FindAll(all, told => HasShare(facts, told) == HasShare(facts, parts[0]));
        return Fills(whole, [.. parts, .. all]) ? all : alike;
    }

    private static bool Fills(StatedFact whole, StatedFact[] parts) =>
        Math.Abs(InYuan(whole) - parts.Sum(InYuan)) <= parts.Append(whole).Sum(told => told.Figure!.HalfUnit * told.Figure.Unit);

    private static decimal InYuan(StatedFact told) => told.Figure!.Value * told.Figure.Unit;

    /// <summary>A list tells the share of each of its parts, or of none; of one that tells it of some, all parts together fill the whole.</summary>
    private static bool HasShare(NarrativeFacts facts, StatedFact part) => facts.Firm.Any(share =>
        share.Kind == FactKind.Share && ReferenceEquals(share.Sentence, part.Sentence) && share.Path.SequenceEqual(part.Path));

    public static LinearRelation Of(Rule rule, StatedPrecision precision, StatedFact whole, IReadOnlyList<StatedFact> parts) => new(
        rule, whole.Figure!, [.. parts.Select(part => new Term(part.Figure!, 1))],
        // People and cars are counted, not rounded.
        whole.Kind == FactKind.Count ? Comparison.Exact : Comparison.WithinRounding,
        () => FactWording.Of(whole) + Phrase.Same(" = ") + Phrase.Join(Phrase.Same(" + "), parts.Select(FactWording.Of)))
    {
        Precision = whole.Kind == FactKind.Count ? null : precision.HalfUnit,
    };

    private sealed record Composition(Topic[] Topics, Regex Whole, Regex[] Parts)
    {
        public static Composition Of(Topic[] topics, string whole, params string[] parts) => new(topics, Form(whole), [.. parts.Select(Form)]);

        /// <summary>Other parts may stand beside these in the same list.</summary>
        public bool IsOpen { get; init; }

        public bool Concerns(StatedFact told) =>
            told.Kind is FactKind.Amount or FactKind.Count && told.Figure is not null && Array.IndexOf(Topics, told.Topic) >= 0;

        public bool IsWhole(StatedFact told) => Whole.IsMatch(told.Thing);

        private static Regex Form(string form) => new("^(?:" + form + ")$", RegexOptions.CultureInvariant);
    }
}
