using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;

namespace Ingest.Core.Tests.Statements;

/// <summary>A page drawn from top to bottom: lines of text and grids.</summary>
internal sealed class DrawnPage(int number, float top = DrawnPage.PageHeight - 40)
{
    private const float PageHeight = 842;
    private readonly ImmutableArray<TextLine>.Builder _lines = ImmutableArray.CreateBuilder<TextLine>();
    private readonly ImmutableArray<Grid>.Builder _grids = ImmutableArray.CreateBuilder<Grid>();
    private float _y = top;

    /// <summary>Texts on one line, far enough apart to be lines of their own.</summary>
    public DrawnPage Text(params string[] texts)
    {
        for (int i = 0; i < texts.Length; i++)
            _lines.Add(GridText.Line(texts[i], 40 + (i * 300), _y));
        _y -= 18;
        return this;
    }

    public DrawnPage Table(string drawing, float left = 40, float[]? widths = null, params string[] unplaced)
    {
        Grid grid = GridText.Draw(number, left, _y, widths ?? [], drawing, unplaced);
        _grids.Add(grid);
        _y = grid.Box.Bottom - 14;
        return this;
    }

    /// <summary>The grids were found by the alignment of their texts.</summary>
    public DrawnPage WithoutLines()
    {
        for (int i = 0; i < _grids.Count; i++)
            _grids[i] = _grids[i] with { Evidence = GridEvidence.Aligned };
        return this;
    }

    /// <summary>No lines part the rows of the grids, but the columns.</summary>
    public DrawnPage WithoutRowLines()
    {
        for (int i = 0; i < _grids.Count; i++)
            _grids[i] = _grids[i] with { RowsToldByText = true };
        return this;
    }

    /// <summary>Something on the page speaks against a cell of the last table.</summary>
    public DrawnPage Doubting(int row, int column, CellDoubts doubts)
    {
        Grid grid = _grids[^1];
        _grids[^1] = grid with { Cells = [.. grid.Cells.Select(cell => cell.Row == row && cell.Column == column ? cell with { Doubts = doubts } : cell)] };
        return this;
    }

    public PageContent Done() => new()
    {
        Page = new Page
        {
            Number = number,
            Width = 595,
            Height = PageHeight,
            Visible = new Box(0, 0, 595, PageHeight),
            Rotation = 0,
            Letters = [],
            Rulings = [],
            Fills = [],
            Images = [],
            ImageOnly = false,
            Diagnostics = [],
        },
        QuarterTurns = 0,
        Width = 595,
        Height = PageHeight,
        Grids = _grids.ToImmutable(),
        Lines = _lines.ToImmutable(),
    };
}
