using System.Collections.Immutable;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>Ties that depend on the form, plausible but not required.</summary>
public sealed class SoftRule : Rule
{
    public required Func<Ledger, ImmutableArray<Tie>> Ties { get; init; }

    public override IEnumerable<Check> Apply(Ledger ledger)
    {
        ImmutableArray<Tie> ties = Forms.IsBudget(ledger) ? Ties(ledger) : [];
        return ties.IsEmpty
            ? [new NotApplicable(this)]
            : ties.Select(tie => tie.In(ledger, this, Comparison.WithinRounding));
    }
}
