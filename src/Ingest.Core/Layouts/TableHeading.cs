using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Grids;

namespace Ingest.Core.Layouts;

/// <summary>What is printed above a table, or in its first rows: label, title, body and unit.</summary>
internal sealed record TableHeading
{
    public static TableHeading None { get; } = new();

    /// <summary>As printed, spaces removed: <c>表3</c>, <c>公开03表</c>.</summary>
    public string? Label { get; init; }

    /// <summary>As printed without label, spaces removed; null when no line names a known statement.</summary>
    public string? Title { get; init; }

    /// <summary>The printed title of a table that no layout knows, or its label where it has no other name; never beside <see cref="Title"/>.</summary>
    public string? Foreign { get; init; }

    /// <summary>What the title is compared as: folded, without year and bracketed remarks.</summary>
    public string MatchedTitle { get; init; } = "";

    /// <summary>The title says that the table is continued: 续, 续表.</summary>
    public bool IsContinued { get; init; }

    public string? Department { get; init; }

    public AmountUnit? Unit { get; init; }

    /// <summary>The lines that the above was read from.</summary>
    public ImmutableArray<TextLine> Lines { get; init; } = [];

    /// <summary>Nothing but the unit, the body and the page's number follows the title.</summary>
    public bool EndsTheLines { get; init; }

    /// <summary>Nearest line of text above the table, for tables without a known title.</summary>
    public string? NearestText { get; init; }

    /// <summary>The printed title, known or not.</summary>
    public string? Name => Title ?? Foreign;

    /// <summary>Nothing above the table says that one begins.</summary>
    public bool IsEmpty => Name is null && Label is null && Department is null && Unit is null;
}
