using System.Collections.Immutable;
using Ingest.App.Words;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// A statement laid out as printed. Beside each column with totals stand the totals recomputed as formulas over the
/// printed cells, and the difference, which is red while it is more than the rule allows.
/// </summary>
internal sealed class StatementSheet(StatementPlacing layout, FlaggedCells flagged, CellReadings readings, Recomputation recomputation, ReportSubject subject, ExceptionPlaces exceptions, ReportWords words)
{
    /// <summary>Characters that a page takes across without its letters becoming too small.</summary>
    private const double PageWidth = 210;

    /// <summary>Wider labels would leave no room for the columns that are scrolled.</summary>
    private const double WidestHead = 60;

    private readonly PrintedTable _table = layout.Table;

    public void AddTo(WorkbookFile workbook)
    {
        ImmutableArray<SheetColumn> columns = layout.SheetColumns;
        int head = columns.Take(layout.LabelColumns).Sum(column => column.Width) <= WidestHead ? layout.LabelColumns : 0;
        workbook.AddSheet(
            new SheetPlan(layout.Sheet, columns)
            {
                HeadRows = layout.FirstDataRow - 1,
                HeadColumns = head,
                PagesWide = (int)Math.Ceiling(columns.Sum(column => column.Width) / PageWidth),
                Protected = true,
                Footer = WorkbookFooter.Of(subject.Document),
            },
            Write);
    }

    private void Write(SheetWriter sheet)
    {
        Statement statement = layout.Statement;
        sheet.StartRow(24);
        sheet.Text($"{statement.Label} {statement.Title}".Trim(), CellStyle.Title);
        sheet.EndRow();
        WriteUnitAndPages(sheet, statement);
        WriteHeader(sheet);
        foreach (TableLine line in _table.Lines)
            WriteLine(sheet, line);
    }

    private void WriteUnitAndPages(SheetWriter sheet, Statement statement)
    {
        sheet.StartRow();
        string pages = string.Join(words.Say("、", ", "), statement.Pages);
        string note = statement.EmptyNote is { } empty ? "　" + empty : "";
        sheet.Text(words.Say($"单位：{statement.Unit?.Printed() ?? "未注明"}　原件第 {pages} 页{note}", $"Unit: {statement.Unit?.Printed() ?? "not stated"}　page {pages} of the PDF{note}"), CellStyle.Remark);
        if (!statement.Pages.IsEmpty && subject.PageLink(statement.Pages[0]) is { } link)
            sheet.LinkTo(link, words.Say("打开原件", "Open the PDF"));
        sheet.EndRow();
    }

    private void WriteHeader(SheetWriter sheet)
    {
        var cells = _table.Header().ToDictionary(cell => (cell.Row, cell.Column));
        for (int row = 0; row < _table.HeaderRows; row++)
        {
            sheet.StartRow(RowHeight.Of(cells.Values.Where(cell => cell.Row == row && cell.RowSpan == 1).Select(cell => ((string?)cell.Text, IsLeaf(cell.Row, cell.Column) ? layout.SheetColumns[layout.ColumnOf(cell.Column) - 1].Width : WidthOf(cell.Column, cell.ColumnSpan)))));
            for (int column = 0; column < _table.Columns.Length; column++)
            {
                bool begins = cells.TryGetValue((row, column), out var cell);
                bool leaf = begins && IsLeaf(row, column);
                sheet.Text(begins ? cell.Text : "", CellStyle.Header);
                if (begins)
                    sheet.Merge(sheet.Row, layout.ColumnOf(column), cell.RowSpan, leaf ? 1 : layout.Span(column, cell.ColumnSpan));
                if (layout.IsRecomputed[column])
                    WriteComputedHeader(sheet, leaf ? cell.RowSpan : 0);
            }

            sheet.EndRow();
        }
    }

    private bool IsLeaf(int row, int column) => row == _table.Columns[column].Header.Length - 1;

    private double WidthOf(int column, int span) => layout.SheetColumns.Skip(layout.ColumnOf(column) - 1).Take(layout.Span(column, span)).Sum(one => one.Width);

