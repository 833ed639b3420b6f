using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>A fact with its place in the text and its figure in the index.</summary>
/// <param name="Order">Position in the text.</param>
/// <param name="Figure">Null where the fact has no value.</param>
internal sealed record StatedFact(
    int Order, NarrativeSection Section, NarrativeSentence Sentence, NarrativeFact Fact, Topic Topic, Figure? Figure)
{
    private static readonly string[] _measures =
        ["年初预算", "全年预算", "调整预算", "预算", "支出决算", "收入决算", "决算", "实际支出", "预算执行", "执行", "价值", "预算安排规模", "采购金额", "金额", "资金"];

    /// <summary>Before a name they say that it is of the whole body.</summary>
    private static readonly string[] _bodies = ["本部门", "部门", "全部"];

    private static readonly string[] _endings = ["预算总额", "总金额", "总额", "金额", "合计", "总计", "数"];

    public FactKind Kind => Fact.Kind;

    /// <summary>The section whose heading says what its own and those of the headings below are about.</summary>
    public required NarrativeSection Chapter { get; init; }

    /// <summary>The year that is told of what this is a part of.</summary>
    public int? YearOfWhole { get; init; }

    /// <summary>What year the figure is of, in its own words or by its whole; null where neither says.</summary>
    public int? Year => Fact.Year ?? YearOfWhole;

    public ImmutableArray<string> Path => Fact.Subject;

    /// <summary>Last element of the path that names a thing, as names are compared.</summary>
    public string Thing { get; } = Bare(ThingOf(Fact.Subject));

    /// <summary>年初预算, 决算, 价值 …; "" where the figure is of the thing itself.</summary>
    public string Measure { get; } = MeasureOf(Fact.Subject);

    /// <summary>The thing without the words 预算 and 总, which writers put in and leave out: 财政拨款预算支出 is 财政拨款支出总计.</summary>
    public string Core { get; } = CoreOf(Bare(ThingOf(Fact.Subject)));

    /// <summary>The same told of another subject: what a cell is looked up by.</summary>
    public StatedFact About(ImmutableArray<string> subject) => new(Order, Section, Sentence, Fact with { Subject = subject }, Topic, Figure) { Chapter = Chapter, YearOfWhole = YearOfWhole };

    /// <summary>In final accounts a part of “三公”经费预算 was planned, whatever it is called itself.</summary>
    public StatedFact AsInAccounts() => Measure.Length == 0 && Path.Length > 1 && Names.Loose(Path[^2]) is var whole && whole.Contains("三公经费", StringComparison.Ordinal) && whole.TrimEnd('数').EndsWith("预算", StringComparison.Ordinal)
        ? About([.. Path, "预算"]) : this;

    /// <summary>The path without the measure at its end.</summary>
    public ImmutableArray<string> ThingPath => Measure.Length > 0 ? Path[..^1] : Path;

    /// <summary>The names of things in the path.</summary>
    public ImmutableArray<string> WithoutMeasures => [.. Path.Where((part, i) => i == 0 || MeasureName(part) is null)];

    /// <summary>The measure of what a part is of: 决算 of [三公经费, 决算, 公务接待费]; "" for none.</summary>
    public string InnerMeasure { get; } = Fact.Subject.Skip(1).SkipLast(1).Select(MeasureName).LastOrDefault(measure => measure is not null) ?? "";

    /// <summary>The names of things above the last.</summary>
    public ReadOnlySpan<string> Above => WithoutMeasures.AsSpan(0, Math.Max(0, WithoutMeasures.Length - 1));

    /// <summary>Two facts whose paths begin alike are of one list.</summary>
    public bool IsBeside(StatedFact other)
    {
        (ImmutableArray<string> left, ImmutableArray<string> right) = (ThingPath, other.ThingPath);
        return Measure == other.Measure && left.Length == right.Length && left.AsSpan(0, left.Length - 1).SequenceEqual(right.AsSpan(0, right.Length - 1));
    }

    /// <summary>"预算为44万元，实际支出决算为22万元。其中：…": what is said to be of 决算 is of no plan.</summary>
    public bool IsSpentOfPlan(StatedFact whole) => InnerMeasure.Length > 0 && InnerMeasure != whole.Measure && whole.Thing.EndsWith("预算", StringComparison.Ordinal);

    /// <summary>A figure of a part of what the other is of, measured alike: 基本支出 of 支出预算.</summary>
    public bool IsPartOf(StatedFact whole) => (HasMeasureOf(whole) || (Measure.Length == 0 && IsMoneyOf(whole.Measure) && InnerMeasure == whole.Measure)) && !IsSpentOfPlan(whole) && Cores.Length == whole.Cores.Length + 1 && Cores.AsSpan(0, whole.Cores.Length).SequenceEqual(whole.Cores.AsSpan());

    /// <summary>The path by the cores of its names, without measures: [公务接待费, 支出决算, 国内公务接待] is [公务接待费, 国内公务接待].</summary>
    private ImmutableArray<string> Cores { get; } = [.. Fact.Subject.Where((part, i) => i == 0 || MeasureName(part) is null).Select(part => CoreOf(Bare(part)))];

    /// <summary>收入总计 told again as 收入合计, “三公”经费支出 as “三公”经费预算: what follows is a list of the later one.</summary>
    public bool TellsAgain(StatedFact whole) => Kind == whole.Kind && !Fact.Aside && IsMeasuredLike(whole)
        && (Path.SequenceEqual(whole.Path) || (HasMeasureOf(whole) && Path[^1] != whole.Path[^1] && Cores.AsSpan().SequenceEqual(whole.Cores.AsSpan())));

    /// <summary>Both money, or counted in one unit.</summary>
    public bool IsMeasuredLike(StatedFact other) => Fact.Unit == other.Fact.Unit || IsMoney(Fact.Unit) && IsMoney(other.Fact.Unit);

    public CellReference Reference => Figure?.Reference ?? new CellReference
    {
        Statement = CellId.Narrative, Name = Section.Heading, Text = Sentence.Text, Column = string.Join('/', Path), Occurrence = Fact.Occurrence,
        Amount = Fact.Value, Page = Fact.Page, Box = Fact.Box,
    };

    /// <summary>财政拨款“三公”经费数 → 财政拨款三公经费.</summary>
    public static string Bare(string name)
    {
        string loose = Names.Loose(name);
        foreach (string ending in _endings)
            if (loose.Length > ending.Length + 1 && loose.EndsWith(ending, StringComparison.Ordinal))
                return loose[..^ending.Length];
        return loose;
    }

    /// <summary>支出决算 and 决算数 are one measure, and beside them a figure without one is what was spent.</summary>
    public bool HasMeasureOf(StatedFact other) => Measure == other.Measure || (IsOutcome(Measure) && IsOutcome(other.Measure)) || (IsMoneyOf(Measure) && IsMoneyOf(other.Measure));

    private static bool IsOutcome(string measure) => measure is "" or "支出决算" or "收入决算" or "决算" or "实际支出";

    /// <summary>涉及资金 of a list and 金额 of its items are one measure.</summary>
    private static bool IsMoneyOf(string measure) => measure is "涉及金额" or "金额" or "资金";

    public static string CoreOf(string thing)
    {
        if (thing.Contains("三公经费", StringComparison.Ordinal))
            return "三公经费";
        // 因公出国（境）费, 因公出国（境）经费支出, 因公出国（境）支出决算.
        if (thing.StartsWith("因公出国境", StringComparison.Ordinal) && (thing == "因公出国境" || thing.EndsWith('费') || thing.EndsWith("费用", StringComparison.Ordinal) || thing.EndsWith("支出", StringComparison.Ordinal)))
            return "因公出国境费";
        string core = thing.Replace("预算", "", StringComparison.Ordinal).Replace("收入支出", "收支", StringComparison.Ordinal).Replace("收支总体", "收支", StringComparison.Ordinal).Replace("收支决算", "收支", StringComparison.Ordinal).TrimEnd('总');
        core = core.Replace("公车", "公务用车", StringComparison.Ordinal);
        foreach (string body in _bodies)
            if (core.StartsWith(body, StringComparison.Ordinal) && core.Length > body.Length + 1)
                core = core[body.Length..];
        // 总支出 is 支出, 公务接待费支出 is 公务接待费.
        if (core is ['总', '收' or '支', ..])
            core = core[1..];
        if (core.EndsWith("费支出", StringComparison.Ordinal))
            core = core[..^2];
        return core.Length > 0 ? core : thing;
    }

    private static bool IsMoney(string? unit) => unit is not null && unit.EndsWith('元');

    private static string ThingOf(ImmutableArray<string> path) =>
        path.LastOrDefault(part => MeasureName(part) is null) ?? path.LastOrDefault() ?? "";

    private static string MeasureOf(ImmutableArray<string> path) => path.Length > 1 ? MeasureName(path[^1]) ?? "" : "";

    private static string? MeasureName(string part) =>
        part.StartsWith("涉及", StringComparison.Ordinal) && !part.EndsWith("项目", StringComparison.Ordinal) ? "涉及金额"
        : Array.Find(_measures, measure => part == measure || part == measure + "数");
}
