using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>A mistake with the relations that fail by it.</summary>
/// <param name="Best">What best explains them; null when nothing does.</param>
/// <param name="Relations">Failed relations, the most telling first.</param>
/// <param name="Alternatives">Other suppositions that settle the same relations, most likely first.</param>
internal sealed record Cause(Hypothesis? Best, ImmutableArray<Relation> Relations, ImmutableArray<Hypothesis> Alternatives)
{
    /// <summary>False where so much fails that no explanation was looked for.</summary>
    public bool IsSearched { get; init; } = true;

    /// <summary>What the mistakes found before it put in place of the printed amounts.</summary>
    public Changes Before { get; init; } = Changes.None;

    /// <summary>
    /// Two tables, or a table and a sentence, say different things about one figure, and nothing else says which is right:
    /// neither is accused.
    /// </summary>
    public bool IsUndecided { get; init; }

    /// <summary>
    /// Several amounts of one sum could each be the wrong one, and nothing but the sum says so: they are suspected, none of
    /// them is called wrong.
    /// </summary>
    public bool IsOpen { get; init; }
}

/// <summary>All causes of a document.</summary>
/// <param name="Condemned">Figures that one of them calls wrong; they are no evidence for anything else.</param>
internal sealed record CauseSearch(ImmutableArray<Cause> Causes, IReadOnlySet<Figure> Condemned);

/// <summary>
/// Separates the failed relations into causes. The supposition that settles most for its cost, and breaks
/// nothing, is taken as found and set right; what still fails is explained in the same way.
/// </summary>
internal static class CauseFinder
{
    /// <summary>
    /// How many suspected figures are looked at in all. A document with a handful of mistakes needs some hundreds, one
    /// with a table in the wrong unit a thousand; where everything contradicts everything, the tables were not read
    /// rightly, and naming mistakes helps nobody.
    /// </summary>
    private const int MostFigures = 4_000;

    /// <summary>
    /// How many terms are gone through in all: every figure of a failed relation is tried against all its others. A
    /// total of three hundred rows that fails in ten columns takes a million.
    /// </summary>
    private const long MostTerms = 10_000_000;

    /// <summary>Less than the least that one relation more, or a slip that is natural against one that is not, puts between two suppositions.</summary>
    private const decimal LeastLead = 0.1m;

    public static CauseSearch Find(RelationGraph graph, CancellationToken ct)
    {
        var open = new OpenFailures(graph);
        var causes = new List<Cause>();
        int figures = MostFigures;
        long terms = MostTerms;
        while (open.Failed.Any())
        {
            ct.ThrowIfCancellationRequested();
            figures -= open.Involved().Count();
            terms -= open.Failed.Sum(relation => (long)relation.Figures.Length * relation.Figures.Length);
            bool searched = figures >= 0 && terms >= 0;
            TestedHypothesis[] tested = searched ? [.. Tested(open)] : [];
            if (tested.Length > 0)
                causes.Add(Take(open, tested));
            else
                causes.AddRange(Unexplained(open).Select(cause => cause with { IsSearched = searched, Before = open.Righted }));
        }
        return new CauseSearch([.. causes], causes.SelectMany(Condemned).ToHashSet());
    }

    private static IEnumerable<Figure> Condemned(Cause cause) => cause.Best is { } best
        ? best.Changes.Amounts.Keys.Concat(best.Suspects)
        : cause.Relations.Select(relation => relation.Subject);

    private static IEnumerable<TestedHypothesis> Tested(OpenFailures open) => Propose(open)
        .Select(hypothesis => TestedHypothesis.Of(hypothesis, open))
        .Where(test => test.Explains)
        .OrderByDescending(test => test.Score)
        .ThenBy(test => test.Hypothesis.Suspects.Length)
        .ThenBy(test => test.Hypothesis.Suspects.IsEmpty ? int.MaxValue : test.Hypothesis.Suspects[0].Id);

    private static IEnumerable<Hypothesis> Propose(OpenFailures open) =>
    [
        .. WrongAmounts.Propose(open),
        .. ColumnSlips.Propose(open),
        .. WrongRows.Propose(open),
        .. ExchangedRows.Propose(open),
        .. LostRows.Propose(open),
        .. DuplicateRows.Propose(open),
        .. UnitMixups.Propose(open),
    ];

    private static Cause Take(OpenFailures open, TestedHypothesis[] tested)
    {
        TestedHypothesis best = tested[0];
        IEnumerable<Hypothesis> alternatives = tested.Skip(1)
            .Where(test => best.Settled.All(relation => !OpenFailures.IsHard(relation) || test.Settled.Contains(relation)))
            .Select(test => test.Hypothesis);
        bool undecided = tested.Skip(1).Any(rival => AreEqual(best, rival) && Table(best) != Table(rival));
        bool several = !undecided && best.Settled.Length == 1 && tested.Skip(1).Any(rival => AreEqual(best, rival));
        var cause = new Cause(best.Hypothesis, LeadFirst(best), [.. alternatives]) { Before = open.Righted, IsUndecided = undecided, IsOpen = several };
        open.SetRight(best.Hypothesis);
        return cause;
    }

    /// <summary>
    /// Two amounts, each in a place of its own, of which either could be the wrong one: a digit that was swapped in the one
    /// was swapped in the other, and a place that is blank may have been left out or be right.
    /// </summary>
    private static bool AreEqual(TestedHypothesis best, TestedHypothesis rival) =>
        best.Hypothesis is { Kind: CauseKind.Amount, Suspects: [{ State: FigureState.Printed or FigureState.Blank }] }
        && rival.Hypothesis is { Kind: CauseKind.Amount, Suspects: [{ State: FigureState.Printed or FigureState.Blank }] }
        && best.Score - rival.Score < LeastLead
        && best.Settled.Length == rival.Settled.Length && best.Settled.All(rival.Settled.Contains);

    private static IndexedStatement? Table(TestedHypothesis test) => test.Hypothesis.Suspects[0].Row?.Statement;

    /// <summary>The relation that is about the suspect says best what is wrong with it.</summary>
    private static ImmutableArray<Relation> LeadFirst(TestedHypothesis test)
    {
        Figure? suspect = test.Hypothesis.Suspects.IsEmpty ? null : test.Hypothesis.Suspects[0];
        return [.. test.Settled
            .OrderByDescending(relation => relation.Rule.Severity)
            .ThenByDescending(relation => relation.Subject == suspect)
            .ThenBy(relation => relation.Figures.Length)];
    }

    /// <summary>What still fails and nothing explains, in groups that hang together by their figures.</summary>
    private static IEnumerable<Cause> Unexplained(OpenFailures open)
    {
        Relation[] rest = [.. open.Failed];
        ILookup<Figure, Relation> byFigure = rest.SelectMany(relation => relation.Figures.Select(figure => (figure, relation)))
            .ToLookup(pair => pair.figure, pair => pair.relation);
        var seen = new HashSet<Relation>();
        foreach (Relation first in rest)
        {
            if (!seen.Add(first))
                continue;
            var group = new List<Relation> { first };
            for (int i = 0; i < group.Count; i++)
                group.AddRange(group[i].Figures.SelectMany(figure => byFigure[figure]).Where(seen.Add));
            group.ForEach(open.Close);
            yield return new Cause(null, [.. group.OrderByDescending(relation => relation.Rule.Severity)], []);
        }
    }
}
