using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>
/// Reads what one sentence states: every number is given to the subject its words name, or, where they
/// name none, to the subject before it. A number the words do not explain is left unread.
/// </summary>
internal sealed class SentenceReader
{
    private readonly RunningText _text;
    private readonly ReadingContext _context;
    private readonly BodyNames _bodies;
    private readonly SubjectFinder _subjects;
    private readonly SentenceFacts _facts;
    private readonly OpenLists _lists;
    private readonly StatedBases _bases;
    private int _rank;
    private bool _ranked;
    private bool _aside;

    /// <summary>What is told aside is a purpose, and no reason.</summary>
    private bool _forPurpose;


    private SentenceReader(RunningText text, ReadingContext context, BodyNames bodies)
    {
        _text = text;
        _context = context;
        _bodies = bodies;
        _subjects = new SubjectFinder(text, context, bodies);
        _facts = new SentenceFacts(text);
        _lists = new OpenLists(text, context, bodies);
        _bases = new StatedBases(text, context, bodies, _subjects, _facts);
    }

    /// <param name="context">Carried from sentence to sentence; this call brings it up to date.</param>
    /// <returns>The sentence, or null when it states nothing.</returns>
    public static NarrativeSentence? Read(RunningText text, ReadingContext context, BodyNames bodies)
    {
        SentenceReader reader = new(text, context, bodies);
        reader.Read();
        return reader._facts.Build();
    }

    private void Read()
    {
        BeginsWithPart();
        int from = 0;
        IReadOnlyList<Mark> marks = Marks.In(_text);
        IReadOnlyDictionary<int, string> series = Series.In(_text, [.. marks.OfType<FigureMark>().Select(mark => mark.Figure)]);
        foreach (Mark mark in marks)
        {
            Passing(from, mark.Start);
            switch (mark)
            {
                case FigureMark { Figure: var figure }:
                    Number(figure, series.TryGetValue(figure.Start, out string? clause) ? new Words(clause, "", false, false) : Words.Between(_text.Folded, from, figure.Start));
                    break;
                case DirectionMark direction:
                    Moved(direction, Words.Between(_text.Folded, from, mark.Start));
                    break;
                case UnchangedMark:
                    Unchanged(mark, Words.Between(_text.Folded, from, mark.Start));
                    break;
                case NamesMark names:
                    Names(names, Words.Between(_text.Folded, from, mark.Start));
                    break;
                case NoneMark none:
                    None(none);
                    break;
            }
            from = mark.End;
        }
        Passing(from, _text.Length);
        if (marks.Count == 0)
            _lists.TellNothing();
        _context.InReasons = _aside;
        Purpose();
        bool announces = _text.Folded.TrimEnd('：', '，').EndsWith("其中", StringComparison.Ordinal) || Phrases.AnnouncesParts().IsMatch(_text.Folded);
        // A list that ends in a semicolon goes on in the next paragraph.
        if (!announces && (_context.Whole.IsEmpty || !_text.Folded.EndsWith('；')))
            return;
        // （1）…；（2）… are parts of one whole: only the sentence that announces them says of what rank they may be.
        if (!announces && _rank > _context.Announced.Rank && !_context.Announced.Innermost.Path.IsEmpty)
            return;
        if (announces)
            _lists.Open(beginsSentence: _text.Folded.StartsWith("其中", StringComparison.Ordinal));
        _context.Announced.Announce(_context.Rank, _context.Whole, _context.WholeUnit);
    }

    /// <summary>"其中：（一）…" or "（二）…": the sentence goes on with parts of a whole stated before it.</summary>
    private void BeginsWithPart()
    {
        string folded = _text.Folded;
        _rank = HeadingOutline.RankOf(folded);
        if (_rank > 0)
            _context.Rank = _rank;
        bool ofWhich = folded.StartsWith("其中", StringComparison.Ordinal);
        if (_rank == 0 && !ofWhich && (folded.StartsWith("此外", StringComparison.Ordinal) || SubjectPath.BeginsWithBody(folded, _bodies)))
            _context.Announced.End();
        if (_rank > 0)
            _context.Announced.Enter(_rank);
        (_context.Whole, _context.WholeUnit) = _rank > 0 && _context.Outline.Enter(_rank) is { IsEmpty: false } above ? (above, null) : _context.Announced.Innermost;
        if (ofWhich)
            _lists.Open(beginsSentence: _rank == 0);
        if (ofWhich && _rank > 0)
            _context.Outline.State(_rank - 1, _context.Whole);
        string words = SubjectPath.WithoutMarker(folded);
        if (SubjectPath.Levelled(words) is { IsEmpty: false } levels)
            _context.Item = _context.Account.MoveTo(levels);
        else if (SubjectPath.Classified(words) is { IsEmpty: false } item)
            _context.Item = item;
        else if (Phrases.NamesItem().Match(folded) is { Success: true } named)
            _context.Item = SubjectPath.Of(named.Groups["thing"].Value, _bodies);
        if (Phrases.ProjectName().Match(folded) is { Success: true } project)
            _context.Item = _context.Project = [project.Groups["name"].Value];
        _aside = _context.InReasons && Phrases.MoreReasons().IsMatch(folded);
    }

