using System.Collections.Immutable;
using Ingest.Core.Reconciliation.Figures;
using Ingest.Core.Reconciliation.Relations;

namespace Ingest.Core.Reconciliation.Rules;

/// <summary>
/// T10 is often printed in another unit than the other tables. It need not repeat T06, but a table a
/// hundred times smaller than what T06 spends on the same things states the wrong unit.
/// </summary>
public sealed class MagnitudeRule : Rule
{
    private const decimal Slack = 100;

    private static readonly string[] Items = ["30212", "30217", "30231", "31013"];

    public override IEnumerable<Check> Apply(Ledger ledger)
    {
        if (Lookup.Missing(ledger, this, "T06", "T10") is { } missing)
            return [missing];
        LedgerStatement basic = ledger.Find("T06")!;
        return
        [
            Compare(ledger, "total", [.. Items.Select(code => basic.ByCode(code)?["total"]).OfType<Figure>()]),
            Compare(ledger, "agencyOperating", basic.Total()?["operating"] is { } operating ? [operating] : []),
        ];
    }

    private Check Compare(Ledger ledger, string column, ImmutableArray<Figure> items)
    {
        if (Forms.OfficialExpenses(column).Locate(ledger).Figure is not { Value: not 0 } expenses || items.All(item => item.Value == 0))
            return new NotApplicable(this);
        ImmutableArray<Term> others = [.. items.Skip(1).Select(item => new Term(item, -1)), new Term(expenses, Slack)];
        return Linear.Relation(this, items[0], others, Comparison.AtMost);
    }
}
