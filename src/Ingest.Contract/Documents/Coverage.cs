using System.Collections.Immutable;

namespace Ingest.Contract.Documents;

/// <summary>How much of the document the checks reached. What was not assessed never counts as passed.</summary>
/// <param name="Amounts">Printed amounts in statements.</param>
/// <param name="InOne">Of these, how many take part in at least one assessed relation.</param>
/// <param name="InTwo">… in at least two.</param>
/// <param name="Unchecked">The amounts that take part in none.</param>
/// <param name="Rules">One entry per rule, in catalogue order.</param>
public sealed record Coverage(
    int Amounts, int InOne, int InTwo, ImmutableArray<CellReference> Unchecked, ImmutableArray<RuleTally> Rules)
{
    /// <summary>How much of the text was reached.</summary>
    public SentenceCoverage Sentences { get; init; }
}

/// <summary>The numbers printed in sentences.</summary>
/// <param name="Numbers">All of them, list markers, years and the like left out.</param>
/// <param name="Checked">Those that take part in at least one assessed relation, with a table or with each other.</param>
/// <param name="Unread">Those that no form of sentence explains.</param>
public readonly record struct SentenceCoverage(int Numbers, int Checked, int Unread);

/// <summary>What became of a rule's instances.</summary>
/// <param name="Missing">Which operands were missing where the rule was not assessable, each once.</param>
public sealed record RuleTally(
    string Rule,
    int Consistent,
    int Rounding,
    int ImprobableRounding,
    int Inconsistent,
    int Undefined,
    int NotAssessable,
    int NotApplicable,
    ImmutableArray<string> Missing);
