using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ingest.App.Words;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// Writes one worksheet from top to bottom, row by row, so that a sheet of any length takes the same
/// memory. Text passes through <see cref="SafeText"/>; formulas are written only by the
/// methods of that name.
/// </summary>
internal sealed class SheetWriter : IDisposable
{
    private readonly SheetPlan _plan;

    private readonly StyleSheet _styles;

    private readonly OpenXmlWriter _xml;

    private readonly SheetEnd _end;

    private int _row;

    private int _column;

    /// <param name="plan">What the sheet is.</param>
    /// <param name="part">The sheet's place in the workbook; notes and links are added to it.</param>
    /// <param name="content">Where the sheet itself is written; left open.</param>
    public SheetWriter(SheetPlan plan, WorksheetPart part, Stream content, StyleSheet styles)
    {
        (_plan, _styles, _end) = (plan, styles, new SheetEnd(plan, part));
        _xml = OpenXmlWriter.Create(content);
        _xml.WriteStartElement(new Worksheet());
        _xml.WriteElement(new SheetProperties(new OutlineProperties { SummaryRight = false }, new PageSetupProperties { FitToPage = true }));
        _xml.WriteElement(new SheetViews(View()));
        _xml.WriteElement(new SheetFormatProperties { DefaultRowHeight = 18, CustomHeight = true, OutlineLevelColumn = plan.Columns.Any(column => column.Folds) ? (byte)1 : (byte)0 });
        _xml.WriteElement(new Columns(plan.Columns.Select((column, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = column.Width,
            CustomWidth = true,
            OutlineLevel = column.Folds ? (byte)1 : null,
            Hidden = column.Hidden ? true : null,
        })));
        _xml.WriteStartElement(new SheetData());
    }

    /// <summary>1-based number of the row being written.</summary>
    public int Row => _row;

    /// <summary>The cell written last.</summary>
    public CellAddress Here => new(_row, _column);

    /// <param name="height">In points; null for a row of one line.</param>
    public void StartRow(double? height = null)
    {
        _row++;
        _column = 0;
        _xml.WriteStartElement(height is null ? new Row { RowIndex = (uint)_row } : new Row { RowIndex = (uint)_row, Height = Math.Round(height.Value, 2), CustomHeight = true });
    }

    public void EndRow() => _xml.WriteEndElement();

    public void Skip(int columns = 1) => _column += columns;

    public void Text(string? text, CellStyle style)
    {
        var place = new CellAddress(_row, ++_column);
        string shown = Fit(SafeText.Of(text, lines: style.Wrap));
        _xml.WriteElement(shown.Length == 0
            ? new Cell { CellReference = place.ToString(), StyleIndex = _styles.IndexOf(style) }
            : new Cell(new InlineString(new Text(shown) { Space = SpaceProcessingModeValues.Preserve }))
            {
                CellReference = place.ToString(),
                StyleIndex = _styles.IndexOf(style),
                DataType = CellValues.InlineString,
            });
    }

    /// <summary>A number with all its decimals, or an empty cell.</summary>
    public void Number(decimal? value, CellStyle style)
    {
        var cell = new Cell { CellReference = new CellAddress(_row, ++_column).ToString(), StyleIndex = _styles.IndexOf(style) };
        if (value is { } number)
            cell.Append(new CellValue(number.ToString(CultureInfo.InvariantCulture)));
        _xml.WriteElement(cell);
    }

    /// <summary>A day, or an empty cell.</summary>
    public void Date(DateOnly? day, CellStyle style) =>
        Number(day is { } date ? (decimal)date.ToDateTime(TimeOnly.MinValue).ToOADate() : null, style);

    /// <summary>A live formula with the value it has now.</summary>
    /// <param name="formula">Built from addresses, numbers and operators only; never from text of a document.</param>
    public void Formula(string formula, decimal value, CellStyle style) => _xml.WriteElement(
        new Cell(new CellFormula(formula), new CellValue(value.ToString(CultureInfo.InvariantCulture)))
        {
            CellReference = new CellAddress(_row, ++_column).ToString(),
            StyleIndex = _styles.IndexOf(style),
        });

    /// <summary>The same for a formula that gives a text.</summary>
    public void Formula(string formula, string value, CellStyle style) => _xml.WriteElement(
        new Cell(new CellFormula(formula), new CellValue(value))
        {
            CellReference = new CellAddress(_row, ++_column).ToString(),
            StyleIndex = _styles.IndexOf(style),
            DataType = CellValues.String,
        });

    /// <summary>Merges from the given cell; 1-based.</summary>
    public void Merge(int firstRow, int firstColumn, int rows, int columns) => _end.Merge(new CellAddress(firstRow, firstColumn), rows, columns);

    /// <summary>A note on the cell written last.</summary>
    public void Comment(string text) => _end.Comment(Here, Fit(SafeText.Of(text, lines: true)));

    /// <summary>The cell written last leads to a cell of this workbook.</summary>
    /// <param name="hint">Shown on hovering.</param>
    public void LinkTo(SheetCell place, string hint) => _end.Link(Here, place, hint);

    /// <summary>The cell written last leads to a file beside the workbook.</summary>
    /// <param name="target">A link, the part behind # included.</param>
    public void LinkTo(string target, string hint) => _end.Link(Here, target, hint);

    /// <summary>The cell written last takes one of these only.</summary>
    public void Choice(IReadOnlyList<string> values) => _end.Choice(Here, values);

    /// <summary>The number written last turns red while it is farther from zero than this.</summary>
    public void Tolerance(decimal most) => _end.Tolerance(Here, most);

    public void Dispose()
    {
        _xml.WriteEndElement();
        _end.Write(_xml, _row);
        _xml.WriteEndElement();
        _xml.Dispose();
    }

    private SheetView View()
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (_plan.HeadRows == 0 && _plan.HeadColumns == 0)
            return view;
        var pane = new Pane
        {
            TopLeftCell = new CellAddress(_plan.HeadRows + 1, _plan.HeadColumns + 1).ToString(),
            ActivePane = _plan.HeadColumns == 0 ? PaneValues.BottomLeft : _plan.HeadRows == 0 ? PaneValues.TopRight : PaneValues.BottomRight,
            State = PaneStateValues.Frozen,
        };
        if (_plan.HeadRows > 0)
            pane.VerticalSplit = _plan.HeadRows;
        if (_plan.HeadColumns > 0)
            pane.HorizontalSplit = _plan.HeadColumns;
        view.Append(pane);
        return view;
    }

    /// <summary>A cell holds at most 32,767 characters.</summary>
    private static string Fit(string text) => text.Length <= 32_767 ? text : SafeText.Cut(text, 32_766) + "…";
}
