using System.Text.RegularExpressions;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules.Narrative;

namespace Ingest.Core.Checks.Rules.YearOnYear;

/// <summary>
/// "比上年预算增加 5.01 万元": this year's figure less the one published last year, by the interval rule. Changes against
/// what was spent, or against an adjusted budget, have another base and are not compared.
/// </summary>
internal sealed partial class PublishedChangeRule : TwoYearRule
{
    /// <summary>Money in tables, or people, cars and other counts in sentences.</summary>
    public required FactKind Of { get; init; }

    /// <summary>People and cars are counted, not rounded.</summary>
    private Comparison Comparison => Of == FactKind.Count ? Comparison.Exact : Comparison.WithinRounding;

    public override IEnumerable<Check> Apply(TwoYears years)
    {
        Check[] checks = years.SameKind
            ? [.. NarrativeFacts.Of(years.Now).Firm.Where(told => told.Kind == FactKind.Change && IsAgainstLastYear(years, told)).Select(change => Compare(years, change)).OfType<Check>()]
            : [];
        return checks.Length > 0 ? checks : [new NotApplicable(this)];
    }

    /// <summary>Null for a change of another kind of figure.</summary>
    private Check? Compare(TwoYears years, StatedFact change)
    {
        if (NarrativeFacts.Of(years.Now).Near(change, Of) is not { Figure: { } amount } now || (change.Fact.Unit is { } unit && unit != now.Fact.Unit))
            return null;
        if (PriorFigures.Find(years, now) is not { } before)
            return new NotAssessable(this, new Phrase("上年文件中的“", "“") + Phrase.Same(string.Join('/', now.Path)) + new Phrase("”", "” in last year's document"));
        Phrase sentence() => FactWording.Of(now) + new Phrase("，比上年 ", "; against last year's ")
            + Phrase.Same(before.IsPrinted ? AmountOf(before) : "0") + Phrase.Same(" ") + FactWording.Of(change);
        return change.Figure is { } by && change.Fact.Direction is { } direction and not 0
            ? new LinearRelation(this, by, [new Term(amount, direction), new Term(before, -direction)], Comparison, sentence)
            : new LinearRelation(this, amount, [new Term(before, 1)], Comparison, sentence);
    }

    private static string AmountOf(Figure figure) =>
        figure.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) + (figure.Row?.Statement.Source.Unit?.Printed() ?? "");

    private static bool IsAgainstLastYear(TwoYears years, StatedFact change)
    {
        if (change.Fact.Basis is not { } basis)
            return true;
        Match match = LastYear().Match(basis);
        return match.Success
            && (!match.Groups["year"].Success || match.Groups["year"].Value == years.Before.Document.Identity.FiscalYear?.ToString(System.Globalization.CultureInfo.InvariantCulture))
            && (!match.Groups["accounts"].Success || years.Before.IsFinalAccounts)
            && (!match.Groups["budget"].Success || !years.Before.IsFinalAccounts);
    }

    [GeneratedRegex("^(?:上年|上一年|去年|(?<year>20[0-9]{2})年)度?(?:部门|单位)?(?:(?<budget>预算)|(?<accounts>决算))?(?:数|安排)?$")]
    private static partial Regex LastYear();
}
