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
        ["年初预算", "全年预算", "调整预算", "预算", "支出决算", "收入决算", "决算", "预算执行", "执行", "价值", "预算安排规模", "采购金额"];

    private static readonly string[] _endings = ["预算总额", "总金额", "总额", "金额", "合计", "总计", "数"];

    public FactKind Kind => Fact.Kind;

    public ImmutableArray<string> Path => Fact.Subject;

    /// <summary>Last element of the path that names a thing, as names are compared.</summary>
    public string Thing { get; } = Bare(ThingOf(Fact.Subject));

    /// <summary>年初预算, 决算, 价值 …; "" where the figure is of the thing itself.</summary>
    public string Measure { get; } = MeasureOf(Fact.Subject);

    /// <summary>The thing without the words 预算 and 总, which writers put in and leave out: 财政拨款预算支出 is 财政拨款支出总计.</summary>
    public string Core { get; } = CoreOf(Bare(ThingOf(Fact.Subject)));

    /// <summary>The same told of another subject: what a cell is looked up by.</summary>
    public StatedFact About(ImmutableArray<string> subject) => new(Order, Section, Sentence, Fact with { Subject = subject }, Topic, Figure);

    /// <summary>Two facts whose paths begin alike are of one list.</summary>
    public bool IsBeside(StatedFact other) => Path.Length == other.Path.Length && Path.AsSpan(0, Path.Length - 1).SequenceEqual(other.Path.AsSpan(0, Path.Length - 1));

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

    /// <summary>支出决算 and 决算数 are one measure.</summary>
    public bool HasMeasureOf(StatedFact other) => Measure == other.Measure || (IsOutcome(Measure) && IsOutcome(other.Measure));

    private static bool IsOutcome(string measure) => measure is "支出决算" or "收入决算" or "决算";

    public static string CoreOf(string thing)
    {
        if (thing.Contains("三公经费", StringComparison.Ordinal))
            return "三公经费";
        string core = thing.Replace("预算", "", StringComparison.Ordinal).Replace("收入支出", "收支", StringComparison.Ordinal).TrimEnd('总');
        return core.Length > 0 ? core : thing;
    }

    private static bool IsMoney(string? unit) => unit is not null && unit.EndsWith('元');

    private static string ThingOf(ImmutableArray<string> path) =>
        path.LastOrDefault(part => MeasureName(part) is null) ?? path.LastOrDefault() ?? "";

    private static string MeasureOf(ImmutableArray<string> path) => path.Length > 1 ? MeasureName(path[^1]) ?? "" : "";

    private static string? MeasureName(string part) =>
        part.StartsWith("涉及", StringComparison.Ordinal) ? "涉及金额"
        : Array.Find(_measures, measure => part == measure || part == measure + "数");
}