    /// <param name="rows">How many rows the heading takes; 0 under another.</param>
    private void WriteComputedHeader(SheetWriter sheet, int rows)
    {
        foreach (string name in (string[])[words.Recomputed, words.Difference])
        {
            sheet.Text(rows > 0 ? name : "", CellStyle.Header);
            if (rows > 0)
                sheet.Merge(sheet.Row, sheet.Here.Column, rows, 1);
        }
    }

    private void WriteLine(SheetWriter sheet, TableLine line)
    {
        sheet.StartRow(RowHeight.Of(_table.Columns.Select((column, i) => (LabelOf(line.Of(column.Side), column), layout.SheetColumns[layout.ColumnOf(i) - 1].Width))));
        for (int column = 0; column < _table.Columns.Length; column++)
        {
            StatementRow? row = line.Of(_table.Columns[column].Side);
            WriteCell(sheet, row, _table.Columns[column]);
            if (layout.IsRecomputed[column])
                WriteComputed(sheet, row, _table.Columns[column].Amount!.Key);
        }

        sheet.EndRow();
    }

    private static string? LabelOf(StatementRow? row, PrintedColumn column) => column.Kind switch
    {
        PrintedColumnKind.Code => row?.Code,
        PrintedColumnKind.Project => row?.Project,
        PrintedColumnKind.Name => row?.Name,
        _ => null,
    };

    private void WriteCell(SheetWriter sheet, StatementRow? row, PrintedColumn column)
    {
        if (column.Amount is null || row?.Cell(column.Amount.Key) is not { } cell)
        {
            sheet.Text(LabelOf(row, column), CellStyle.Text);
            return;
        }

        var id = CellId.Of(layout.Statement, row, cell.Column);
        IReadOnlyList<ReportedFinding> findings = flagged.Of(id);
        ReadingRemark? reading = readings.Of(id);
        bool isFlagged = findings.Count > 0 || reading is { Sign: CellReadings.Doubted };
        CellFill fill = flagged.IsSuspect(id) ? CellFill.Suspect : isFlagged ? CellFill.Flagged : CellFill.None;
        if (cell.IsUnread)
            sheet.Text(cell.Text, CellStyle.Text with { Fill = CellFill.Flagged });
        else
            sheet.Number(cell.Value, CellStyle.Number(cell.Value?.Scale ?? 2) with { Fill = fill });
        string[] remarks = [.. findings.Select(found => $"{words.Finding(found.Number)} {found.Finding.Rule}: {found.Finding.Message}"), .. reading is { } said ? [$"{said.Sign} {said.Text}"] : Array.Empty<string>()];
        if (remarks.Length > 0)
            sheet.Comment(string.Join("\n", remarks));
        if (findings.Count == 0)
            return;
        sheet.LinkTo(exceptions.Of(findings[0]), words.Finding(findings[0].Number));
    }

    private void WriteComputed(SheetWriter sheet, StatementRow? row, string column)
    {
        CellId? id = row is null ? null : CellId.Of(layout.Statement, row, column);
        if (id is not { } cell || recomputation.Of(cell) is not { } total || layout.AddressOf(cell) is not { } printed)
        {
            sheet.Text("", CellStyle.Text with { Fill = CellFill.Recomputed });
            sheet.Text("", CellStyle.Text with { Fill = CellFill.Recomputed });
            return;
        }

        int decimals = Math.Max(total.Decimals, row!.Value(column)?.Scale ?? 0);
        if (FormulaOf(total) is { } formula)
            sheet.Formula(formula, total.Value, CellStyle.Number(decimals) with { Fill = CellFill.Recomputed });
        else
            sheet.Number(total.Value, CellStyle.Number(decimals) with { Fill = CellFill.Recomputed });
        CellAddress recomputed = sheet.Here;
        sheet.Formula(FormattableString.Invariant($"ROUND({printed}-{recomputed},{decimals})"), (row.Value(column) ?? 0) - total.Value, CellStyle.Difference(decimals));
        sheet.Tolerance(total.Tolerance);
    }

    /// <summary>Null where it would be too long, or a part stands on another sheet.</summary>
    private string? FormulaOf(RecomputedTotal total)
    {
        CellAddress?[] places = [.. total.Parts.Select(part => layout.AddressOf(part.Cell.Id))];
        return Array.Exists(places, place => place is null) ? null : SumFormula.Of([.. places.Zip(total.Parts, (place, part) => new Addend(place!.Value, part.Factor))]);
    }
}
