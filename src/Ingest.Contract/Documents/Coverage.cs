using System.Collections.Immutable;

namespace Ingest.Contract.Documents;

/// <summary>How much of the document the checks reached. What was not assessed or not read never counts as passed.</summary>
/// <param name="InStatements">Printed amounts in statements.</param>
/// <param name="InOne">Of these, how many take part in at least one assessed relation.</param>
/// <param name="InTwo">… in at least two.</param>
/// <param name="Unchecked">The amounts of statements that take part in none.</param>
/// <param name="Rules">One entry per rule, in catalogue order.</param>
public sealed record Coverage(
    int InStatements, int InOne, int InTwo, ImmutableArray<CellReference> Unchecked, ImmutableArray<RuleTally> Rules)
{
    /// <summary>Tables that are no statement to the program or that it could not read, in document order.</summary>
    public ImmutableArray<UnreadTable> NotRead { get; init; } = [];

    /// <summary>Printed amounts in all tables of the document.</summary>
    public int Amounts => InStatements + AmountsNotRead;

    /// <summary>Those in <see cref="NotRead"/>.</summary>
    public int AmountsNotRead => NotRead.Sum(table => table.Amounts);

    /// <summary>Amounts of statements that no relation could assess.</summary>
    public int NotAssessed => InStatements - InOne;

    /// <summary>Some of <see cref="AmountsNotRead"/> were counted without knowing the cells of their table.</summary>
    public bool IsEstimate => NotRead.Any(table => table.IsEstimate);

    /// <summary>How much of the text was reached.</summary>
    public SentenceCoverage Sentences { get; init; }
}

/// <summary>The numbers printed in sentences.</summary>
/// <param name="Numbers">All of them, list markers, years and the like left out.</param>
/// <param name="Checked">Those that take part in at least one assessed relation, with a table or with each other.</param>
/// <param name="Unread">Those that no form of sentence explains.</param>
public readonly record struct SentenceCoverage(int Numbers, int Checked, int Unread);

/// <summary>A table whose amounts nothing was checked of, because no layout knows it or because it could not be read.</summary>
/// <param name="Title">As printed, spaces removed; null where none is.</param>
/// <param name="Label">As printed (<c>公开12表</c>), or null.</param>
/// <param name="Pages">1-based, ascending.</param>
/// <param name="Amounts">Printed amounts in it.</param>
/// <param name="IsEstimate">True when the cells of the table are not known, so that what looks like an amount was counted.</param>
public sealed record UnreadTable(string? Title, string? Label, ImmutableArray<int> Pages, int Amounts, bool IsEstimate);

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
