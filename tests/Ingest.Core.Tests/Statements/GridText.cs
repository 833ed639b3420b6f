using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;

namespace Ingest.Core.Tests.Statements;

/// <summary>
/// Draws a grid from text: a line per row, cells parted by <c>|</c>; <c>&lt;</c> joins a slot to the cell on
/// its left, <c>^</c> to the cell above; <c>/</c> breaks a line inside a cell, <c>§</c> parts two texts on one line of it.
/// </summary>
internal static class GridText
{
    public const float RowHeight = 18;
    private const float LetterWidth = 5;
    private const float LetterHeight = 10;

    public static Grid Draw(int page, float left, float top, float[] widths, string drawing, params string[] unplaced)
    {
        string[][] slots = [.. drawing.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray())];
        int columns = slots[0].Length;
        if (slots.FirstOrDefault(row => row.Length != columns) is { } ragged)
            throw new ArgumentException($"{ragged.Length} cells instead of {columns}: {string.Join('|', ragged)}", nameof(drawing));
        float[] xs = Edges(left, Enumerable.Range(0, columns).Select(i => widths.Length == 0 ? 60 : widths[i % widths.Length]));
        float[] ys = Edges(top, Enumerable.Repeat(-RowHeight, slots.Length));
        var cells = ImmutableArray.CreateBuilder<GridCell>();
        for (int row = 0; row < slots.Length; row++)
            for (int column = 0; column < columns; column++)
                if (slots[row][column] is not ("<" or "^"))
                    cells.Add(Cell(slots, row, column, xs, ys));
        return new Grid
        {
            Page = page,
            Box = new Box(left, ys[^1], xs[^1], top),
            Evidence = GridEvidence.Ruled,
            ColumnEdges = [.. xs],
            RowEdges = [.. ys],
            Cells = cells.ToImmutable(),
            Unplaced = [.. unplaced.Select(text => Line(text, left, top - 10))],
        };
    }

    public static TextLine Line(string text, float left, float y) =>
        new(text, new Box(left, y - 2, left + (LetterWidth * text.Length), y + LetterHeight - 2), y, LetterHeight);

    private static GridCell Cell(string[][] slots, int row, int column, float[] xs, float[] ys)
    {
        int columnSpan = 1;
        while (column + columnSpan < slots[row].Length && slots[row][column + columnSpan] == "<")
            columnSpan++;
        int rowSpan = 1;
        while (row + rowSpan < slots.Length && slots[row + rowSpan][column] == "^")
            rowSpan++;
        var box = new Box(xs[column], ys[row + rowSpan], xs[column + columnSpan], ys[row]);
        string[] lines = slots[row][column].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new GridCell
        {
            Row = row,
            Column = column,
            RowSpan = rowSpan,
            ColumnSpan = columnSpan,
            Box = box,
            Lines = [.. lines.SelectMany((text, i) => SideBySide(text.Split('§'), box.Left + 2, box.Top - 12 - (i * 6)))],
        };
    }

    private static IEnumerable<TextLine> SideBySide(string[] texts, float left, float y) =>
        texts.Select((text, i) => Line(text, left + texts.Take(i).Sum(before => (LetterWidth * before.Length) + LetterHeight), y));

    private static float[] Edges(float start, IEnumerable<float> steps)
    {
        var edges = new List<float> { start };
        foreach (float step in steps)
            edges.Add(edges[^1] + step);
        return [.. edges];
    }
}
