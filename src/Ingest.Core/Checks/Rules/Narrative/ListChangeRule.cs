using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// "支出1100万元，增加100万元，其中：教育支出900万元，增加110万元；卫生健康支出200万元，减少10万元": where the amounts are all of their whole and
/// each tells its change, the changes are those of the whole, but for what there was the year before and is no more: that can only have
/// made the whole fall. <see cref="ChangeSumRule"/> has what is told without amounts.
/// </summary>
internal sealed class ListChangeRule : Rule
{
    /// <summary>Whether this rule says that the changes add up, or no more than that the whole did not rise by more than they.</summary>
    public required bool AddsUp { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach ((StatedFact whole, StatedFact[] parts) in ListSumRule.Filled(facts))
        {
            if (whole.Topic is Topic.OfficialExpenses or Topic.Preparation or Topic.Overall || (ChangeOf(facts, whole) ?? Elsewhere(index, whole)) is not { Figure: not null, Fact.Direction: 1 or -1 } total)
                continue;
            StatedFact?[] changes = [.. parts.Select(part => ChangeOf(facts, part))];
            if (Array.TrueForAll(changes, part => part is not null && IsAdded(total, part)) && (AddsUp ? (Relation?)Slipped(total, changes!) : Bound(total, changes!)) is { } check)
                yield return check;
        }
    }

    /// <summary>Null where the changes are those of a list that lacks something, rather than one of them a slip.</summary>
    private LinearRelation? Slipped(StatedFact total, StatedFact[] changes)
    {
        ImmutableArray<Term> terms = Terms(total, changes);
        decimal left = (total.Figure!.Value * total.Figure.Unit) - terms.Sum(term => term.Factor * term.Figure.Value * term.Figure.Unit);
        // A sum says which way it went: none is below nothing.
        return left == 0 || IsSlip(total.Figure, -left) || terms.Any(term => IsSlip(term.Figure, term.Factor * left)) ? Sum(this, total, changes) : null;

        static bool IsSlip(Figure figure, decimal more) => (figure.Value * figure.Unit) + more > 0 && ListSumRule.IsSlip(figure, more);
    }

    public static LinearRelation Sum(Rule rule, StatedFact total, StatedFact[] changes) =>
        new(rule, total.Figure!, Terms(total, changes), Comparison.WithinRounding, () => Words(total, changes));

    /// <summary>A change by an amount, or by none, against what the whole is compared with; where the part does not say, against the same.</summary>
    public static bool IsAdded(StatedFact total, StatedFact part) => (part.Figure is not null || part.Fact.Direction == 0) && (part.Fact.Basis is null || Base(part) == Base(total));

    /// <summary>The rises are no less than the rise of the whole and the falls together.</summary>
    private UpperBound? Bound(StatedFact total, StatedFact[] changes)
    {
        ImmutableArray<Term> terms = [.. Terms(total, changes).Select(term => term with { Factor = term.Factor * total.Fact.Direction!.Value })];
        bool rises = total.Fact.Direction > 0;
        ImmutableArray<Figure> down = [.. terms.Where(term => term.Factor < 0).Select(term => term.Figure), .. rises ? (Figure[])[total.Figure!] : []];
        ImmutableArray<Figure> up = [.. terms.Where(term => term.Factor > 0).Select(term => term.Figure), .. rises ? (Figure[])[] : [total.Figure!]];
        return down.IsEmpty ? null : new UpperBound(this, down, up, () => Words(total, changes));
    }

    private static ImmutableArray<Term> Terms(StatedFact total, StatedFact[] changes) =>
        [.. changes.Where(part => part.Figure is not null).Select(part => new Term(part.Figure!, total.Fact.Direction!.Value * (part.Fact.Direction ?? 1)))];

    private static Phrase Words(StatedFact total, StatedFact[] changes) =>
        FactWording.Of(total) + Phrase.Same(" = ") + Phrase.Join(Phrase.Same(" ± "), changes.Select(FactWording.Of));

    /// <summary>The change told with an amount: of its path, before another amount.</summary>
    private static StatedFact? ChangeOf(NarrativeFacts facts, StatedFact amount) => facts.All.Skip(amount.Order + 1)
        .TakeWhile(told => ReferenceEquals(told.Sentence, amount.Sentence) && told.Path.SequenceEqual(amount.Path) && told.Kind is not (FactKind.Amount or FactKind.Prior))
        .FirstOrDefault(told => told is { Kind: FactKind.Change, Fact.Aside: false } && (told.Figure is null || told.IsMeasuredLike(amount)));

    /// <summary>"1.规模变化情况：一般公共预算支出100万元，比上年增加10万元", and the list of it below another heading.</summary>
    private static StatedFact? Elsewhere(FigureIndex index, StatedFact whole)
    {
        if (RestatedChangeRule.Scope(whole, !index.IsFinalAccounts) is not { } scope)
            return null;
        StatedFact[] told = [.. StatedComparisons.Of(index).All.Where(comparison => comparison is { Change.Figure: not null, Now.Figure: { } now } && comparison.Change.IsMeasuredLike(comparison.Now)
            && now.Value * now.Unit == whole.Figure!.Value * whole.Figure.Unit && RestatedChangeRule.Scope(comparison.Now, !index.IsFinalAccounts) == scope).Select(comparison => comparison.Change!)];
        return told.DistinctBy(change => RestatedChangeRule.Base(change.Fact.Basis)).Count() == 1 ? told[0] : null;
    }

    public static string? Base(StatedFact change) => change.Fact.Basis is null ? null : RestatedChangeRule.Base(change.Fact.Basis);
}
