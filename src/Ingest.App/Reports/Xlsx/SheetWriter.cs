using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ingest.App.Words;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// Writes one worksheet from top to bottom, row by row, so that a sheet of any length takes the same
/// memory. Text passes through <see cref="SafeText"/>; formulas are written only through
/// <see cref="Formula"/>.
/// </summary>
internal sealed class SheetWriter : IDisposable
{
    private readonly WorksheetPart _part;

    private readonly StyleSheet _styles;

    private readonly OpenXmlWriter _xml;

    private readonly List<string> _merges = [];

    private readonly SortedDictionary<(int Row, int Column), string> _comments = [];

    private int _row;

    private int _column;

    /// <param name="part">The sheet's place in the workbook; notes are added to it.</param>
    /// <param name="content">Where the sheet itself is written; left open.</param>
    /// <param name="widths">Width of each column in characters.</param>
    /// <param name="frozenRows">Rows that stay while the rest is scrolled.</param>
    public SheetWriter(WorksheetPart part, Stream content, StyleSheet styles, IReadOnlyList<double> widths, int frozenRows)
    {
        _part = part;
        _styles = styles;
        _xml = OpenXmlWriter.Create(content);
        _xml.WriteStartElement(new Worksheet());
        _xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        if (frozenRows > 0)
            _xml.WriteElement(new SheetViews(new SheetView(new Pane
            {
                VerticalSplit = frozenRows,
                TopLeftCell = Address(frozenRows + 1, 1),
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            })
            { WorkbookViewId = 0 }));
        _xml.WriteElement(new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        _xml.WriteStartElement(new SheetData());
    }

    /// <summary>1-based number of the row being written.</summary>
    public int Row => _row;

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
        _row++;
        _column = 0;
        _xml.WriteStartElement(new Row { RowIndex = (uint)_row });
    }

    public void EndRow() => _xml.WriteEndElement();

    public void Skip(int columns = 1) => _column += columns;

    public void Text(string? text, CellStyle style)
    {
        _xml.WriteElement(new Cell(new InlineString(new Text(Fit(SafeText.Of(text))) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = Address(_row, ++_column),
            StyleIndex = _styles.IndexOf(style),
            DataType = CellValues.InlineString,
        });
    }

    /// <summary>A number with all its decimals, or an empty cell.</summary>
    public void Number(decimal? value, CellStyle style)
    {
        var cell = new Cell { CellReference = Address(_row, ++_column), StyleIndex = _styles.IndexOf(style) };
        if (value is { } number)
            cell.Append(new CellValue(number.ToString(CultureInfo.InvariantCulture)));
        _xml.WriteElement(cell);
    }

    /// <summary>A live formula with the value it has now.</summary>
    /// <param name="formula">Built from addresses and operators only; never from text of a document.</param>
    public void Formula(string formula, decimal value, CellStyle style) => _xml.WriteElement(
        new Cell(new CellFormula(formula), new CellValue(value.ToString(CultureInfo.InvariantCulture)))
        {
            CellReference = Address(_row, ++_column),
            StyleIndex = _styles.IndexOf(style),
        });

    /// <summary>Merges from the given cell; 1-based.</summary>
    public void Merge(int firstRow, int firstColumn, int rows, int columns)
    {
        if (rows > 1 || columns > 1)
            _merges.Add($"{Address(firstRow, firstColumn)}:{Address(firstRow + rows - 1, firstColumn + columns - 1)}");
    }

    /// <summary>A note on the cell written last.</summary>
    public void Comment(string text) => _comments[(_row, _column)] = Fit(SafeText.Of(text));

    public void Dispose()
    {
        _xml.WriteEndElement();
        if (_merges.Count > 0)
            _xml.WriteElement(new MergeCells(_merges.Select(range => new MergeCell { Reference = range })) { Count = (uint)_merges.Count });
        _xml.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        _xml.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        if (_comments.Count > 0)
            _xml.WriteElement(new LegacyDrawing { Id = CommentParts.Add(_part, _comments) });
        _xml.WriteEndElement();
        _xml.Dispose();
    }

    /// <summary>A cell holds at most 32,767 characters.</summary>
    private static string Fit(string text) => text.Length <= 32_767 ? text : SafeText.Cut(text, 32_766) + "…";
}
