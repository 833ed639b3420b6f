using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ingest.App.Export.Xlsx;

/// <summary>
/// Writes one worksheet from top to bottom, row by row, so that a sheet of any length takes the same
/// memory. Text passes through <see cref="SafeText"/>; formulas are written only through
/// <see cref="Formula"/>.
/// </summary>
internal sealed class SheetWriter : IDisposable
{
    private readonly WorksheetPart part;

    private readonly StyleSheet styles;

    private readonly OpenXmlWriter xml;

    private readonly List<string> merges = [];

    private readonly SortedDictionary<(int Row, int Column), string> comments = [];

    private int row;

    private int column;

    /// <param name="widths">Width of each column in characters.</param>
    /// <param name="frozenRows">Rows that stay while the rest is scrolled.</param>
    public SheetWriter(WorksheetPart part, StyleSheet styles, IReadOnlyList<double> widths, int frozenRows)
    {
        this.part = part;
        this.styles = styles;
        xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        if (frozenRows > 0)
            xml.WriteElement(new SheetViews(new SheetView(new Pane
            {
                VerticalSplit = frozenRows,
                TopLeftCell = Address(frozenRows + 1, 1),
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            }) { WorkbookViewId = 0 }));
        xml.WriteElement(new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        xml.WriteStartElement(new SheetData());
    }

    /// <summary>1-based number of the row being written.</summary>
    public int Row => row;

    /// <summary>"C5".</summary>
    public static string Address(int row, int column)
    {
        string letters = "";
        for (int rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    public void StartRow()
    {
        row++;
        column = 0;
        xml.WriteStartElement(new Row { RowIndex = (uint)row });
    }

    public void EndRow() => xml.WriteEndElement();

    public void Skip(int columns = 1) => column += columns;

    public void Text(string? text, CellStyle style)
    {
        xml.WriteElement(new Cell(new InlineString(new Text(Fit(SafeText.Of(text))) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = Address(row, ++column),
            StyleIndex = styles.IndexOf(style),
            DataType = CellValues.InlineString,
        });
    }

    /// <summary>A number with all its decimals, or an empty cell.</summary>
    public void Number(decimal? value, CellStyle style)
    {
        var cell = new Cell { CellReference = Address(row, ++column), StyleIndex = styles.IndexOf(style) };
        if (value is { } number)
            cell.Append(new CellValue(number.ToString(CultureInfo.InvariantCulture)));
        xml.WriteElement(cell);
    }

    /// <summary>A live formula with the value it has now.</summary>
    /// <param name="formula">Built from addresses and operators only; never from text of a document.</param>
    public void Formula(string formula, decimal value, CellStyle style) => xml.WriteElement(
        new Cell(new CellFormula(formula), new CellValue(value.ToString(CultureInfo.InvariantCulture)))
        {
            CellReference = Address(row, ++column),
            StyleIndex = styles.IndexOf(style),
        });

    /// <summary>Merges from the given cell; 1-based.</summary>
    public void Merge(int firstRow, int firstColumn, int rows, int columns)
    {
        if (rows > 1 || columns > 1)
            merges.Add($"{Address(firstRow, firstColumn)}:{Address(firstRow + rows - 1, firstColumn + columns - 1)}");
    }

    /// <summary>A note on the cell written last.</summary>
    public void Comment(string text) => comments[(row, column)] = SafeText.Of(text);

    public void Dispose()
    {
        xml.WriteEndElement();
        if (merges.Count > 0)
            xml.WriteElement(new MergeCells(merges.Select(range => new MergeCell { Reference = range })) { Count = (uint)merges.Count });
        xml.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        xml.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        if (comments.Count > 0)
            xml.WriteElement(new LegacyDrawing { Id = CommentParts.Add(part, comments) });
        xml.WriteEndElement();
        xml.Dispose();
    }

    /// <summary>A cell holds at most 32,767 characters.</summary>
    private static string Fit(string text) => text.Length <= 32_767 ? text : text[..32_766] + "…";
}
