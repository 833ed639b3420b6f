using System.Collections.Immutable;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>The mistakes that the finder knows how to recognise.</summary>
public enum CauseKind
{
    /// <summary>One amount is wrong.</summary>
    Amount,

    /// <summary>Two amounts of a row stand in each other's column.</summary>
    NeighbourColumn,

    /// <summary>The amounts of a row stand one column to the side.</summary>
    ShiftedRow,

    /// <summary>A total row is wrong in several columns together: its parts were changed and it was not.</summary>
    StaleTotal,

    /// <summary>Several amounts of another row are wrong together.</summary>
    Row,

    /// <summary>Two rows stand with each other's amounts.</summary>
    ExchangedRows,

    /// <summary>A row is not printed.</summary>
    MissingRow,

    /// <summary>A row is printed twice.</summary>
    DuplicateRow,

    /// <summary>A row or a table is printed in another unit than its table states.</summary>
    Unit,

    /// <summary>The relations fail together, and no single change explains them.</summary>
    Unexplained,
}

/// <summary>A supposed mistake: what the amounts should have been.</summary>
/// <param name="Changes">The right amounts of the figures that are supposed wrong.</param>
/// <param name="Suspects">Those figures, the most telling first.</param>
/// <param name="Cost">How unlikely such a mistake is before looking at the relations; a plain wrong amount costs 1.</param>
internal sealed record Hypothesis(CauseKind Kind, Changes Changes, ImmutableArray<Figure> Suspects, decimal Cost)
{
    /// <summary>Relations that the supposition settles by itself: a row missing below a total leaves no figure to change.</summary>
    public ImmutableArray<Relation> Waived { get; init; } = [];

    /// <summary>The row that is supposed missing, doubled, shifted or stale.</summary>
    public IndexedRow? Row { get; init; }

    /// <summary>For <see cref="CauseKind.ExchangedRows"/>: the other row.</summary>
    public IndexedRow? Other { get; init; }

    /// <summary>For <see cref="CauseKind.Unit"/>: printed amount × factor = right amount.</summary>
    public decimal Factor { get; init; } = 1;
}
