using System.Collections.Immutable;
using Ingest.App.Words;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// A statement laid out as printed. To its right, one column per amount column holds the recomputed
/// totals as formulas over the printed cells.
/// </summary>
internal sealed class StatementSheet
{
    private readonly PrintedTable _table;

    private readonly FlaggedCells _flagged;

    private readonly RecomputedTotals _recomputed;

    private readonly BudgetDocument _document;

    private readonly ReportWords _words;

    /// <summary>Title, unit, header rows: where the first data row stands.</summary>
    private readonly int _firstDataRow;

    /// <summary>On which line a row stands, by its <see cref="CellId"/> without column.</summary>
    private readonly Dictionary<CellId, int> _lines = [];

    private StatementSheet(PrintedTable table, FlaggedCells flagged, RecomputedTotals recomputed, BudgetDocument document, ReportWords words)
    {
        _table = table;
        _flagged = flagged;
        _recomputed = recomputed;
        _document = document;
        _words = words;
        _firstDataRow = 3 + table.HeaderRows;
        for (int line = 0; line < table.Lines.Length; line++)
            foreach (StatementRow row in table.Lines[line].Rows)
                _lines[CellId.Of(table.Statement, row, null)] = line;
    }

    public static void Add(
        WorkbookFile workbook, Statement statement, FlaggedCells flagged, RecomputedTotals recomputed, BudgetDocument document, ReportWords words)
    {
        PrintedTable table = PrintedTable.From(statement, words);
        var page = new StatementSheet(table, flagged, recomputed, document, words);
        double[] widths = [.. table.Columns.Select(Width), 3, .. page.AmountColumns().Select(_ => 15.0)];
        workbook.AddSheet($"{statement.Id} {statement.Title}", widths, page._firstDataRow - 1, page.Write);
    }

    private static double Width(PrintedColumn column) => column.Kind switch
    {
        PrintedColumnKind.Code => 10,
        PrintedColumnKind.Name => 34,
        PrintedColumnKind.Project => 34,
        _ => 15,
    };

    private IEnumerable<PrintedColumn> AmountColumns() => _table.Columns.Where(column => column.Amount is not null);

    private void Write(SheetWriter sheet)
    {
        Statement statement = _table.Statement;
        WriteLine(sheet, $"{statement.Label} {statement.Title}".Trim(), CellStyle.Title);
        string pages = string.Join(", ", statement.Pages);
        WriteLine(sheet, $"{_words.Unit}: {statement.Unit?.Printed() ?? "?"}　{_words.Pages}: {pages}　{statement.EmptyNote}", CellStyle.Plain);
        WriteHeader(sheet);
        foreach (TableLine line in _table.Lines)
            WriteDataLine(sheet, line);
    }

    private static void WriteLine(SheetWriter sheet, string text, CellStyle style)
    {
        sheet.StartRow();
        sheet.Text(text, style);
        sheet.EndRow();
    }

    private void WriteHeader(SheetWriter sheet)
    {
        var cells = _table.Header().ToLookup(cell => cell.Row);
        for (int row = 0; row < _table.HeaderRows; row++)
        {
            sheet.StartRow();
            var texts = cells[row].ToDictionary(cell => cell.Column, cell => cell.Text);
            for (int column = 0; column < _table.Columns.Length; column++)
                sheet.Text(texts.GetValueOrDefault(column, ""), CellStyle.Header);
            foreach (var cell in cells[row])
                sheet.Merge(sheet.Row, cell.Column + 1, cell.RowSpan, cell.ColumnSpan);
            if (row == _table.HeaderRows - 1)
                WriteRecomputedHeader(sheet);
            sheet.EndRow();
        }
    }

    private void WriteRecomputedHeader(SheetWriter sheet)
    {
        sheet.Skip();
        foreach (PrintedColumn column in AmountColumns())
            sheet.Text($"{_words.Recomputed} {column.Header[^1]}", CellStyle.Header);
    }

    private void WriteDataLine(SheetWriter sheet, TableLine line)
    {
        sheet.StartRow();
        foreach (PrintedColumn column in _table.Columns)
            WriteCell(sheet, line.Of(column.Side), column);
        sheet.Skip();
        foreach (PrintedColumn column in AmountColumns())
            WriteRecomputed(sheet, line.Of(column.Side), column.Amount!.Key);
        sheet.EndRow();
    }

    private void WriteCell(SheetWriter sheet, StatementRow? row, PrintedColumn column)
    {
        if (column.Amount is null || row is null)
        {
            sheet.Text(column.Kind switch { PrintedColumnKind.Code => row?.Code, PrintedColumnKind.Project => row?.Project, _ => column.Amount is null ? row?.Name : "" }, CellStyle.Text);
            return;
        }

        AmountCell? cell = row.Cell(column.Amount.Key);
        var id = CellId.Of(_table.Statement, row, column.Amount.Key);
        IReadOnlyList<int> findings = cell is null ? [] : _flagged.Of(id);
        CellFill fill = findings.Count == 0 ? CellFill.None : _flagged.IsSuspect(id) ? CellFill.Suspect : CellFill.Flagged;
        if (cell is { IsUnread: true })
            sheet.Text(cell.Text, CellStyle.Text with { Fill = CellFill.Flagged });
        else
            sheet.Number(cell?.Value, CellStyle.Number(cell?.Value?.Scale ?? 2) with { Fill = fill });
        if (findings.Count > 0)
            sheet.Comment(string.Join("\n", findings.Select(index => $"{_document.Findings[index].Rule}: {_document.Findings[index].Message}")));
    }

    private void WriteRecomputed(SheetWriter sheet, StatementRow? row, string column)
    {
        ImmutableArray<RelationTerm> parts = row is null ? [] : _recomputed.Of(CellId.Of(_table.Statement, row, column));
        RelationTerm[] printed = [.. parts.Where(part => _lines.ContainsKey(part.Cell.Id with { Column = null }))];
        // A part that could not be read is text in its cell: no sum can be made of it.
        if (printed.Length == 0 || Array.Exists(printed, part => part.State == FigureState.Unread))
        {
            sheet.Skip();
            return;
        }

        decimal value = printed.Sum(part => part.Factor * part.Cell.Amount ?? 0);
        CellStyle style = CellStyle.Number(printed.Max(part => part.Cell.Amount?.Scale ?? 0)) with { Fill = CellFill.Recomputed };
        if (SumFormula.Of([.. printed.Select(Addend)]) is { } formula)
            sheet.Formula(formula, value, style);
        else
            sheet.Number(value, style);
    }

    private Addend Addend(RelationTerm part)
    {
        int column = _table.Columns.TakeWhile(candidate => candidate.Side != part.Cell.Side || candidate.Amount?.Key != part.Cell.Column).Count();
        return new Addend(_firstDataRow + _lines[part.Cell.Id with { Column = null }], column + 1, part.Factor);
    }
}
