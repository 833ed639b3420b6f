using System.Collections.Immutable;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>
/// Which whole is being divided while a sentence is read: behind 其中, within brackets, in a list within a list.
/// <see cref="ReadingContext"/> carries it from sentence to sentence.
/// </summary>
internal sealed class OpenLists
{
    private readonly RunningText _text;
    private readonly ReadingContext _context;
    private readonly BodyNames _bodies;
    private readonly Stack<Outside> _outside = new();

    /// <summary>Parts that the sentence before told of one whole.</summary>
    private readonly int _siblings;

    /// <summary>A whole was opened in this sentence.</summary>
    private bool _opened;

    /// <summary>The whole that a list within its list has replaced.</summary>
    private (ImmutableArray<string> Whole, string? Unit)? _outer;

    /// <summary>Figures since the last whole was opened.</summary>
    private int _inner;

    public OpenLists(RunningText text, ReadingContext context, BodyNames bodies)
    {
        (_text, _context, _bodies) = (text, context, bodies);
        (_siblings, context.Siblings) = (context.Siblings, 0);
    }

    /// <summary>What was told last is divided from here on.</summary>
    public void Open(bool beginsSentence = false)
    {
        if (_context.Current.IsEmpty)
            return;
        // "包括本年收入 …，上年结转 …。其中：": parts of what is not said.
        if (beginsSentence && _siblings > 1)
        {
            (_context.Whole, _context.WholeUnit, _context.WholeByUnit) = ([], null, _context.WholeByUnit.Clear());
            return;
        }
        if (_opened && _outside.Count == 0 && !_context.Whole.IsEmpty && _context.Current.Length > _context.Whole.Length)
            _outer ??= (_context.Whole, _context.WholeUnit);
        (_opened, _inner) = (true, 0);
        _context.Whole = _context.Current;
        _context.WholeUnit = _context.CurrentUnit;
        _context.WholeByUnit = _context.ByUnit;
    }

    /// <summary>收入预算包括：一般公共预算拨款534.24万元 names the whole itself; 其中 does not.</summary>
    public void Open(string words, string phrase)
    {
        // 评价等级为 opens a list of what was judged, and stands before each of its items too.
        if (phrase[0] is '评' or '自' or '绩' && !_context.Whole.IsEmpty)
            return;
        if (phrase.StartsWith('按'))
            Divide(words, phrase);
        if (Named(words, phrase) is { IsEmpty: false } whole)
            (_context.Whole, _context.WholeUnit) = (whole, null);
        else if (!phrase.Contains("中：", StringComparison.Ordinal) && !phrase.Contains("中，", StringComparison.Ordinal))
            Open();
    }

    /// <summary>Parts are told that say what they are parts of, which is what was told last.</summary>
    public bool AreOfItem(int at) => Phrases.PartsOfItem().Match(_text.Folded, at) is { Success: true } parts
        && _context.Current is [.., var last] && SubjectPath.IsSameName(parts.Groups["whole"].Value, last);

    /// <summary>The whole that the words before a phrase name; empty where it is what was told last.</summary>
    private ImmutableArray<string> Named(string words, string phrase)
    {
        string clause = words[(words.LastIndexOfAny(['，', '；', '：', '。']) + 1)..];
        if (phrase.StartsWith('按'))
            return IsBehindList() ? SubjectPath.Of(words, _bodies) is { IsEmpty: false } named ? named : _context.Current[..^1] : [];
        // 本年收入中：…: one of the things that the paragraph told.
        if (phrase.Length > Side && phrase[Side] == '中')
            return SubjectPath.Of(clause + phrase[..Side], _bodies) is [.., var name] && _context.Told.FindLast(told => SubjectPath.IsSameName(told[^1], name)) is { IsDefault: false } told ? told : [];
        // 财政拨款支出预算主要用于教育支出900万元、…: told without an amount of its own.
        if (phrase.Contains("用于", StringComparison.Ordinal))
            return SubjectPath.Of(clause.EndsWith("主要", StringComparison.Ordinal) ? clause[..^2] : clause, _bodies);
        if (!phrase.Contains("包括", StringComparison.Ordinal) || phrase[0] is not ('支' or '收' or '预'))
            return [];
        ImmutableArray<string> whole = SubjectPath.Of(clause + phrase[..Side], _bodies);
        // "财政拨款收入总计100万元，比上年增加10万元。收入包括：…": of the income just told; 收支总预算 has two sides.
        return whole is ["收入" or "支出"] && _context.Current is [var income] && SubjectPath.IsSide(income, whole[0]) ? _context.Current : whole;
    }

