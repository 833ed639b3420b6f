using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Core.Tests.Narrative;

namespace Ingest.Core.Tests.Performance;

/// <summary>Grids written as text: one line per row, cells between bars; "&lt;" widens the cell before, "^" lengthens the cell above.</summary>
internal static class GridText
{
    public static Grid Grid(int page, params string[] rows)
    {
        string[][] texts = [.. rows.Select(row => row.Split('|'))];
        int columns = texts[0].Length;
        List<GridCell> cells = [];
        for (int row = 0; row < rows.Length; row++)
            for (int column = 0; column < columns; column++)
                if (texts[row][column] is not ("<" or "^"))
                    cells.Add(Cell(texts, row, column));
        return new Grid
        {
            Page = page,
            Box = new Box(50, 700 - (20 * rows.Length), 50 + (60 * columns), 700),
            Evidence = GridEvidence.Ruled,
            ColumnEdges = [.. Enumerable.Range(0, columns + 1).Select(i => 50f + (60 * i))],
            RowEdges = [.. Enumerable.Range(0, rows.Length + 1).Select(i => 700f - (20 * i))],
            Cells = [.. cells],
            Unplaced = [],
        };
    }

    public static PageContent Page(int number, string? title, params Grid[] grids)
    {
        PageContent page = TextPages.Page(number, grids);
        return title is null ? page : page with { Lines = [TextPages.Line(title, 720, 200)] };
    }

    private static GridCell Cell(string[][] texts, int row, int column)
    {
        int width = 1;
        while (column + width < texts[row].Length && texts[row][column + width] == "<")
            width++;
        int height = 1;
        while (row + height < texts.Length && texts[row + height][column] == "^")
            height++;
        Box box = new(50 + (60 * column), 700 - (20 * (row + height)), 50 + (60 * (column + width)), 700 - (20 * row));
        string text = texts[row][column];
        return new GridCell
        {
            Row = row, Column = column, RowSpan = height, ColumnSpan = width, Box = box,
            Lines = text.Length == 0 ? [] : [new TextLine(text, box, box.Bottom + 5, 10)],
        };
    }
}
