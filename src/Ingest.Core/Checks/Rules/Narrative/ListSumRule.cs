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
        foreach ((StatedFact whole, StatedFact[] parts) in Lists(facts).Concat(Sides(facts)).Concat(Projects(facts)).Concat(FundClasses.Of(facts)))
        {
            if (parts.DistinctBy(part => part.Thing).Count() < parts.Length || KindOf(facts, whole, parts) != Kind)
                continue;
            if (Kind == ListKind.Open && parts.Length == 1 && !PartLists.IsDirectly(facts, whole, parts[0]))
                continue;
            // Projects are told by more than one mark: 重点项目, 100万元以上项目.
            if (Kind == ListKind.Open && parts.Length > 1 && parts.Any(part => part.Thing.EndsWith("项目", StringComparison.Ordinal)) && !Partition.IsExclusive([.. parts.Select(part => part.Thing)]))
                continue;
            if (Kind != ListKind.Open)
                yield return SumRule.Of(this, precision, whole, parts);
            else
                yield return new UpperBound(this, [.. parts.Select(part => part.Figure!)], [whole.Figure!],
                    () => Phrase.Join(Phrase.Same(" + "), parts.Select(FactWording.Of)) + Phrase.Same(" ≤ ") + FactWording.Of(whole));
        }
    }

    /// <summary>Lists of amounts that are all of their whole.</summary>
    public static IEnumerable<(StatedFact Whole, StatedFact[] Parts)> Filled(NarrativeFacts facts) =>
        Lists(facts).Where(list => list.Parts.Length > 1 && Residual(list.Whole, list.Parts) == 0);

    private static IEnumerable<(StatedFact Whole, StatedFact[] Parts)> Lists(NarrativeFacts facts)
    {
        foreach (StatedFact whole in facts.Firm.Where(told => told is { Kind: FactKind.Amount, Figure: { IsPrinted: true, Value: > 0 } }))
            // 收支总预算100万元，其中：本年收入90万元，上年结转10万元: what is listed is one side.
            foreach (StatedFact[] list in PartLists.Of(facts, whole).Where(list => !SumRule.Added(facts, whole).Any(list.Contains) && (!IsBothSides(whole) || IsPartition(whole, list))))
                if (list.Where(told => (facts.IsOfOneYear(told, whole) || !facts.IsOfOtherYear(told)) && !IsSum(told.Path[^1])).ToArray() is { Length: > 0 } parts && !facts.Firm.Any(told => told.Order < whole.Order && told.Kind == whole.Kind && told.Path.SequenceEqual(whole.Path) && PartLists.IsBeside(facts, told, whole)))
                    yield return (whole, parts);
    }

    /// <summary>合计, and 合计人员经费 behind the items that it adds up.</summary>
    private static bool IsSum(string name) => name.StartsWith("合计", StringComparison.Ordinal) || name.StartsWith("共计", StringComparison.Ordinal)
        || name.StartsWith("小计", StringComparison.Ordinal) || name == "总计";

    /// <summary>"收支总预算100万元。收入包括：…；支出包括：…": the lists of either side are of the one total.</summary>
    private static IEnumerable<(StatedFact Whole, StatedFact[] Parts)> Sides(NarrativeFacts facts)
    {
        foreach (IGrouping<NarrativeSection, StatedFact> section in facts.Firm.Where(told => told is { Kind: FactKind.Amount, Figure: not null } && !facts.IsOfOtherYear(told)).GroupBy(told => told.Section))
        {
            StatedFact[] totals = [.. section.Where(told => IsBothSides(told) && told.Measure.Length == 0 && told.Figure!.Value > 0)];
            if (totals is not [var total])
                continue;
            foreach (string side in (string[])["收入", "支出"])
                if (section.Where(told => told.Order > total.Order && told.Path.Length == 2 && told.Path[0] == side && told.Measure.Length == 0).ToArray() is { Length: > 1 } parts
                    && !section.Any(told => told.Path is [var only] && only == side))
                    yield return (total, parts);
        }
    }

    /// <summary>"预算安排规模：375万元 … 资金分配情况：A 300万元，B 75万元": where the money of a project goes.</summary>
    private static IEnumerable<(StatedFact Whole, StatedFact[] Parts)> Projects(NarrativeFacts facts)
    {
        foreach (StatedFact whole in facts.Firm.Where(told => told is { Kind: FactKind.Amount, Measure: "预算安排规模", Figure: { IsPrinted: true, Value: > 0 } }))
        {
            StatedFact[] parts = [.. facts.All.Skip(whole.Order + 1)
                .TakeWhile(told => ReferenceEquals(told.Section, whole.Section) && told.Measure != whole.Measure)
                .Where(told => told is { Kind: FactKind.Amount, Figure: not null, Fact.Aside: false, Measure: "" } && IsSplit(told.Sentence))];
            if (parts.Length > 0 && parts.All(part => ReferenceEquals(part.Sentence, parts[0].Sentence)))
                yield return (whole, parts);
        }
    }

    private static bool IsSplit(NarrativeSentence sentence) => sentence.Text.AsSpan(0, Math.Min(sentence.Text.Length, Label)).Contains("资金分配情况", StringComparison.Ordinal);

    /// <summary>A label stands at the beginning, behind a number.</summary>
    private const int Label = 12;

    /// <summary>收入、支出预算总计 is no sum of income and expenditure.</summary>
    private static bool IsBothSides(StatedFact told) => told.Thing.Contains('收', StringComparison.Ordinal) && told.Thing.Contains('支', StringComparison.Ordinal);

    private static ListKind KindOf(NarrativeFacts facts, StatedFact whole, StatedFact[] parts)
    {
        // 其中：A …, or all of it for what has the whole's own name, or is said to be.
        if (parts.Length == 1)
            return parts[0].Thing == whole.Thing || facts.Firm.Any(share => share is { Kind: FactKind.Share, Fact: { Basis: null, Value: 100 } } && share.Order == parts[0].Order + 1 && share.Path.SequenceEqual(parts[0].Path))
                ? ListKind.Complete : ListKind.Open;
        decimal left = Residual(whole, parts);
        return left == 0 || IsPartition(whole, parts) || IsComplete(facts, parts) ? ListKind.Complete
            : left > 0 && HasSlip(whole, parts) ? ListKind.Slipped : ListKind.Open;
    }

    /// <summary>One amount is easily printed as it is where another would make the list add up.</summary>
    public static bool HasSlip(StatedFact whole, StatedFact[] parts)
    {
        decimal left = Residual(whole, parts);
        return parts.Append(whole).Any(told => IsSlip(told.Figure!, told == whole ? -left : left));
    }

    /// <summary>With so much more the amount is one that is easily printed as this.</summary>
    public static bool IsSlip(Figure figure, decimal more) => figure.Value != 0
        && Slip.Explain(figure.Value, false, figure.Value.Scale, AmountInterval.Exactly(figure.Value + (more / figure.Unit))).Plausibility >= Slip.Natural;

    private static bool IsPartition(StatedFact whole, StatedFact[] parts)
    {
        string[] names = [.. parts.Select(part => part.Thing)];
        return Partition.IsComplete(names) || Partition.IsYearAndCarriedOver(whole.Thing, names);
    }

    private static bool IsComplete(NarrativeFacts facts, StatedFact[] parts)
    {
        StatedFact?[] shares = [.. parts.Select(part => facts.Firm.FirstOrDefault(share => share.Kind == FactKind.Share && share.Order > part.Order
            && ReferenceEquals(share.Sentence, part.Sentence) && share.Path.SequenceEqual(part.Path)))];
        if (Array.TrueForAll(shares, share => share is not null) && shares.Select(share => share!.Fact.Basis).Distinct().Count() == 1)
            return Math.Abs(shares.Sum(share => share!.Fact.Value ?? 0) - 100) <= NearHundred;
        // 其他收入, 其他固定资产 at the end take all that is left.
        return parts[^1].Thing.StartsWith("其他", StringComparison.Ordinal) && (parts[^1].Thing.EndsWith("收入", StringComparison.Ordinal) || parts[^1].Thing.EndsWith("资产", StringComparison.Ordinal));
    }

    private static decimal Residual(StatedFact whole, StatedFact[] parts) =>
        (whole.Figure!.Value * whole.Figure.Unit) - parts.Sum(part => part.Figure!.Value * part.Figure.Unit);
}
