using System.Collections.Immutable;

namespace Ingest.Core.Checks.Relations;

/// <summary>The right side of a relation: Σ terms, or scale · Σ terms ÷ Σ base for a rate; amounts in yuan.</summary>
/// <param name="Base">Empty for a sum.</param>
internal sealed record Formula(ImmutableArray<Term> Terms, ImmutableArray<Term> Base, decimal Scale)
{
    public static Formula Sum(ImmutableArray<Term> terms) => new(terms, [], 1);
}