    /// <summary>Takes note of the words between two marks: a reason beginning or ending, parts being announced.</summary>
    private void Passing(int from, int to)
    {
        string words = _text.Folded[from..to];
        _lists.Pass(from, to, _aside);
        int semicolon = words.LastIndexOf('；');
        if (semicolon >= 0)
        {
            _aside = false;
            _lists.EndInner();
        }
        string last = words[(semicolon + 1)..];
        Match aside = Phrases.Aside().Match(last);
        // 主要用于学校运转，其中小学600.00万元: what the money is for in detail.
        bool isDetail = aside.Success && aside.Value.StartsWith("用于", StringComparison.Ordinal);
        if (isDetail && !_aside && Phrases.ListedUse().IsMatch(_text.Folded, from + semicolon + 1 + aside.Index))
        {
            _lists.Open(last[..aside.Index], aside.Value);
            return;
        }
        int ofItem = isDetail ? last.IndexOf("其中", aside.Index, StringComparison.Ordinal) : -1;
        if (ofItem > 0 && !_aside && _lists.AreOfItem(from + semicolon + 1 + ofItem))
        {
            _lists.Open();
            return;
        }
        if (!_aside && Phrases.PartsFollow().Match(last) is { Success: true } opens && (from > 0 || opens.Index > 0 || opens.Value != "其中") && !(isDetail && aside.Index < opens.Index))
            _lists.Open(last[..opens.Index], opens.Value);
        if (aside.Success)
            _forPurpose = isDetail;
        if (aside.Success)
            _aside = !Phrases.PartsBehindReasons().IsMatch(_text.Folded, from + semicolon + 1 + aside.Index) || isDetail || !last[aside.Index..].Contains("其中", StringComparison.Ordinal);
    }

    private void Number(PrintedNumber figure, Words words)
    {
        if (_bases.Takes(figure, words, _aside))
            return;
        Lead lead = OfLastYear(words.Clause, figure) ?? RateOfChange(words.Clause, figure) ?? _lists.LeadOf(words.Clause, figure.Dimension == Dimension.Percent);
        // "15万元，主要用于燃料费、维修费，比上年减少3万元": the change is of the amount, not of what it is for.
        if (_aside && _forPurpose && words.Before.Length > 0 && lead is { Kind: LeadKind.Rise or LeadKind.Fall, Subject.Length: 0, Basis: not null })
            _aside = false;
        if (figure.InRange || lead.Kind is LeadKind.Distributed)
        {
            _facts.Unread(figure);
            return;
        }
        // 收入支出总体与上年相比，增加10万元: the subject stands before the comparison.
        if (lead is { Kind: LeadKind.Rise or LeadKind.Fall, Subject.Length: 0 } && Compared(words.Before) is { Length: > 0 } compared)
            lead = lead with { Subject = compared };
        if (Phrases.Roughly().IsMatch(_text.Folded, figure.End))
            lead = lead with { Vague = true };
        switch (figure.Dimension, lead.Kind)
        {
            case (Dimension.Percent, LeadKind.Share or LeadKind.Completion):
                _facts.Add(figure, FactKind.Share, _subjects.OfChange(lead.Subject, _aside), lead, _aside);
                break;
            case (Dimension.Percent, LeadKind.Rise or LeadKind.Fall):
                // So many points of a percentage are its change, not its growth.
                _facts.Add(figure, figure.Unit == "%" ? FactKind.Growth : FactKind.Change, _subjects.OfChange(lead.Subject, _aside), WithBasis(lead, words), _aside);
                break;
            case (Dimension.Count, LeadKind.Rise or LeadKind.Fall) when figure.Unit == "倍":
                _facts.Add(figure, FactKind.Growth, _subjects.OfChange(lead.Subject, _aside), WithBasis(lead, words), _aside);
                break;
            case (Dimension.Money or Dimension.Count, LeadKind.Prior):
                ComparedWith(figure, lead);
                break;
            case (_, LeadKind.Remark):
                Remarked(figure, lead);
                break;
            case (Dimension.Money or Dimension.Count, LeadKind.Rise or LeadKind.Fall):
                _facts.Add(figure, FactKind.Change, _subjects.OfChange(lead.Subject, _aside), WithBasis(lead, words), _aside);
                break;
            case (Dimension.Money or Dimension.Count, LeadKind.Plain or LeadKind.Reached):
                Stated(figure, lead, words);
                break;
            case (Dimension.None, LeadKind.Plain) when Phrases.Headcount().IsMatch(lead.Subject):
                Stated(figure, lead, words);
                break;
            default:
                _facts.Unread(figure);
                break;
        }
    }

