using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>When a list of parts adds up to its whole, and when it need not.</summary>
internal enum ListKind
{
    /// <summary>Nothing is left out: the shares of the parts fill a hundred, or the list ends with 其他收入.</summary>
    Complete,

    /// <summary>It would add up to its whole but for one natural slip of one amount.</summary>
    Slipped,

    /// <summary>Some parts may be left out, but together they are no more than the whole.</summary>
    Open,
}

/// <summary>
/// "X 1000.00万元，其中：A 700.00万元，占70.00%；B 300.00万元，占30.00%": parts of any name, where <see cref="SumRule"/> does
/// not know them.
/// </summary>
internal sealed class ListSumRule : Rule
{
    /// <summary>So far may the shares of a complete list be from a hundred: rounding of a handful, or one of them misprinted.</summary>
    private const decimal NearHundred = 1;

    public required ListKind Kind { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        StatedPrecision precision = StatedPrecision.Of(index);
        foreach (StatedFact whole in facts.Firm.Where(told => told is { Kind: FactKind.Amount, Figure: { IsPrinted: true, Value: > 0 } } && !SumRule.Knows(told) && !IsBothSides(told)))
        {
            StatedFact[] parts = [.. PartsOf(facts, whole)];
            if (parts.Length < 2 || parts.DistinctBy(part => part.Thing).Count() < parts.Length)
                continue;
            ListKind kind = KindOf(facts, whole, parts);
            if (kind != Kind)
                continue;
            if (kind != ListKind.Open)
                yield return SumRule.Of(this, precision, whole, parts);
            else
                yield return new UpperBound(this, [.. parts.Select(part => part.Figure!)], [whole.Figure!],
                    () => Phrase.Join(Phrase.Same(" + "), parts.Select(FactWording.Of)) + Phrase.Same(" ≤ ") + FactWording.Of(whole));
        }
    }

    /// <summary>收入、支出预算总计 is no sum of income and expenditure.</summary>
    private static bool IsBothSides(StatedFact told) => told.Thing.Contains('收', StringComparison.Ordinal) && told.Thing.Contains('支', StringComparison.Ordinal);

    /// <summary>Amounts below the whole, up to where it is told again or its section ends.</summary>
    private static IEnumerable<StatedFact> PartsOf(NarrativeFacts facts, StatedFact whole) => facts.All.Skip(whole.Order + 1)
        .TakeWhile(told => ReferenceEquals(told.Section, whole.Section) && !(told.Kind == FactKind.Amount && !told.Fact.Aside && told.Path.SequenceEqual(whole.Path)))
        .Where(told => told is { Kind: FactKind.Amount, Figure: not null, Fact.Aside: false, Measure: "" } && !facts.IsOfOtherYear(told)
            && told.Path.Length == whole.Path.Length + 1 && told.Path.AsSpan(0, whole.Path.Length).SequenceEqual(whole.Path.AsSpan())
            && told.Path[^1] is not ("合计" or "共计" or "总计"));

    private static ListKind KindOf(NarrativeFacts facts, StatedFact whole, StatedFact[] parts)
    {
        decimal left = Residual(whole, parts);
        return left == 0 || IsComplete(facts, parts) ? ListKind.Complete
            : left > 0 && parts.Append(whole).Any(told => IsSlip(told.Figure!, told == whole ? -left : left)) ? ListKind.Slipped : ListKind.Open;
    }

    /// <summary>With so much more the amount is one that is easily printed as this.</summary>
    private static bool IsSlip(Figure figure, decimal more) => figure.Value != 0
        && Slip.Explain(figure.Value, false, figure.Value.Scale, AmountInterval.Exactly(figure.Value + (more / figure.Unit))).Plausibility >= Slip.Natural;

    private static bool IsComplete(NarrativeFacts facts, StatedFact[] parts)
    {
        StatedFact?[] shares = [.. parts.Select(part => facts.Firm.FirstOrDefault(share => share.Kind == FactKind.Share && share.Order > part.Order
            && ReferenceEquals(share.Sentence, part.Sentence) && share.Path.SequenceEqual(part.Path)))];
        if (Array.TrueForAll(shares, share => share is not null) && shares.Select(share => share!.Fact.Basis).Distinct().Count() == 1)
            return Math.Abs(shares.Sum(share => share!.Fact.Value ?? 0) - 100) <= NearHundred;
        return parts[^1].Thing.StartsWith("其他", StringComparison.Ordinal) && parts[^1].Thing.EndsWith("收入", StringComparison.Ordinal);
    }

    private static decimal Residual(StatedFact whole, StatedFact[] parts) =>
        (whole.Figure!.Value * whole.Figure.Unit) - parts.Sum(part => part.Figure!.Value * part.Figure.Unit);
}
