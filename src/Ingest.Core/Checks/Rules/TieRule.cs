using System.Collections.Immutable;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules;

/// <summary>Equations between single cells of the same or of different statements.</summary>
public sealed class TieRule : Rule
{
    public required ImmutableArray<Tie> Ties { get; init; }

    /// <summary>Whether the rule has an object in this document.</summary>
    public Func<FigureIndex, bool> AppliesTo { get; init; } = _ => true;

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        if (!AppliesTo(index))
        {
            yield return new NotApplicable(this);
            yield break;
        }
        foreach (Tie tie in Ties)
            yield return tie.In(index, this, ComparisonOf(tie));
    }

    /// <summary>A copy of one figure has no tolerance; a sum of several has.</summary>
    private Comparison ComparisonOf(Tie tie) => Class switch
    {
        RelationClass.Copy when tie.Right.Length == 1 => Comparison.Exact,
        RelationClass.Bound => Comparison.AtMost,
        _ => Comparison.WithinRounding,
    };
}
