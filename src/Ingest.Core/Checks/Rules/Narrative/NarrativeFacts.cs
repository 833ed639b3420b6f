using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Everything the text of a document states, in order. Made once for an index, which keeps it for all rules.</summary>
internal sealed class NarrativeFacts
{
    /// <summary>
    /// Facts are looked up among each other, so their number is bounded. No budget tells a tenth as many; what
    /// a longer text tells beyond is not compared, and <see cref="IsCut"/> says so.
    /// </summary>
    private const int Most = 5_000;

    private readonly List<StatedFact> _all = [];
    private readonly Dictionary<string, List<StatedFact>> _byPath = [];
    private readonly int? _fiscalYear;

    private NarrativeFacts(FigureIndex index)
    {
        _fiscalYear = index.Document.Identity.FiscalYear;
        List<NarrativeSection> headings = [];
        foreach (NarrativeSection section in index.Document.Narrative)
        {
            headings.RemoveAll(above => above.Level >= section.Level);
            headings.Add(section);
            (Topic topic, NarrativeSection chapter) = Topics.Of(headings);
            foreach (NarrativeSentence sentence in section.Sentences)
                foreach (NarrativeFact fact in sentence.Facts.Select(fact => index.IsFinalAccounts ? fact : AsPlanned(fact)))
                {
                    if (_all.Count == Most)
                    {
                        IsCut = true;
                        return;
                    }
                    StatedFact told = new(_all.Count, section, sentence, fact, Topics.Of(topic, fact), fact.Value is null ? null : index.Narrated(section, sentence, fact)) { Chapter = chapter, YearOfWhole = fact.Year is null ? YearOfWhole(section, fact) : null };
                    _all.Add(told);
                    (CollectionsMarshal.GetValueRefOrAddDefault(_byPath, Key(told.Path), out _) ??= []).Add(told);
                }
        }
    }

    private static string Key(ImmutableArray<string> path) => string.Join('/', path);

    /// <summary>
    /// "2023年“三公”经费20万元，其中：公务接待费15万元": the parts are of the year of their whole. Where the amount of this year stands beside it in
    /// one sentence the list may be of either.
    /// </summary>
    private int? YearOfWhole(NarrativeSection section, NarrativeFact part)
    {
        if (part is not { Kind: FactKind.Amount or FactKind.Count, Basis: null })
            return null;
        StatedFact? whole = null;
        for (int i = _all.Count - 1; i >= 0 && ReferenceEquals(_all[i].Section, section) && (whole is null || ReferenceEquals(_all[i].Sentence, whole.Sentence)); i--)
        {
            StatedFact told = _all[i];
            if (told is not { Kind: FactKind.Amount or FactKind.Count, Fact: { Basis: null, Aside: false } })
                continue;
            if (whole is null && IsAbove(told.Path, part.Subject))
            {
                if (!IsOfOtherYear(told))
                    return told.Year;
                whole = told;
            }
            else if (whole is not null && told.Path.SequenceEqual(whole.Path))
                return null;
            else if (whole is not null && IsAbove(whole.Path, told.Path))
                break;
        }
        return whole?.Year;
    }

    private static bool IsAbove(ImmutableArray<string> whole, ImmutableArray<string> part) => whole.Length < part.Length && part.AsSpan(0, whole.Length).SequenceEqual(whole.AsSpan());

    /// <summary>In a budget what is called 年初预算 of this year is the figure itself.</summary>
    private NarrativeFact AsPlanned(NarrativeFact fact) => (fact.Year is null || fact.Year == _fiscalYear) && fact.Subject.Length > 1 && fact.Subject.Any(IsOpeningPlan) && fact.Subject.Any(part => !IsOpeningPlan(part))
        ? fact with { Subject = [.. fact.Subject.Where(part => !IsOpeningPlan(part))] } : fact;

    private static bool IsOpeningPlan(string part) => part is "年初预算" or "年初预算数";

    public IReadOnlyList<StatedFact> All => _all;

    /// <summary>True when the text tells more than is compared.</summary>
    public bool IsCut { get; }

    /// <summary>Facts that something may be compared with.</summary>
    public IEnumerable<StatedFact> Firm => _all.Where(told => !told.Fact.Aside);

    public static NarrativeFacts Of(FigureIndex index) => index.Derived(opened => new NarrativeFacts(opened));

    /// <summary>The figure is of another year than the document's, as its own words or those of its whole say.</summary>
    public bool IsOfOtherYear(StatedFact told) => told.Year is { } year && _fiscalYear is { } fiscal && year != fiscal;

    /// <summary>Of one year, or of none that is told.</summary>
    public bool IsOfOneYear(StatedFact left, StatedFact right) => YearOf(left) == YearOf(right);

    private int? YearOf(StatedFact told) => told.Year ?? _fiscalYear;

