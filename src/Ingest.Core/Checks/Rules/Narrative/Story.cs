using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Everything the text of a document states, in order. Made once per index and shared by the rules.</summary>
internal sealed class Story
{
    /// <summary>
    /// Facts are looked up among each other, so their number is bounded. No budget tells a tenth as many; what
    /// a longer text tells beyond is not compared, and <see cref="IsCut"/> says so.
    /// </summary>
    private const int Most = 5_000;

    private static readonly ConditionalWeakTable<FigureIndex, Story> _known = [];

    private readonly List<Told> _all = [];

    private Story(FigureIndex index)
    {
        List<NarrativeSection> headings = [];
        foreach (NarrativeSection section in index.Document.Narrative)
        {
            headings.RemoveAll(above => above.Level >= section.Level);
            headings.Add(section);
            Topic topic = Topics.Of(headings);
            foreach (NarrativeSentence sentence in section.Sentences)
                foreach (NarrativeFact fact in sentence.Facts)
                {
                    if (_all.Count == Most)
                    {
                        IsCut = true;
                        return;
                    }
                    _all.Add(new Told(_all.Count, section, sentence, fact, topic, fact.Value is null ? null : index.Narrated(section, sentence, fact)));
                }
        }
    }

    public IReadOnlyList<Told> All => _all;

    /// <summary>True when the text tells more than is compared.</summary>
    public bool IsCut { get; }

    /// <summary>Facts that something may be compared with.</summary>
    public IEnumerable<Told> Firm => _all.Where(told => !told.Fact.Aside);

    public static Story Of(FigureIndex index) => _known.GetValue(index, opened => new Story(opened));

    /// <summary>The nearest fact of a kind about the same thing in the same section, before or after.</summary>
    public Told? Near(Told told, params ReadOnlySpan<FactKind> kinds)
    {
        Told? best = null;
        foreach (Told other in _all)
        {
            if (other == told || other.Fact.Aside || other.Figure is null || !kinds.Contains(other.Kind) || !IsSameThing(told, other))
                continue;
            if (best is null || Distance(other, told) < Distance(best, told))
                best = other;
        }
        return best;
    }

    /// <summary>The last fact of a kind before one of the same subject, in its sentence.</summary>
    public Told? Before(Told told, params ReadOnlySpan<FactKind> kinds)
    {
        for (int i = told.Order - 1; i >= 0 && ReferenceEquals(_all[i].Sentence, told.Sentence); i--)
            if (kinds.Contains(_all[i].Kind) && !_all[i].Fact.Aside && _all[i].Path.SequenceEqual(told.Path))
                return _all[i];
        return null;
    }

    /// <summary>The nearest amount of a path in the section of a fact, before it.</summary>
    public Told? OfPath(Told told, ImmutableArray<string> path)
    {
        for (int i = told.Order - 1; i >= 0 && ReferenceEquals(_all[i].Section, told.Section); i--)
            if (_all[i].Kind == FactKind.Amount && _all[i].Figure is not null && _all[i].Path.SequenceEqual(path))
                return _all[i];
        return null;
    }

    private static int Distance(Told left, Told right) =>
        left.Order <= right.Order ? 2 * (right.Order - left.Order) : (2 * (left.Order - right.Order)) + 1;

    private static bool IsSameThing(Told left, Told right) =>
        ReferenceEquals(left.Section, right.Section) && left.Thing == right.Thing && left.Measure == right.Measure
        && (left.Path.Length == right.Path.Length || left.Path.Length == 1 || right.Path.Length == 1 || left.Topic == Topic.OfficialExpenses);
}
