using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Core.Documents;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>
/// Reads what one sentence states: every number is given to the subject its words name, or, where they
/// name none, to the subject before it. A number the words do not explain is left unread.
/// </summary>
internal sealed class SentenceReader
{
    private readonly RunningText text;
    private readonly ReadingContext context;
    private readonly BodyNames bodies;
    private readonly List<NarrativeFact> facts = [];
    private readonly List<UnreadNumber> unread = [];
    private bool aside;

    private SentenceReader(RunningText text, ReadingContext context, BodyNames bodies)
    {
        this.text = text;
        this.context = context;
        this.bodies = bodies;
    }

    /// <param name="context">Carried from sentence to sentence; this call brings it up to date.</param>
    /// <returns>The sentence, or null when it states nothing.</returns>
    public static NarrativeSentence? Read(RunningText text, ReadingContext context, BodyNames bodies)
    {
        SentenceReader reader = new(text, context, bodies);
        reader.Read();
        if (reader.facts.Count == 0 && reader.unread.Count == 0)
            return null;
        (int page, Ingest.Pdf.Box box) = text.PlaceOf(0, text.Length);
        return new NarrativeSentence(text.Printed, page, box, [.. reader.facts], [.. reader.unread]);
    }

    private void Read()
    {
        BeginsWithPart();
        int from = 0;
        foreach (Mark mark in Marks.In(text))
        {
            Passing(from, mark.Start);
            switch (mark)
            {
                case FigureMark { Figure: var figure }:
                    Number(figure, Clause(from, figure.Start));
                    break;
                case UnchangedMark:
                    Unchanged(mark, Clause(from, mark.Start));
                    break;
                case NamesMark names:
                    Names(names, Clause(from, mark.Start));
                    break;
                case NoneMark none:
                    None(none);
                    break;
            }
            from = mark.End;
        }
        Passing(from, text.Length);
        if (!text.Folded.TrimEnd('：', '，').EndsWith("其中", StringComparison.Ordinal))
            return;
        OpenWhole();
        context.Announced = (context.Whole, context.WholeUnit);
    }

    /// <summary>"其中：（一）…" or "（二）…": the sentence goes on with parts of a whole stated before it.</summary>
    private void BeginsWithPart()
    {
        string folded = text.Folded;
        bool ofWhich = folded.StartsWith("其中", StringComparison.Ordinal);
        bool numbered = folded.AsSpan(ofWhich ? 2 : 0).TrimStart("：，").StartsWith("（");
        if (!ofWhich)
            (context.Whole, context.WholeUnit) = numbered && context.NumberedWhole is { } whole ? (whole, null) : context.Announced;
        if (ofWhich)
            OpenWhole();
        if (numbered && ofWhich)
            context.NumberedWhole = context.Whole;
        ImmutableArray<string> item = SubjectPath.Classified(SubjectPath.WithoutMarker(folded));
        if (!item.IsEmpty)
            context.Item = item;
        if (Phrases.ProjectName().Match(folded) is { Success: true } project)
            context.Item = context.Project = [project.Groups["name"].Value];
    }

    private void OpenWhole()
    {
        if (context.Current.IsEmpty)
            return;
        context.Whole = context.Current;
        context.WholeUnit = context.CurrentUnit;
    }

    /// <summary>收入预算包括：一般公共预算拨款534.24万元 names the whole itself.</summary>
    private void OpenWhole(string words, string phrase)
    {
        if (phrase is "其中" || !phrase.Contains("包括", StringComparison.Ordinal))
        {
            OpenWhole();
            return;
        }
        string clause = words[(words.LastIndexOfAny(['，', '；', '：', '。']) + 1)..] + phrase[..2];
        if (SubjectPath.Of(clause, bodies) is { IsEmpty: false } whole)
            (context.Whole, context.WholeUnit) = (whole, null);
    }

    /// <summary>Takes note of the words between two marks: a reason beginning or ending, parts being announced.</summary>
    private void Passing(int from, int to)
    {
        string words = text.Folded[from..to];
        int semicolon = words.LastIndexOf('；');
        if (semicolon >= 0)
            aside = false;
        string last = words[(semicolon + 1)..];
        if (!aside && Phrases.PartsFollow().Match(last) is { Success: true } opens && (from > 0 || opens.Index > 0 || opens.Value != "其中"))
            OpenWhole(last[..opens.Index], opens.Value);
        if (Phrases.Aside().IsMatch(last))
            aside = true;
    }

