using System.Collections.Immutable;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>What a grid was taken for.</summary>
public enum GridRole
{
    /// <summary>The first or a further part of a statement.</summary>
    Statement,

    /// <summary>A performance-target table, or its continuation; left to whoever reads those.</summary>
    Performance,

    /// <summary>The table of contents, drawn as a table.</summary>
    Contents,

    /// <summary>Nothing is printed in it.</summary>
    Blank,

    /// <summary>A table that no layout explains.</summary>
    Unbound,
}

/// <summary>What became of one grid, and why.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Role">What it was taken for.</param>
/// <param name="Statement">Index in <see cref="StatementReading.Statements"/>, or null.</param>
/// <param name="Reasons">Evidence for and against, one short sentence each; the deciding one first.</param>
/// <param name="Columns">For a statement: role and key of each column, left to right.</param>
/// <param name="Lines">Lines outside the grid that belong to it: title, label, body, unit, notes.</param>
public sealed record GridBinding(
    Grid Grid,
    GridRole Role,
    int? Statement,
    ImmutableArray<Phrase> Reasons,
    ImmutableArray<GridColumnBinding> Columns,
    ImmutableArray<TextLine> Lines);

/// <summary>What a run of grid columns was taken for.</summary>
/// <param name="First">First grid column.</param>
/// <param name="Count">How many grid columns.</param>
/// <param name="Role"><c>code</c>, <c>name</c>, <c>project</c>, <c>ignored</c> or the key of an amount column.</param>
public sealed record GridColumnBinding(int First, int Count, string Role);
