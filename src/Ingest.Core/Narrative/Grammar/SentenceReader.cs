using System.Collections.Immutable;
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
    private readonly SubjectFinder subjects;
    private readonly SentenceFacts facts;
    private bool aside;

    private SentenceReader(RunningText text, ReadingContext context, BodyNames bodies)
    {
        this.text = text;
        this.context = context;
        this.bodies = bodies;
        subjects = new SubjectFinder(text, context, bodies);
        facts = new SentenceFacts(text);
    }

    /// <param name="context">Carried from sentence to sentence; this call brings it up to date.</param>
    /// <returns>The sentence, or null when it states nothing.</returns>
    public static NarrativeSentence? Read(RunningText text, ReadingContext context, BodyNames bodies)
    {
        SentenceReader reader = new(text, context, bodies);
        reader.Read();
        return reader.facts.Build();
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
                    Number(figure, Words.Between(text.Folded, from, figure.Start));
                    break;
                case UnchangedMark:
                    Unchanged(mark, Words.Between(text.Folded, from, mark.Start));
                    break;
                case NamesMark names:
                    Names(names, Words.Between(text.Folded, from, mark.Start));
                    break;
                case NoneMark none:
                    None(none);
                    break;
            }
            from = mark.End;
        }
        Passing(from, text.Length);
        Purpose();
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

    private void Number(Figure figure, Words words)
    {
        Lead lead = Lead.Of(words.Clause, figure.Dimension == Dimension.Percent);
        if (figure.InRange || lead.Kind is LeadKind.Distributed or LeadKind.Former)
        {
            facts.Unread(figure);
            return;
        }
        switch (figure.Dimension, lead.Kind)
        {
            case (Dimension.Percent, LeadKind.Share or LeadKind.Completion):
                facts.Add(figure, FactKind.Share, subjects.OfChange(lead.Subject, aside), lead, aside);
                break;
            case (Dimension.Percent, LeadKind.Rise or LeadKind.Fall):
                // So many points of a percentage are its change, not its growth.
                facts.Add(figure, figure.Unit == "%" ? FactKind.Growth : FactKind.Change, subjects.OfChange(lead.Subject, aside), WithBasis(lead, words), aside);
                break;
            case (Dimension.Money or Dimension.Count, LeadKind.Rise or LeadKind.Fall):
                facts.Add(figure, FactKind.Change, subjects.OfChange(lead.Subject, aside), WithBasis(lead, words), aside);
                break;
            case (Dimension.Money or Dimension.Count, LeadKind.Plain or LeadKind.Reached):
                Stated(figure, lead, words);
                break;
            case (Dimension.None, LeadKind.Plain) when Phrases.Headcount().IsMatch(lead.Subject):
                Stated(figure, lead, words);
                break;
            default:
                facts.Unread(figure);
                break;
        }
    }

    /// <summary>An amount or a count, which later shares and changes of the sentence are about.</summary>
    private void Stated(Figure figure, Lead lead, Words words)
    {
        ImmutableArray<string> subject = subjects.OfAmount(lead.Subject, words, figure, aside);
        if (subject.IsEmpty)
        {
            facts.Unread(figure);
            return;
        }
        FactKind kind = figure.Dimension == Dimension.Money ? FactKind.Amount : FactKind.Count;
        facts.Add(figure, kind, subject, lead.Kind == LeadKind.Reached ? lead with { Vague = true } : lead, aside);
        if (aside || lead.Vague)
            return;
        context.Current = subject;
        context.CurrentUnit = figure.Unit;
    }

    /// <summary>"与2023年度相比，…减少": the comparison stands in the clause before.</summary>
    private static Lead WithBasis(Lead lead, Words words) =>
        lead.Basis is null && Lead.Comparison(words.Before.TrimEnd('，')).Basis is { } basis ? lead with { Basis = basis } : lead;

    private void Unchanged(Mark mark, Words words)
    {
        (string subject, string? basis) = Lead.Comparison(words.Clause);
        bool exact = !text.Folded.AsSpan(mark.Start, mark.End - mark.Start).StartsWith("基本");
        facts.Add(mark, FactKind.Change, subjects.OfChange(subject, aside), fact => fact with
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
        facts.Add(mark, FactKind.Names, subject, fact => fact with
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

    /// <summary>Kept for an account only: what 类 / 款 / 项 the paragraph, or the amount before, is about.</summary>
    private void Purpose()
    {
        ImmutableArray<string> account = SubjectPath.WithoutMeasure(context.Item.IsEmpty ? context.Current : context.Item);
        if (account.Length == SubjectPath.AccountLevels && Phrases.Purpose().Match(text.Folded) is { Success: true } found)
        {
            Group purpose = found.Groups["purpose"];
            facts.Add(new PurposeMark(purpose.Index, purpose.Index + purpose.Length), FactKind.Purpose, account, fact => fact);
        }
    }

    private void None(NoneMark mark)
    {
        ImmutableArray<string> subject = mark.PriorYear
            ? [.. context.Current.IsEmpty ? context.Item : context.Current, NoneMark.PriorYearSubject]
            : SubjectPath.Of(mark.Subject, bodies);
        if (mark.PriorYear || !aside)
            facts.Add(mark, FactKind.None, subject, fact => fact);
    }
}