    /// <summary>"收入预算1200万元，上年收入预算1100万元", "上年为1100万元": the figure of the year before of what was just told.</summary>
    private Lead? OfLastYear(string clause, PrintedNumber figure)
    {
        if (figure.Dimension is not (Dimension.Money or Dimension.Count) || _context.Current.IsEmpty || Phrases.OfLastYear().Match(clause) is not { Success: true } last)
            return null;
        string thing = last.Groups["thing"].Value;
        return thing.Length == 0 || SubjectPath.IsSameName(thing, SubjectPath.WithoutMeasure(_context.Current)[^1]) ? new Lead(LeadKind.Prior, "", last.Groups["basis"].Value, false) : null;
    }

    /// <summary>"较上年减少5.00万元（12.50%）": the rate of the change that was just told.</summary>
    private Lead? RateOfChange(string clause, PrintedNumber figure) => figure is { Dimension: Dimension.Percent, Unit: "%" } && clause == "（"
        && figure.End < _text.Length && _text.Folded[figure.End] == '）' && _facts.Last is { Kind: FactKind.Change, Direction: 1 or -1 } change
            ? new Lead(change.Direction > 0 ? LeadKind.Rise : LeadKind.Fall, "", change.Basis, false) : null;

    /// <summary>What the figure before, or the change to come, is compared with.</summary>
    private void ComparedWith(PrintedNumber figure, Lead lead)
    {
        bool named = lead.Subject.Length > 0 || !_context.Current.IsEmpty;
        string words = named ? lead.Subject : lead.InBracket.Length > 0 ? lead.InBracket
            : Phrases.ComparedThing().Match(_text.Folded, figure.End) is { Success: true } behind ? behind.Groups["thing"].Value : "";
        ImmutableArray<string> subject = _subjects.OfChange(words, _aside);
        _facts.Add(figure, FactKind.Prior, subject, lead, _aside);
        if (_context.Current.IsEmpty && !_aside)
            _context.Current = subject;
    }

    /// <summary>A remark in brackets: kept, and compared with nothing.</summary>
    private void Remarked(PrintedNumber figure, Lead lead)
    {
        FactKind kind = figure.Dimension switch
        {
            Dimension.Money => FactKind.Amount,
            Dimension.Percent => FactKind.Share,
            _ => FactKind.Count,
        };
        ImmutableArray<string> subject = SubjectPath.Of(lead.Subject, _bodies);
        _facts.Add(figure, kind, subject.IsEmpty ? _context.Current : subject, lead, aside: true);
    }

    /// <summary>An amount or a count, which later shares and changes of the sentence are about.</summary>
    private void Stated(PrintedNumber figure, Lead lead, Words words)
    {
        bool follows = lead is { Kind: LeadKind.Reached, Subject.Length: 0 } && words.Directly && _facts.Last is { Kind: FactKind.Prior };
        ImmutableArray<string> subject = follows ? _facts.Last!.Subject : _subjects.OfAmount(lead.Subject, words, figure, _aside);
        // 由50万元增加到60万元 says which way it went as well.
        if (follows && lead.Towards is { } direction)
            _facts.Add(new DirectionMark(figure.Start - words.Clause.Length, figure.Start, "", direction, ""), FactKind.Change, subject, fact => fact with
            {
                Direction = direction,
                Basis = _facts.Last!.Basis,
                Aside = _aside || lead.Vague,
            });
        if (subject.IsEmpty)
        {
            _facts.Unread(figure);
            return;
        }
        FactKind kind = figure.Dimension == Dimension.Money ? FactKind.Amount : FactKind.Count;
        _facts.Add(figure, kind, subject, lead.Kind == LeadKind.Reached && !follows ? lead with { Vague = true } : lead, _aside);
        if (_aside || lead.Vague)
            return;
        _context.Current = subject;
        _context.CurrentUnit = figure.Unit;
        _lists.Tell(subject);
        _context.Told.Add(subject);
        if (_context.Rank == 0 && kind == FactKind.Amount && subject.Length == 1)
            _context.Opening = subject;
        _context.ByUnit = _context.ByUnit.SetItem(SubjectPath.MeasuredIn(figure.Unit), subject);
        if (_rank > 0 && !_ranked)
            _context.Outline.State(_rank, SubjectPath.WithoutMeasure(subject));
        _ranked = true;
    }

