using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.YearOnYear;

/// <summary>A document and what the same body published for the year before.</summary>
internal sealed record TwoYears(FigureIndex Now, FigureIndex Before)
{
    /// <summary>Two budgets, or two final accounts.</summary>
    public bool SameKind => Now.IsFinalAccounts == Before.IsFinalAccounts;
}

/// <summary>One entry of the catalogue of rules over two years.</summary>
internal abstract class TwoYearRule : Rule
{
    public abstract IEnumerable<Check> Apply(TwoYears years);

    /// <summary>A document alone gives these rules no object.</summary>
    public sealed override IEnumerable<Check> Apply(FigureIndex index) => [new NotApplicable(this)];
}
