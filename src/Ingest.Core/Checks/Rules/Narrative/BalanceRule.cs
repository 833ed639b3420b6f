using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// "收入总计100万元，支出总计100万元": the two sides of a balance. In final accounts some call 总计 what came in and was spent in the year, which
/// need not be equal: there only where the text says of both that 收、支总计 changed by one amount.
/// </summary>
internal sealed partial class BalanceRule : Rule
{
    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        NarrativeFacts facts = NarrativeFacts.Of(index);
        foreach (IGrouping<NarrativeSection, StatedFact> section in facts.Firm
            .Where(told => told is { Kind: FactKind.Amount, Figure: not null, Path.Length: 1, Measure: "" } && !facts.IsOfOtherYear(told) && Side().IsMatch(told.Path[0])).GroupBy(told => told.Section))
        {
            if (index.IsFinalAccounts && !facts.Firm.Any(told => ReferenceEquals(told.Section, section.Key) && told.Kind == FactKind.Change && told.Core.EndsWith("收支", StringComparison.Ordinal)))
                continue;
            // 收支总预算100万元。收入总计100万元，包括：…
            foreach (StatedFact income in section.Where(told => !index.IsFinalAccounts && told.Core.EndsWith("收入", StringComparison.Ordinal) && told.Path[0].EndsWith("总计", StringComparison.Ordinal)))
                if (income.Order > 0 && facts.All[income.Order - 1] is { Kind: FactKind.Amount, Figure: not null, Fact.Aside: false, Path: [var both], Core: var core } total && ReferenceEquals(total.Section, income.Section)
                    && core.EndsWith("收支", StringComparison.Ordinal) && both.Contains('总', StringComparison.Ordinal) && (core == "收支" || income.Core == "收入" || core[..^2] == income.Core[..^2]) && (core != "收支" || income.Core == "收入"))
                    yield return new LinearRelation(this, income.Figure!, [new Term(total.Figure!, 1)], Comparison.WithinRounding,
                        () => FactWording.Of(income) + Phrase.Same(" = ") + FactWording.Of(total));
            foreach (StatedFact income in section.Where(told => told.Core.EndsWith("收入", StringComparison.Ordinal)))
                if (section.FirstOrDefault(told => told.Order > income.Order && told.Core == income.Core[..^2] + "支出") is { } spent)
                    yield return new LinearRelation(this, spent.Figure!, [new Term(income.Figure!, 1)], Comparison.WithinRounding,
                        () => FactWording.Of(spent) + Phrase.Same(" = ") + FactWording.Of(income));
        }
    }

    [GeneratedRegex("(?:收入|支出)(?:预算|决算)?总计$|总(?:收入|支出)$|(?:收入|支出)总预算$")]
    private static partial Regex Side();
}
