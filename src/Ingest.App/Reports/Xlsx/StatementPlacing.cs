using System.Collections.Immutable;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Spectre.Console;

namespace Ingest.App.Reports.Xlsx;

/// <summary>Where each cell of a statement stands on its sheet, before any sheet is written: others lead to it.</summary>
internal sealed class StatementPlacing
{
    /// <summary>Title, and unit with pages.</summary>
    private const int LinesAbove = 2;

    /// <summary>Characters; between them a column is as wide as what stands in it.</summary>
    private const double NarrowestLabel = 12, WidestLabel = 36, NarrowestAmount = 8, WidestAmount = 18;

    /// <summary>On which line each row stands, by its <see cref="CellId"/> without column.</summary>
    private readonly Dictionary<CellId, int> _lines = [];

    private readonly int[] _columns;

    public StatementPlacing(Statement statement, string sheet, Recomputation recomputation, ReportWords words)
    {
        (Sheet, Table) = (sheet, PrintedTable.From(statement, words));
        for (int line = 0; line < Table.Lines.Length; line++)
            foreach (StatementRow row in Table.Lines[line].Rows)
                _lines[CellId.Of(statement, row, null)] = line;
        IsRecomputed = [.. Table.Columns.Select(column => column.Amount is { } amount && statement.Rows.Any(row => row.Side == column.Side && recomputation.Of(CellId.Of(statement, row, amount.Key)) is not null))];
        _columns = new int[Table.Columns.Length];
        for (int column = 0, at = 1; column < _columns.Length; at += IsRecomputed[column] ? 3 : 1, column++)
            _columns[column] = at;
        SheetColumns = [.. Enumerable.Range(0, Table.Columns.Length).SelectMany(Widths)];
    }

    public string Sheet { get; }

    public PrintedTable Table { get; }

    public Statement Statement => Table.Statement;

    /// <summary>By column of the table: whether recomputed totals and differences stand beside it.</summary>
    public ImmutableArray<bool> IsRecomputed { get; }

    public int FirstDataRow => LinesAbove + Table.HeaderRows + 1;

    /// <summary>Columns before the first amount: what a row is called.</summary>
    public int LabelColumns => Table.Columns.TakeWhile(column => column.Amount is null).Count();

    public ImmutableArray<SheetColumn> SheetColumns { get; }

    /// <summary>Of the sheet, from 1.</summary>
    public int ColumnOf(int tableColumn) => _columns[tableColumn];

    /// <summary>How many columns of the sheet a span of the table's columns takes.</summary>
    public int Span(int first, int count) => Enumerable.Range(first, count).Sum(column => IsRecomputed[column] ? 3 : 1);

    /// <summary>Null for a column that the row's side does not have, or a row of another statement.</summary>
    public CellAddress? AddressOf(CellId cell)
    {
        if (!_lines.TryGetValue(cell with { Column = null }, out int line))
            return null;
        for (int i = 0; i < Table.Columns.Length; i++)
            if (Table.Columns[i].Side == cell.Side && Table.Columns[i].Amount is { } amount && amount.Key == cell.Column)
                return new CellAddress(FirstDataRow + line, _columns[i]);
        return null;
    }

    private IEnumerable<SheetColumn> Widths(int column)
    {
        PrintedColumn printed = Table.Columns[column];
        IEnumerable<StatementRow> rows = Statement.Rows.Where(row => row.Side == printed.Side);
        if (printed.Amount is not { } amount)
        {
            yield return new SheetColumn(printed.Kind == PrintedColumnKind.Code
                ? NarrowestLabel - 2
                : Math.Clamp(rows.Select(row => ((printed.Kind == PrintedColumnKind.Project ? row.Project : row.Name) ?? "").GetCellWidth() + 3).DefaultIfEmpty().Max(), NarrowestLabel, WidestLabel));
            yield break;
        }

        double width = Math.Clamp(rows.Select(row => row.Value(amount.Key) is { } value ? FindingText.Amount(value).Length + 2 : 0).DefaultIfEmpty().Max(), NarrowestAmount, WidestAmount);
        yield return new SheetColumn(Math.Max(width, NarrowestAmount + 2));
        if (!IsRecomputed[column])
            yield break;
        yield return new SheetColumn(width, Folds: true);
        yield return new SheetColumn(NarrowestAmount, Folds: true);
    }
}
