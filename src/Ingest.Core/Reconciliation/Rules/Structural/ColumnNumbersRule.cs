using Ingest.Core.Reconciliation.Figures;
using Ingest.Core.Reconciliation.Relations;

namespace Ingest.Core.Reconciliation.Rules.Structural;

/// <summary>STR-08: the ※ 1 2 3 … row serves the layouts to bind columns; a document does not keep it.</summary>
public sealed class ColumnNumbersRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(Ledger ledger) =>
        [new NotAssessable(this, new("栏次行", "the column-number row"))];
}
