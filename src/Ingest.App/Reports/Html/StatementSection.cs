using Ingest.App.Words;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Html;

/// <summary>A statement as printed, with the flagged cells linked to their findings.</summary>
internal sealed class StatementSection(ReportSubject subject, FlaggedCells flagged, CellReadings readings, ReportWords words)
{
    /// <summary>What a place in the page is called; two tables may have one id.</summary>
    public static string Anchor(int index) => FormattableString.Invariant($"s{index + 1}-table");

    public void Write(TextWriter html, Statement statement, int index)
    {
        string title = $"{statement.Label} {statement.Title}".Trim();
        html.WriteLine($"<section aria-labelledby=\"{Anchor(index)}\"><h2 id=\"{Anchor(index)}\">{HtmlText.Of(title)}</h2>");
        if (statement.Empty)
            html.WriteLine($"<p class=\"note\">{Pages(statement)} {HtmlText.Of(statement.EmptyNote ?? words.Say("空表。", "The table is empty."))}</p>");
        else
            WriteTable(html, statement, title);
        html.WriteLine("</section>");
    }

    private void WriteTable(TextWriter html, Statement statement, string title)
    {
        PrintedTable table = PrintedTable.From(statement, words);
        html.WriteLine($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{HtmlText.Of(title)}\"><table><caption>{HtmlText.Of(words.Unit)}: {HtmlText.Of(statement.Unit?.Printed() ?? "?")} · {Pages(statement)}</caption><thead>");
        foreach (var row in table.Header().GroupBy(cell => cell.Row))
            html.WriteLine($"<tr>{string.Concat(row.Select(cell => $"<th scope=\"{(cell.ColumnSpan > 1 ? "colgroup" : "col")}\" rowspan=\"{cell.RowSpan}\" colspan=\"{cell.ColumnSpan}\">{HtmlText.Of(cell.Text)}</th>"))}</tr>");
        html.WriteLine("</thead><tbody>");
        foreach (TableLine line in table.Lines)
            html.WriteLine($"<tr>{string.Concat(table.Columns.Select(column => Cell(statement, line.Of(column.Side), column)))}</tr>");
        html.WriteLine("</tbody></table></div>");
    }

    private string Pages(Statement statement) => HtmlText.Of(words.Pages) + ": " + string.Join(", ", statement.Pages.Select(page =>
        subject.PageLink(page) is { } link ? $"<a href=\"{HtmlText.Of(link)}\">{page}</a>" : $"{page}"));

    private string Cell(Statement statement, StatementRow? row, PrintedColumn column)
    {
        if (row is null)
            return "<td></td>";
        if (column.Amount is null)
            return column.Kind == PrintedColumnKind.Name ? $"<th scope=\"row\">{HtmlText.Of(row.Name)}</th>" : $"<td>{HtmlText.Of(column.Kind == PrintedColumnKind.Code ? row.Code : row.Project)}</td>";
        if (row.Cell(column.Amount.Key) is not { } cell)
            return "<td></td>";
        var id = CellId.Of(statement, row, cell.Column);
        ReadingRemark? reading = readings.Of(id);
        string remark = reading is { } said ? $"<abbr title=\"{HtmlText.Of(said.Text)}\">{said.Sign}</abbr>" : "";
        IReadOnlyList<ReportedFinding> findings = flagged.Of(id);
        if (findings.Count == 0)
            return $"<td class=\"n{(reading is { Sign: CellReadings.Doubted } ? " unsure" : "")}\">{HtmlText.Of(cell.Text)}{remark}</td>";
        string style = flagged.IsSuspect(id) ? "suspect" : "flagged";
        string hint = $"{words.Finding(findings[0].Number)} {words.Of(findings[0].Finding.Severity)}";
        return $"<td class=\"n {style}\"><a href=\"#f{findings[0].Number}\" title=\"{HtmlText.Of(hint)}\">{(cell.Text.Length == 0 ? "▢" : HtmlText.Of(cell.Text))}</a>{remark}</td>";
    }
}
