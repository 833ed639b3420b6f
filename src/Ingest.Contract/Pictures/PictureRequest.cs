using System.Collections.Immutable;
using Ingest.Contract.Geometry;

namespace Ingest.Contract.Pictures;

/// <summary>What to draw. All boxes are in the page's unrotated space, as <see cref="Pages.Page"/> has it and cells have their boxes in.</summary>
public sealed record PictureRequest
{
    /// <summary>1-based.</summary>
    public required int Page { get; init; }

    /// <summary>The part to show; null for all that a viewer shows. What of it lies outside the visible page is not shown.</summary>
    public Box? Region { get; init; }

    /// <summary>Points to show around <see cref="Region"/> on all sides.</summary>
    public float Margin { get; init; }

    /// <summary>Show the whole width of the page (as it is turned), whatever the region's.</summary>
    public bool WholeWidth { get; init; }

    /// <summary>Quarter turns, clockwise, in addition to the page's own: to show a table level that is printed sideways. Null turns so that most text runs left to right.</summary>
    public int? QuarterTurns { get; init; } = 0;

    /// <summary>Frames drawn over the page, the later above the earlier.</summary>
    public ImmutableArray<PictureMark> Marks { get; init; } = [];

    /// <summary>
    /// Show telephone and identity numbers, and names beside labels of contacts, as they are printed. Otherwise their letters are
    /// left out of the picture and grey bars stand in their place.
    /// </summary>
    public bool ShowContacts { get; init; }
}

/// <summary>What a marked place is; each has its own colour and its own kind of frame, so that they can be told apart without colours.</summary>
public enum MarkStyle
{
    /// <summary>Most likely wrong: red.</summary>
    Suspect,

    /// <summary>Concerned by a finding: amber.</summary>
    Flagged,

    /// <summary>On the left side of a relation, or the total: blue.</summary>
    Total,

    /// <summary>On the right side of a relation, or a part: green.</summary>
    Operand,

    /// <summary>Elsewhere of interest, as what was searched for: violet.</summary>
    Other,
}

/// <summary>A coloured frame over a page.</summary>
/// <param name="Box">In the page's unrotated space.</param>
/// <param name="Style">Its colour.</param>
/// <param name="Label">Shown on hovering and told by screen readers; may be null.</param>
/// <param name="Key">Stands in the picture as <c>data-key</c>, to be found again by a program; letters, digits, dashes and dots only. May be null.</param>
public readonly record struct PictureMark(Box Box, MarkStyle Style, string? Label = null, string? Key = null);