    /// <summary>The words before a mark back to the last boundary; back over a colon when nothing follows it.</summary>
    private Words Clause(int from, int to)
    {
        string words = text.Folded[from..to];
        int boundary = words.LastIndexOfAny(['，', '；', '。']);
        int colon = words.LastIndexOf('：');
        if (words.StartsWith('、') && boundary < 0)
            boundary = 0;
        if (colon > boundary && !string.IsNullOrEmpty(words[(colon + 1)..]))
            boundary = colon;
        string before = boundary > 0 ? words[..boundary] : "";
        int semicolon = before.LastIndexOf('；');
        return new Words(words[(boundary + 1)..].TrimEnd('：'), before[(semicolon + 1)..], from > 0 && boundary < 0, words.EndsWith('：'));
    }

    private void Number(Figure figure, Words words)
    {
        Lead lead = Lead.Of(words.Clause, figure.Dimension == Dimension.Percent);
        if (figure.InRange || lead.Kind is LeadKind.Distributed or LeadKind.Former)
        {
            Unread(figure);
            return;
        }
        switch (figure.Dimension, lead.Kind)
        {
            case (Dimension.Percent, LeadKind.Share or LeadKind.Completion):
                Add(figure, FactKind.Share, Own(lead.Subject, words), lead);
                break;
            case (Dimension.Percent, LeadKind.Rise or LeadKind.Fall):
                // So many points of a percentage are its change, not its growth.
                Add(figure, figure.Unit == "%" ? FactKind.Growth : FactKind.Change, Own(lead.Subject, words), WithBasis(lead, words));
                break;
            case (Dimension.Money or Dimension.Count, LeadKind.Rise or LeadKind.Fall):
                Add(figure, FactKind.Change, Own(lead.Subject, words), WithBasis(lead, words));
                break;
            case (Dimension.Money or Dimension.Count, LeadKind.Plain or LeadKind.Reached):
                Stated(figure, lead, words);
                break;
            case (Dimension.None, LeadKind.Plain) when Phrases.Headcount().IsMatch(lead.Subject):
                Stated(figure, lead, words);
                break;
            default:
                Unread(figure);
                break;
        }
    }

    /// <summary>An amount or a count, which later shares and changes of the sentence are about.</summary>
    private void Stated(Figure figure, Lead lead, Words words)
    {
        ImmutableArray<string> subject = Named(lead.Subject, words, figure);
        if (subject.IsEmpty)
        {
            Unread(figure);
            return;
        }
        FactKind kind = figure.Dimension == Dimension.Money ? FactKind.Amount : FactKind.Count;
        Add(figure, kind, subject, lead.Kind == LeadKind.Reached ? lead with { Vague = true } : lead);
        if (aside || lead.Vague)
            return;
        context.Current = subject;
        context.CurrentUnit = figure.Unit;
    }

    /// <summary>Subject of an amount or count: its own words below the whole it is a part of.</summary>
    private ImmutableArray<string> Named(string words, Words clause, Figure figure)
    {
        if (aside && !context.Current.IsEmpty)
            return context.Current;
        ImmutableArray<string> own = SubjectPath.Of(words, bodies);
        string joined = string.Concat(own);
        if (clause.Labelled && SubjectPath.IsMeasure(joined))
            return [.. context.Project, joined];
        if (figure.Dimension == Dimension.Count && FollowingNoun(figure) is { Length: > 0 } noun && !SubjectPath.IsThing(joined))
            return Part([.. own, noun], figure);
        if (!own.IsEmpty && !SubjectPath.IsMeasure(joined))
            return Part(own, figure);
        ImmutableArray<string> bearer = !context.Current.IsEmpty ? context.Current : context.Item;
        if (own.IsEmpty)
            return clause.Directly ? [] : bearer;
        if (!context.Item.IsEmpty)
            bearer = context.Item;
        else if (Bearer(clause.Before) is { IsEmpty: false } before)
            bearer = before;
        string measure = SubjectPath.MeasureName(joined);
        return measure.Length == 0 ? bearer : [.. SubjectPath.WithoutMeasure(bearer), measure];
    }

    /// <summary>"由中小企业供应商中标的，采购金额246.47万元": the clauses before say whose.</summary>
    private ImmutableArray<string> Bearer(string before)
    {
        string words = before.Trim('，', '：', '；');
        return words.Length < 2 || Lead.Comparison(words).Basis is not null ? [] : SubjectPath.Of(words, bodies);
    }

    private ImmutableArray<string> Part(ImmutableArray<string> own, Figure figure)
    {
        bool sameKind = context.WholeUnit is null || figure.Unit is null || SubjectPath.SameMeasure(context.WholeUnit, figure.Unit);
        if (context.Whole.IsEmpty || !sameKind || own.AsSpan().StartsWith(context.Whole.AsSpan()))
            return own;
        return [.. context.Whole, .. own];
    }

