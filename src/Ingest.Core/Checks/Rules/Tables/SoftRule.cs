using System.Collections.Immutable;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>Ties that depend on the form, plausible but not required.</summary>
public sealed class SoftRule : Rule
{
    public required Func<FigureIndex, ImmutableArray<Tie>> Ties { get; init; }

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        ImmutableArray<Tie> ties = Forms.IsBudget(index) ? Ties(index) : [];
        return ties.IsEmpty
            ? [new NotApplicable(this)]
            : ties.Select(tie => tie.In(index, this, Comparison.WithinRounding));
    }
}
