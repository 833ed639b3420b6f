using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;

namespace Ingest.Contract.Grids;

/// <summary>
/// A page taken apart into tables and the text around them. Geometry here is upright: the page is
/// turned so that most of its text runs left to right, y upwards; <see cref="ToPage"/> leads back to
/// the space of <see cref="Page"/>, which is what reports show.
/// </summary>
public sealed record PageContent
{
    public required Page Page { get; init; }

    /// <summary>Counter-clockwise quarter turns (0–3) from the page's own space to the upright one.</summary>
    public required int QuarterTurns { get; init; }

    /// <summary>Upright width in points.</summary>
    public required float Width { get; init; }

    /// <summary>Upright height in points.</summary>
    public required float Height { get; init; }

    /// <summary>From top to bottom, then left to right.</summary>
    public required ImmutableArray<Grid> Grids { get; init; }

    /// <summary>Visible text outside the tables in reading order, watermarks left out.</summary>
    public required ImmutableArray<TextLine> Lines { get; init; }

    /// <summary>From the upright space to the unrotated space of <see cref="Page"/>, to where it can be seen.</summary>
    public Box ToPage(Box upright) => Page.Askew(Turned(upright));

    private Box Turned(Box upright) => QuarterTurns switch
    {
        1 => new Box(upright.Bottom, Width - upright.Right, upright.Top, Width - upright.Left),
        2 => new Box(Width - upright.Right, Height - upright.Top, Width - upright.Left, Height - upright.Bottom),
        3 => new Box(Height - upright.Top, upright.Left, Height - upright.Bottom, upright.Right),
        _ => upright,
    };
}

/// <summary>
/// Letters that stand on one line without a gap wider than the gap between two columns. The line
/// "编制部门：某某局        单位：万元" is two of them.
/// </summary>
/// <param name="Text">Letters in reading order; no space is invented between Chinese letters, none between digits of one number.</param>
/// <param name="Box">Union of the letters' boxes, upright.</param>
/// <param name="Baseline">y of the baseline, upright.</param>
/// <param name="Size">Font size of most of its letters, points.</param>
public sealed record TextLine(string Text, Box Box, float Baseline, float Size);

/// <summary>How a grid's cells were told apart.</summary>
public enum GridEvidence
{
    /// <summary>By lines in both directions.</summary>
    Ruled,

    /// <summary>Rows by horizontal lines or fills, columns by alignment.</summary>
    HorizontalRules,

    /// <summary>By alignment alone.</summary>
    Aligned,
}

/// <summary>A table as printed on one page: cells with spans, nothing of what they mean.</summary>
public sealed record Grid
{
    /// <summary>1-based page.</summary>
    public required int Page { get; init; }

    public required Box Box { get; init; }

    public required GridEvidence Evidence { get; init; }

    /// <summary>x of the column borders, left to right; one more than there are columns.</summary>
    public required ImmutableArray<float> ColumnEdges { get; init; }

    /// <summary>y of the row borders, top to bottom; one more than there are rows.</summary>
    public required ImmutableArray<float> RowEdges { get; init; }

    /// <summary>
    /// Every cell once, in row-major order of its upper left corner; together they cover the grid
    /// without overlap, empty ones included.
    /// </summary>
    public required ImmutableArray<GridCell> Cells { get; init; }

    /// <summary>Text within the grid's box that no cell could take with certainty.</summary>
    public required ImmutableArray<TextLine> Unplaced { get; init; }

    /// <summary>
    /// Other ways in which the same letters may be parted into cells, the likelier first: where nothing is drawn, more than one
    /// may be possible, and only what they say tells which is meant. They have none themselves.
    /// </summary>
    public ImmutableArray<Grid> Alternatives { get; init; } = [];

    /// <summary>The table goes on beyond the edge of what is shown of the page: figures of its rows lie there.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>Lines part the columns and not all of the rows: between these the text tells where one ends.</summary>
    public bool RowsToldByText { get; init; }

    public int Rows => RowEdges.Length - 1;

    public int Columns => ColumnEdges.Length - 1;
}

/// <summary>One cell; row and column are 0-based from the upper left.</summary>
public sealed record GridCell
{
    public required int Row { get; init; }

    public required int Column { get; init; }

    public required int RowSpan { get; init; }

    public required int ColumnSpan { get; init; }

    public required Box Box { get; init; }

    /// <summary>What stands in it, top to bottom; empty for an empty cell.</summary>
    public required ImmutableArray<TextLine> Lines { get; init; }

    /// <summary>What on the page speaks against believing its contents.</summary>
    public CellDoubts Doubts { get; init; }

    /// <summary>
    /// The lines joined without anything between them, except that an amount with a decimal point keeps
    /// a space before further figures: 11.71 above 5.65 is not 11.715.65.
    /// </summary>
    public string Text => Lines.Length switch
    {
        0 => "",
        1 => Lines[0].Text,
        _ => CellText.Join(Lines),
    };

    /// <summary>Box of the text, or null when the cell is empty.</summary>
    public Box? TextBox
    {
        get
        {
            Box? all = null;
            foreach (TextLine line in Lines)
                all = all?.Union(line.Box) ?? line.Box;
            return all;
        }
    }
}

/// <summary>Takes a page apart. Implementations are stateless and safe to use from several threads.</summary>
public interface ITableFinder
{
    /// <summary>Name and version, stored with every record: <c>builtin-1</c>.</summary>
    string Id { get; }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    PageContent Find(Page page, CancellationToken cancellation = default);
}
