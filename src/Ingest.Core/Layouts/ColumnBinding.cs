using System.Collections.Immutable;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

internal enum ColumnRole
{
    Code,
    Name,
    Project,

    /// <summary>The subject in a second classification, printed beside the row's own.</summary>
    Government,
    Amount,

    /// <summary>行次 and the like, and columns in which nothing is printed.</summary>
    Ignored,
}

/// <summary>What a printed column is to a statement.</summary>
/// <param name="Header">The column.</param>
/// <param name="Role">Its role.</param>
/// <param name="Block">Number of the block of labels and amounts it is in, from the left.</param>
/// <param name="Side">Index of the side the block belongs to; a long side may be printed in two blocks.</param>
/// <param name="Key">Canonical key of an amount column; <c>unknown1</c>… where the layout has no such column.</param>
/// <param name="Score">How well the header matched.</param>
/// <param name="Weakness">Why the key is in doubt; null when the header says it.</param>
internal sealed record BoundColumn(HeaderColumn Header, ColumnRole Role, int Block, int Side, string? Key, double Score, Phrase? Weakness)
{
    public bool IsKnown => Key is not null && !Key.StartsWith(UnknownPrefix, StringComparison.Ordinal);

    public const string UnknownPrefix = "unknown";
}

/// <summary>A table read as a statement of a layout, with the evidence for it.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Columns">In print order.</param>
/// <param name="TitleScore">0 when the title is missing.</param>
/// <param name="HeaderScore">Share of the columns that the headers explain, 0 to 1.</param>
/// <param name="Contradiction">What proves that the table is something else, or null.</param>
internal sealed record StatementBinding(
    StatementLayout Statement,
    ImmutableArray<BoundColumn> Columns,
    double TitleScore,
    double HeaderScore,
    Phrase? Contradiction)
{
    /// <summary>Below this, the headers do not support the title.</summary>
    public const double WeakHeader = 0.5;

    /// <summary>Without a title, headers must explain nearly everything.</summary>
    private const double HeaderAlone = 0.9;

    public double Score => TitleScore > 0
        ? (TitleScore + HeaderScore) / 2
        : HeaderScore >= HeaderAlone && IsDistinctive ? HeaderScore / 2 : 0;

    /// <summary>A list with one column of 金额 may be of anything: without a title two columns must be named.</summary>
    private bool IsDistinctive => Columns.Count(column => column is { Role: ColumnRole.Amount, IsKnown: true, Score: >= HeaderAlone }) > 1;

    public bool IsSound => Contradiction is null && HeaderScore >= WeakHeader && Score > 0;
}