    /// <summary>收入, 支出, 预算.</summary>
    private const int Side = 2;

    /// <summary>按支出功能分类：, and behind it 按支出性质：: what was divided is divided again.</summary>
    private void Divide(string words, string phrase)
    {
        if (IsBehindList())
            return;
        // "支出预算100万元。", and in a paragraph of its own "1.按支出功能分类，包括：…".
        if (_context.Current.IsEmpty && _context.Whole.IsEmpty && SubjectPath.Of(words, _bodies).IsEmpty && _context.Opening is [var opening]
            && SubjectPath.IsSide(opening, phrase.Contains("收入", StringComparison.Ordinal) || phrase.Contains("来源", StringComparison.Ordinal) ? "收入" : "支出"))
            (_context.Current, _context.CurrentUnit) = (_context.Opening, null);
        ImmutableArray<string> again = IsDivided(_context.Divided) ? _context.Divided : IsDivided(_context.Whole) ? _context.Whole : [];
        if (!again.IsEmpty)
            (_context.Current, _context.CurrentUnit) = (again, null);
        _context.Divided = _context.Current;
    }

    /// <summary>
    /// "收支预算100万元，其中：本年收入90万元，上年结转10万元。支出按功能分类：…" divides what it names, or else what the list before it was of, and
    /// not the last part of that list.
    /// </summary>
    private bool IsBehindList() => _siblings > 1 && _inner == 0 && _context.Current.Length > 1 && !IsDivided(_context.Divided) && !IsDivided(_context.Whole);

    private bool IsDivided(ImmutableArray<string> whole) => !whole.IsEmpty && _context.Current.AsSpan().StartsWith(whole.AsSpan());

    /// <summary>"…运行费12.00万元（其中：购置费0.00万元，运行费12.00万元），接待费3.00万元": behind the bracket the text goes on where it was before it.</summary>
    /// <param name="isAside">The text gives reasons: a bracket opens no list.</param>
    public void Pass(int from, int to, bool isAside)
    {
        for (int i = from; i < to; i++)
            if (_text.Folded[i] == '（')
                Enter(i, isAside);
            else if (_text.Folded[i] == '）' && _outside.TryPop(out Outside? outside))
                Leave(outside);
    }

    private void Enter(int at, bool isAside)
    {
        BracketKind kind = Bracket.KindOf(_text.Folded, at);
        _outside.Push(new Outside(kind, _context.Whole, _context.WholeUnit, _context.Current, _context.CurrentUnit));
        if (kind == BracketKind.Parts && !isAside)
            Open();
    }

    private void Leave(Outside outside)
    {
        (_context.Whole, _context.WholeUnit) = (outside.Whole, outside.WholeUnit);
        if (!outside.Current.IsEmpty)
            (_context.Current, _context.CurrentUnit) = (outside.Current, outside.CurrentUnit);
    }

    /// <summary>
    /// "其中：基本支出7万元，其中：人员6万元，公用1万元；项目支出5万元": the semicolon ends the inner list. Where the inner list has told one
    /// item alone it may go on behind it, and what follows is a part of nobody knows what.
    /// </summary>
    public void EndInner()
    {
        if (_outer is not { } outer || _outside.Count > 0)
            return;
        (_context.Whole, _context.WholeUnit) = _inner > 1 ? outer : ([], null);
        _context.WholeByUnit = _context.WholeByUnit.Clear();
        _outer = null;
    }

    /// <summary>A list of parts is read as text of its own; what else stands in a bracket that is a remark is one too.</summary>
    public Lead LeadOf(string clause, bool percent) => !_outside.TryPeek(out Outside? outside) ? Lead.Of(clause, percent)
        : outside.Kind == BracketKind.Parts ? Lead.Of(clause[(clause.LastIndexOf('（') + 1)..], percent)
        : outside.Kind == BracketKind.Remark && !clause.Contains('（', StringComparison.Ordinal) ? Lead.RemarkOf(clause)
        : Lead.Of(clause, percent);

    /// <summary>An amount or a count was told of the subject.</summary>
    public void Tell(ImmutableArray<string> subject)
    {
        _inner++;
        _context.Siblings += !_context.Whole.IsEmpty && _outside.Count == 0 && subject.Length == _context.Whole.Length + 1 ? 1 : 0;
    }

    /// <summary>The sentence has no figures: what the one before told is still the last.</summary>
    public void TellNothing() => _context.Siblings = _siblings;

    /// <summary>What the text was about before a bracket.</summary>
    private sealed record Outside(BracketKind Kind, ImmutableArray<string> Whole, string? WholeUnit, ImmutableArray<string> Current, string? CurrentUnit);
}