    /// <summary>True for a year before the document's, in words (上年) or in figures.</summary>
    public bool IsLastYear(string? basis, StatedFact told) => told.Fact.Year is { } year && _fiscalYear is { } fiscal
        && (basis is null || !basis.Contains("年初", StringComparison.Ordinal))
        && (basis is null ? year == fiscal - 1 : basis.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) || (year == fiscal - 1 && IsLast(basis)));

    /// <summary>
    /// The figure of this year that a change, rate or share is of: the last one of the very path before it, in its
    /// sentence or else in its section; else the nearest of the same thing.
    /// </summary>
    public StatedFact? Near(StatedFact told, params ReadOnlySpan<FactKind> kinds)
    {
        StatedFact? best = null;
        for (int i = told.Order - 1; i >= 0 && ReferenceEquals(_all[i].Section, told.Section); i--)
            if (IsFigure(_all[i], told, kinds) && _all[i].Path.SequenceEqual(told.Path))
                return _all[i];
        foreach (StatedFact other in _all)
        {
            if (other == told || !IsFigure(other, told, kinds) || !IsSameThing(told, other))
                continue;
            if (best is null || Distance(other, told) < Distance(best, told))
                best = other;
        }
        return best ?? BothSides(told, kinds);
    }

    /// <summary>"收入总计100万元，支出总计100万元，与上年相比，收、支总计各增加10万元": the one amount of both.</summary>
    private StatedFact? BothSides(StatedFact told, ReadOnlySpan<FactKind> kinds)
    {
        if (!told.Core.EndsWith("收支", StringComparison.Ordinal))
            return null;
        string thing = told.Core[..^"收支".Length];
        StatedFact? income = null;
        StatedFact? expenditure = null;
        for (int i = 0; i < told.Order; i++)
            if (ReferenceEquals(_all[i].Section, told.Section) && IsFigure(_all[i], told, kinds) && _all[i].HasMeasureOf(told))
            {
                // 财政拨款收、支总计100万元。与上年相比，收、支总计各增加10万元.
                if (thing.Length == 0 && _all[i].Core.EndsWith("收支", StringComparison.Ordinal))
                    return _all[i];
                (income, expenditure) = (_all[i].Core == thing + "收入" ? _all[i] : income, _all[i].Core == thing + "支出" ? _all[i] : expenditure);
            }
        return income is not null && expenditure is not null && income.Figure!.Value == expenditure.Figure!.Value && income.Figure.Unit == expenditure.Figure.Unit ? income : null;
    }

    private bool IsFigure(StatedFact other, StatedFact told, ReadOnlySpan<FactKind> kinds) =>
        !other.Fact.Aside && other.Figure is not null && kinds.Contains(other.Kind) && !IsOfOtherYear(other)
        && (told.Kind != FactKind.Change || told.Figure is null || told.IsMeasuredLike(other));

    private static bool IsLast(string basis) => basis.StartsWith('上') || basis.StartsWith("去年", StringComparison.Ordinal);

    /// <summary>The last fact of a kind before one of the same subject, in its sentence.</summary>
    public StatedFact? Before(StatedFact told, params ReadOnlySpan<FactKind> kinds)
    {
        for (int i = told.Order - 1; i >= 0 && ReferenceEquals(_all[i].Sentence, told.Sentence); i--)
            if (kinds.Contains(_all[i].Kind) && !_all[i].Fact.Aside && _all[i].Path.SequenceEqual(told.Path))
                return _all[i];
        return null;
    }

    /// <summary>The last fact of a kind before one, in its sentence, with another subject.</summary>
    public StatedFact? Before(StatedFact told, ImmutableArray<string> path, FactKind kind)
    {
        for (int i = told.Order - 1; i >= 0 && ReferenceEquals(_all[i].Sentence, told.Sentence); i--)
            if (_all[i].Kind == kind && _all[i].Path.SequenceEqual(path))
                return _all[i];
        return null;
    }

    /// <summary>The nearest amount of a path in the section of a fact, before it; the nearest count where that is asked for.</summary>
    public StatedFact? OfPath(StatedFact told, ImmutableArray<string> path, FactKind kind = FactKind.Amount)
    {
        for (int i = told.Order - 1; i >= 0 && ReferenceEquals(_all[i].Section, told.Section); i--)
            if (_all[i].Kind == kind && _all[i] is { Figure: not null, Fact.Aside: false } && _all[i].Path.SequenceEqual(path))
                return _all[i];
        return null;
    }

    /// <summary>The one amount that sections of the topic tell of the very path; null where they tell more than one, and of a path that is many things' name.</summary>
    public StatedFact? Elsewhere(StatedFact told)
    {
        if (told.Path.Length == 1 && told.Core.Length < Telling)
            return null;
        StatedFact[] found = [.. _byPath.GetValueOrDefault(Key(told.Path), []).Where(other => other.Topic == told.Topic && !ReferenceEquals(other.Section, told.Section) && IsFigure(other, told, [FactKind.Amount]))];
        return found.Length > 0 && found.All(other => other.Figure!.Value * other.Figure.Unit == found[0].Figure!.Value * found[0].Figure!.Unit) ? found[0] : null;
    }

    /// <summary>支出 and 基本支出 are told of many things, 一般公共预算财政拨款支出 of one.</summary>
    private const int Telling = 6;

    private static int Distance(StatedFact left, StatedFact right) =>
        left.Order <= right.Order ? 2 * (right.Order - left.Order) : (2 * (left.Order - right.Order)) + 1;

    private static bool IsSameThing(StatedFact left, StatedFact right) =>
        ReferenceEquals(left.Section, right.Section) && left.Core == right.Core && left.HasMeasureOf(right)
        && (left.Path.Length == right.Path.Length || left.Path.Length == 1 || right.Path.Length == 1 || left.Topic == Topic.OfficialExpenses);
}
