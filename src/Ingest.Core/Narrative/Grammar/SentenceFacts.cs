using System.Collections.Immutable;
using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>Collects what a sentence states, each with its place on the page.</summary>
internal sealed class SentenceFacts(RunningText text)
{
    private readonly List<NarrativeFact> _facts = [];
    private readonly List<UnreadNumber> _unread = [];

    /// <summary>What was stated last; null at first.</summary>
    public NarrativeFact? Last => _facts.Count == 0 ? null : _facts[^1];

    /// <summary>Null when the sentence states nothing.</summary>
    public NarrativeSentence? Build()
    {
        if (_facts.Count == 0 && _unread.Count == 0)
            return null;
        (int page, Box box) = text.PlaceOf(0, text.Length);
        return new NarrativeSentence(text.Printed, page, box, [.. _facts], [.. _unread]);
    }

    /// <summary>Adds a number; without a subject it is unread.</summary>
    public void Add(PrintedNumber figure, FactKind kind, ImmutableArray<string> subject, Lead lead, bool aside)
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
        _facts.Add(Fact(figure.Start, figure.End - figure.Start, kind, subject) with
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
        (int page, Box box) = text.PlaceOf(start, length);
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

    public void Unread(PrintedNumber figure)
    {
        (int page, Box box) = text.PlaceOf(figure.Start, figure.End - figure.Start);
        _unread.Add(new UnreadNumber(text.Printed.Substring(figure.Start, figure.Length), figure.Value, figure.Unit, page, box));
    }

    /// <summary>Adds what a phrase says.</summary>
    public void Add(Mark mark, FactKind kind, ImmutableArray<string> subject, Func<NarrativeFact, NarrativeFact> complete)
    {
        if (!subject.IsEmpty)
            _facts.Add(complete(Fact(mark.Start, mark.End - mark.Start, kind, subject)));
    }
}
