using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules;

namespace Ingest.Core.Checks.Findings;

/// <summary>Counts what the checks reached.</summary>
internal static class CoverageCount
{
    /// <param name="notAssessed">Relations that fail where the reading is in doubt: what they speak of was not checked.</param>
    public static Coverage Of(FigureIndex index, IReadOnlyList<Check> checks, ImmutableArray<Rule> rules, IReadOnlySet<Relation> notAssessed, Language language)
    {
        var reached = new int[index.Figures.Count];
        foreach (Relation relation in checks.OfType<Relation>())
            if (IsAssessed(relation.AsPrinted.Outcome) && !notAssessed.Contains(relation))
                foreach (Figure figure in relation.Figures)
                    reached[figure.Id]++;
        Figure[] printed = [.. index.Figures.Where(figure => figure.IsPrinted && figure.Row is not null)];
        return new Coverage(
            printed.Length,
            printed.Count(figure => reached[figure.Id] > 0),
            printed.Count(figure => reached[figure.Id] > 1),
            [.. printed.Where(figure => reached[figure.Id] == 0).Select(figure => figure.Reference)],
            Tallies(checks, rules, notAssessed, language))
        {
            NotRead = NotRead(index.Document),
            Sentences = Sentences(index, checks, reached),
        };
    }

    private static SentenceCoverage Sentences(FigureIndex index, IReadOnlyList<Check> checks, int[] reached)
    {
        // Words are held against figures too: 决算数大于预算数 checks both.
        var seen = new HashSet<CellReference>(checks.OfType<Observation>().SelectMany(observation => observation.Cells), ReferenceEqualityComparer.Instance);
        int read = 0;
        int unread = 0;
        foreach (NarrativeSentence sentence in index.Document.Narrative.SelectMany(section => section.Sentences))
        {
            read += sentence.Facts.Count(fact => fact.Value is not null);
            unread += sentence.Unread.Length;
        }
        return new(read + unread, index.Figures.Count(figure => figure.IsNarrative && (reached[figure.Id] > 0 || seen.Contains(figure.Reference))), unread);
    }

    /// <summary>Tables that hold amounts or that are titled as tables of the document; a list of units or telephones is neither.</summary>
    public static ImmutableArray<UnreadTable> NotRead(BudgetDocument document) =>
    [
        .. document.Unbound
            .Where(table => table.Amounts > 0 || table.Label is not null || table.Title?.EndsWith('表') == true)
            .Select(table => new UnreadTable(table.Title, table.Label, table.Pages, table.Amounts, IsEstimate: false))
            .Concat(document.Unread)
            .OrderBy(table => table.Pages.IsEmpty ? 0 : table.Pages[0]),
    ];

    public static ImmutableArray<RuleTally> Tallies(
        IReadOnlyList<Check> checks, ImmutableArray<Rule> rules, IReadOnlySet<Relation> notAssessed, Language language)
    {
        ILookup<string, Check> byRule = checks.ToLookup(check => check.Rule.Id);
        return [.. rules.Select(rule => rule.Id).Distinct().Select(id => Tally(id, byRule[id], notAssessed, language))];
    }

    private static RuleTally Tally(string rule, IEnumerable<Check> checks, IReadOnlySet<Relation> notAssessed, Language language)
    {
        Span<int> counts = stackalloc int[(int)Outcome.NotApplicable + 1];
        var missing = new List<string>();
        foreach (Check check in checks)
        {
            Outcome outcome = check is Relation relation && notAssessed.Contains(relation) ? Outcome.NotAssessable : OutcomeOf(check);
            counts[(int)outcome]++;
            if (outcome == Outcome.NotAssessable)
                missing.Add(Missing(check).In(language));
        }
        return new RuleTally(
            rule, counts[(int)Outcome.Consistent], counts[(int)Outcome.Rounding], counts[(int)Outcome.ImprobableRounding], counts[(int)Outcome.Inconsistent],
            counts[(int)Outcome.Undefined], counts[(int)Outcome.NotAssessable], counts[(int)Outcome.NotApplicable], [.. missing.Distinct()]);
    }

    private static Outcome OutcomeOf(Check check) => check switch
    {
        Relation relation => relation.AsPrinted.Outcome,
        Observation observation => observation.Holds ? Outcome.Consistent : Outcome.Inconsistent,
        NotAssessable => Outcome.NotAssessable,
        _ => Outcome.NotApplicable,
    };

    private static Phrase Missing(Check check) => check switch
    {
        NotAssessable missing => missing.Operand,
        Relation relation => RelationWriter.Unreadable(relation) ?? Wording.Of(relation.Subject) + new Phrase("读取存疑", " is in doubt as read"),
        _ => Phrase.Same(check.Rule.Id),
    };

    private static bool IsAssessed(Outcome outcome) => outcome is not (Outcome.NotAssessable or Outcome.NotApplicable or Outcome.Undefined);
}