    /// <summary>What the clause before compares with another year; "" where it compares nothing.</summary>
    private static string Compared(string before)
    {
        string clause = before.TrimEnd('，');
        clause = clause[(clause.LastIndexOfAny(['，', '；', '：', '。']) + 1)..];
        return Comparisons.Of(clause) is { Basis: not null } compared ? compared.Subject : "";
    }

    /// <summary>"与2023年度相比，…减少": the comparison stands in the clause before.</summary>
    private static Lead WithBasis(Lead lead, Words words) =>
        lead.Basis is null && Comparisons.Of(words.Before.TrimEnd('，')).Basis is { } basis ? lead with { Basis = basis } : lead;

    private void Unchanged(Mark mark, Words words)
    {
        if (Phrases.Instruction().IsMatch(words.Clause))
            return;
        (string subject, string? basis) = Comparisons.Of(words.Clause);
        bool exact = !_text.Folded.AsSpan(mark.Start, mark.End - mark.Start).StartsWith("基本");
        Moved(mark, subject, basis ?? Comparisons.Of(words.Before.TrimEnd('，')).Basis, 0, exact);
    }

    private void Moved(DirectionMark mark, Words words) => Moved(mark, words.Clause + mark.Left, mark.Basis, mark.Direction, exact: true);

    /// <summary>A direction without an amount.</summary>
    private void Moved(Mark mark, string subject, string? basis, int direction, bool exact) =>
        _facts.Add(mark, FactKind.Change, _subjects.OfChange(subject, _aside), fact => fact with
        {
            Direction = direction,
            Basis = basis,
            Aside = _aside || !exact,
        });

    private void Names(NamesMark mark, Words words)
    {
        ImmutableArray<string> subject = SubjectPath.Of(words.Clause, _bodies);
        if (subject.IsEmpty)
            subject = _context.Current;
        if (subject.IsEmpty || _aside || !Phrases.Listable().IsMatch(subject[^1]))
            return;
        _facts.Add(mark, FactKind.Names, subject, fact => fact with
        {
            Names = [.. Phrases.Offices().IsMatch(subject[^1]) ? mark.Names.SelectMany(name => AtLineEnds(name.At, name.Name)) : mark.Names.Select(name => name.Name)],
        });
    }

    /// <summary>
    /// Some programs let a 、 hang over the margin and leave it out of the file: two offices that meet at a
    /// line end are two.
    /// </summary>
    private IEnumerable<string> AtLineEnds(int at, string name)
    {
        for (int i = 3; i + 3 <= name.Length; i++)
            if (_text.BeginsLine(at + i) && Phrases.Office().IsMatch(name[..i]) && Phrases.Office().IsMatch(name[i..]))
                return [name[..i], name[i..]];
        return [name];
    }

    /// <summary>Kept for an account only: what 类 / 款 / 项 the paragraph, or the amount before, is about.</summary>
    private void Purpose()
    {
        ImmutableArray<string> account = SubjectPath.WithoutMeasure(_context.Item.IsEmpty ? _context.Current : _context.Item);
        if (account.Length == SubjectPath.AccountLevels && Phrases.Purpose().Match(_text.Folded) is { Success: true } found)
        {
            Group purpose = found.Groups["purpose"];
            _facts.Add(new PurposeMark(purpose.Index, purpose.Index + purpose.Length), FactKind.Purpose, account, fact => fact);
        }
    }

    private void None(NoneMark mark)
    {
        ImmutableArray<string> subject = mark.PriorYear
            ? [.. _context.Current.IsEmpty ? _context.Item : _context.Current, NoneMark.PriorYearSubject]
            : SubjectPath.Of(mark.Subject, _bodies);
        if (mark.PriorYear || !_aside)
            _facts.Add(mark, FactKind.None, subject, fact => fact);
    }
}
