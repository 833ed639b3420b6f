using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Relations;

/// <summary>The result of evaluating a relation; amounts in the unit of its subject.</summary>
/// <param name="Expected">What the other figures demand of the subject.</param>
/// <param name="Difference">Actual − expected.</param>
/// <param name="Tolerance">Largest difference that rounding explains.</param>
public readonly record struct Evaluation(
    Outcome Outcome, decimal? Expected = null, decimal? Actual = null, decimal? Difference = null, decimal? Tolerance = null)
{
    /// <summary>True unless the document contradicts itself here.</summary>
    public bool Holds => Outcome != Outcome.Inconsistent;
}