    /// <summary>Subject of a share, change or growth: its own words, else what the last amount was of.</summary>
    private ImmutableArray<string> Own(string words, Words clause)
    {
        if (aside && !context.Current.IsEmpty)
            return context.Current;
        string subject = Lead.Comparison(words).Subject;
        ImmutableArray<string> own = SubjectPath.Of(subject, bodies);
        if (!own.IsEmpty && !SubjectPath.IsMeasure(string.Concat(own)))
        {
            ImmutableArray<string> path = context.Whole.IsEmpty ? own : [.. context.Whole, .. own];
            if (!aside)
                context.Current = path;
            return path;
        }
        return !context.Current.IsEmpty ? context.Current : !context.Item.IsEmpty ? context.Item : context.Whole;
    }

    /// <summary>"与2023年度相比，…减少": the comparison stands in the clause before.</summary>
    private static Lead WithBasis(Lead lead, Words words) =>
        lead.Basis is null && Lead.Comparison(words.Before.TrimEnd('，')).Basis is { } basis ? lead with { Basis = basis } : lead;

    private string FollowingNoun(Figure figure)
    {
        Match noun = SubjectPath.NounAfterCount().Match(text.Folded, figure.End);
        return noun.Success ? noun.Value : "";
    }

    private void Unchanged(Mark mark, Words words)
    {
        (string subject, string? basis) = Lead.Comparison(words.Clause);
        bool exact = !text.Folded.AsSpan(mark.Start, mark.End - mark.Start).StartsWith("基本");
        ImmutableArray<string> path = Own(subject, words);
        if (path.IsEmpty)
            return;
        facts.Add(Fact(mark.Start, mark.End - mark.Start, FactKind.Change, path) with
        {
            Direction = 0,
            Basis = basis ?? Lead.Comparison(words.Before.TrimEnd('，')).Basis,
            Aside = aside || !exact,
        });
    }

    private void Names(NamesMark mark, Words words)
    {
        ImmutableArray<string> subject = SubjectPath.Of(words.Clause, bodies);
        if (subject.IsEmpty)
            subject = context.Current;
        if (subject.IsEmpty || aside || !Phrases.Listable().IsMatch(subject[^1]))
            return;
        facts.Add(Fact(mark.Start, mark.End - mark.Start, FactKind.Names, subject) with
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
            if (text.BeginsLine(at + i) && Phrases.Office().IsMatch(name[..i]) && Phrases.Office().IsMatch(name[i..]))
                return [name[..i], name[i..]];
        return [name];
    }

    private void None(NoneMark mark)
    {
        ImmutableArray<string> subject = mark.PriorYear
            ? [.. context.Current.IsEmpty ? context.Item : context.Current, NoneMark.PriorYearSubject]
            : SubjectPath.Of(mark.Subject, bodies);
        if (subject.IsEmpty || aside && !mark.PriorYear)
            return;
        facts.Add(Fact(mark.Start, mark.End - mark.Start, FactKind.None, subject));
    }

    private void Add(Figure figure, FactKind kind, ImmutableArray<string> subject, Lead lead)
    {
        if (subject.IsEmpty)
        {
            Unread(figure);
            return;
        }
        int? direction = lead.Kind switch
        {
            LeadKind.Rise => 1,
            LeadKind.Fall => -1,
            _ => null,
        };
        facts.Add(Fact(figure.Start, figure.End - figure.Start, kind, subject) with
        {
            Value = direction is null ? figure.Value : Math.Abs(figure.Value),
            Direction = figure.Value < 0 ? -direction : direction,
            Unit = figure.Unit,
            Basis = lead.Basis,
            Year = Year(lead.Basis ?? lead.Subject),
            Aside = aside || lead.Vague,
            Text = text.Printed.Substring(figure.Start, figure.Length),
        });
    }

    private NarrativeFact Fact(int start, int length, FactKind kind, ImmutableArray<string> subject)
    {
        (int page, Ingest.Pdf.Box box) = text.PlaceOf(start, length);
        return new NarrativeFact
        {
            Kind = kind,
            Subject = subject,
            Text = text.Printed.Substring(start, length),
            Page = page,
            Box = box,
        };
    }

    private static int? Year(string words) =>
        Phrases.Year().Match(words) is { Success: true } year ? int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) : null;

    private void Unread(Figure figure)
    {
        (int page, Ingest.Pdf.Box box) = text.PlaceOf(figure.Start, figure.End - figure.Start);
        unread.Add(new UnreadNumber(text.Printed.Substring(figure.Start, figure.Length), figure.Value, figure.Unit, page, box));
    }

    /// <param name="Clause">The words directly before a mark.</param>
    /// <param name="Before">Earlier words since the mark before, within the same semicolon part.</param>
    /// <param name="Directly">Nothing parts the mark from the one before.</param>
    /// <param name="Labelled">A colon stands directly before the mark.</param>
    private readonly record struct Words(string Clause, string Before, bool Directly, bool Labelled);
}
