using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.App.Pictures;
using Ingest.App.Words;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Contract.Text;

namespace Ingest.App.Reports.Html;

/// <summary>
/// One self-contained page without script and without anything fetched: summary, findings with a picture
/// of their place, statements with flagged cells linked to the findings.
/// </summary>
internal sealed class HtmlReport : IReportWriter
{
    /// <summary>Pages shown for one finding; the rest is named in words.</summary>
    private const int PicturesPerFinding = 3;

    /// <summary>Points shown above and below the cells.</summary>
    private const float Margin = 40;

    private const string Css =
        """
        body{font:14px/1.5 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;margin:2em auto;max-width:1200px;padding:0 1em;color:#1a1a1a}
        h1{font-size:1.5em}h2{font-size:1.2em;border-bottom:1px solid #ccc;margin-top:2em}
        table{border-collapse:collapse;margin:.5em 0}th,td{border:1px solid #bbb;padding:2px 6px;text-align:left;vertical-align:top}
        th{background:#f2f4f7;text-align:center;font-weight:600}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .scroll{overflow-x:auto}.finding{border-left:4px solid #999;padding:.2em .8em;margin:1em 0;break-inside:avoid}
        .error{border-color:#c01f25}.warning{border-color:#d08700}.tag{font-weight:700}.error .tag{color:#c01f25}.warning .tag{color:#a06000}
        td.flagged{background:#fdf0c8}td.suspect{background:#f9cfd1}td a{color:inherit}small{color:#555}svg{max-width:100%;height:auto;border:1px solid #ddd}
        details{margin:.3em 0}@media print{body{margin:0;max-width:none}a{text-decoration:none}h2{break-after:avoid}}
        """;

    public string Extension => ".html";

    public void Write(ReportSubject subject, ReportWords words, Stream output)
    {
        using var html = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        BudgetDocument document = subject.Document;
        string title = $"{document.Identity.Department ?? document.Source.FileName} {document.Identity.FiscalYear}";
        html.WriteLine($"<!DOCTYPE html><html lang=\"{words.Say("zh-CN", "en")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        html.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"><title>{HtmlText.Of(title)}</title><style>{Css}</style></head><body>");
        html.WriteLine($"<h1>{HtmlText.Of(words.Title)}</h1>");
        WriteSummary(html, words, document);
        WriteNotRead(html, words, document);
        WriteFindings(html, words, subject);
        ScopeSection.Write(html, words, document);
        var flagged = new FlaggedCells(subject.Findings);
        foreach (Statement statement in document.Statements)
            WriteStatement(html, words, statement, flagged);
        html.WriteLine("</body></html>");
    }

    private static void WriteSummary(StreamWriter html, ReportWords words, BudgetDocument document)
    {
        html.WriteLine($"<h2>{HtmlText.Of(words.Summary)}</h2><table>");
        Row(words.File, document.Source.FileName);
        Row("SHA-256", document.Source.Sha256);
        Row(words.Department, document.Identity.Department);
        Row(words.Year, document.Identity.FiscalYear?.ToString(CultureInfo.InvariantCulture));
        Row(words.Kind, words.Of(document.Identity.Kind));
        Row(words.Layout, document.Identity.Layout);
        Row(words.Pages, document.Source.Pages.ToString(CultureInfo.InvariantCulture));
        html.WriteLine($"</table><p><b>{HtmlText.Of(TextReport.SummaryLine(document, words))}</b></p>");
        foreach (Diagnostic diagnostic in document.Diagnostics)
            html.WriteLine($"<p><small>{HtmlText.Of(words.Of(diagnostic.Severity))} · {HtmlText.Of(diagnostic.Message.In(words.Language))}</small></p>");

        void Row(string label, string? value) => html.WriteLine($"<tr><th>{HtmlText.Of(label)}</th><td>{HtmlText.Of(value)}</td></tr>");
    }

    /// <summary>Above the findings: what they cannot speak of.</summary>
    private static void WriteNotRead(StreamWriter html, ReportWords words, BudgetDocument document)
    {
        string[] lines = [.. NotReadTables.Lines(document, words)];
        if (lines.Length == 0)
            return;
        html.WriteLine($"<section class=\"finding warning\"><p><b>{HtmlText.Of(lines[0])}</b></p><ul>");
        foreach (string line in lines.Skip(1))
            html.WriteLine($"<li>{HtmlText.Of(line)}</li>");
        html.WriteLine("</ul></section>");
    }

    private static void WriteFindings(StreamWriter html, ReportWords words, ReportSubject subject)
    {
        html.WriteLine($"<h2>{HtmlText.Of(words.Findings)}</h2>");
        if (subject.Findings.IsEmpty)
            html.WriteLine($"<p>{HtmlText.Of(words.NoFinding)}</p>");
        var names = new CellNames(subject.Document, words);
        foreach (ReportedFinding found in subject.Findings)
            WriteFinding(html, words, names, subject, found);
    }

    private static void WriteFinding(StreamWriter html, ReportWords words, CellNames names, ReportSubject subject, ReportedFinding found)
    {
        Finding finding = found.Finding;
        string severity = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
        html.WriteLine($"<section class=\"finding {severity}\" id=\"f{found.Number}\"><p><span class=\"tag\">{HtmlText.Of(words.Of(finding.Severity))}</span> {HtmlText.Of(finding.Rule)} — {HtmlText.Of(finding.Message)}</p>");
        if (finding.ExtractionInDoubt)
            html.WriteLine($"<p><b>{HtmlText.Of(words.InDoubt)}</b></p>");
        if (finding.Expected is not null || finding.Actual is not null)
            html.WriteLine($"<p>{HtmlText.Of(words.Expected)} {HtmlText.Of(finding.Expected)} · {HtmlText.Of(words.Actual)} {HtmlText.Of(finding.Actual)} · {HtmlText.Of(words.Difference)} {HtmlText.Of(finding.Difference)} · {HtmlText.Of(words.Tolerance)} {HtmlText.Of(finding.Tolerance)}</p>");
        foreach (Suspect suspect in finding.Suspects.Take(3))
            html.WriteLine($"<p>{HtmlText.Of(words.Suspect)}: {HtmlText.Of(names.Of(suspect.Cell))} → {HtmlText.Of(suspect.Suggested)}</p>");
        foreach (FailedRelation relation in finding.Relations)
            html.WriteLine($"<p><small>{HtmlText.Of(relation.Rule)} {HtmlText.Of(relation.Sentence)}</small></p>");
        if (finding.Severity != Severity.Info)
            WritePictures(html, words, names, subject, finding);
        html.WriteLine("</section>");
    }

    private static void WritePictures(StreamWriter html, ReportWords words, CellNames names, ReportSubject subject, Finding finding)
    {
        var suspects = finding.Suspects.Select(suspect => (suspect.Cell.Page, suspect.Cell.Box)).ToHashSet();
        IEnumerable<IGrouping<int, CellReference>> pages = finding.Cells
            .Where(cell => cell.Page is not null && cell.Box is not null && cell.Year is null)
            .GroupBy(cell => cell.Page!.Value).Take(PicturesPerFinding);
        foreach (IGrouping<int, CellReference> cells in pages)
        {
            if (subject.ReadPage(cells.Key) is not { } page)
                continue;
            ImmutableArray<PictureMark> marks = [.. cells.Select(cell => new PictureMark(
                cell.Box!.Value, suspects.Contains((cell.Page, cell.Box)) ? MarkStyle.Suspect : MarkStyle.Flagged, names.Of(cell)))];
            html.WriteLine($"<details open><summary>{HtmlText.Of(words.Place)}: {words.Say($"第{cells.Key}页", $"page {cells.Key}")}</summary>{Pictures(subject, words, page, marks)}</details>");
        }
    }

    /// <summary>The page as it is printed; where that cannot be drawn, as it was read, which is said.</summary>
    private static string Pictures(ReportSubject subject, ReportWords words, Page page, ImmutableArray<PictureMark> marks)
    {
        PagePicture?[] drawn = [.. EvidencePictures.Of(subject.Document, subject.ReadPage, page.Number, marks).Select(subject.Draw)];
        if (drawn.All(picture => picture is not null))
            return string.Concat(drawn.Select(picture => Encoding.UTF8.GetString(picture!.Svg.Span)));
        Highlight[] highlights = [.. marks.Select(mark => new Highlight(mark.Box.Inflate(1.5f), mark.Style == MarkStyle.Suspect ? "suspect" : "flagged", mark.Label))];
        return $"<small>{HtmlText.Of(words.Say("（按读取结果绘制）", "(drawn as it was read)"))}</small>{PageSvg.DrawStrip(page, highlights, Margin)}";
    }

    private static void WriteStatement(StreamWriter html, ReportWords words, Statement statement, FlaggedCells flagged)
    {
        string pages = string.Join(", ", statement.Pages);
        html.WriteLine($"<h2 id=\"{HtmlText.Of(statement.Id)}\">{HtmlText.Of(statement.Id)} {HtmlText.Of(statement.Label)} {HtmlText.Of(statement.Title)}</h2>");
        html.WriteLine($"<p><small>{HtmlText.Of(words.Unit)}: {HtmlText.Of(statement.Unit?.Printed() ?? "?")} · {HtmlText.Of(words.Pages)}: {HtmlText.Of(pages)}</small></p>");
        if (statement.EmptyNote is not null)
            html.WriteLine($"<p>{HtmlText.Of(statement.EmptyNote)}</p>");
        if (statement.Empty)
            return;
        PrintedTable table = PrintedTable.From(statement, words);
        html.WriteLine("<div class=\"scroll\"><table><thead>");
        foreach (var row in table.Header().GroupBy(cell => cell.Row))
            html.WriteLine($"<tr>{string.Concat(row.Select(cell => $"<th rowspan=\"{cell.RowSpan}\" colspan=\"{cell.ColumnSpan}\">{HtmlText.Of(cell.Text)}</th>"))}</tr>");
        html.WriteLine("</thead><tbody>");
        foreach (TableLine line in table.Lines)
            html.WriteLine($"<tr>{string.Concat(table.Columns.Select(column => Cell(statement, line.Of(column.Side), column, flagged)))}</tr>");
        html.WriteLine("</tbody></table></div>");
    }

    private static string Cell(Statement statement, StatementRow? row, PrintedColumn column, FlaggedCells flagged)
    {
        if (row is null)
            return "<td></td>";
        if (column.Amount is null)
            return $"<td>{HtmlText.Of(column.Kind switch { PrintedColumnKind.Code => row.Code, PrintedColumnKind.Project => row.Project, _ => row.Name })}</td>";
        if (row.Cell(column.Amount.Key) is not { } cell)
            return "<td></td>";
        var id = CellId.Of(statement, row, cell.Column);
        IReadOnlyList<ReportedFinding> findings = flagged.Of(id);
        if (findings.Count == 0)
            return $"<td class=\"n\">{HtmlText.Of(cell.Text)}</td>";
        string style = flagged.IsSuspect(id) ? "suspect" : "flagged";
        return $"<td class=\"n {style}\"><a href=\"#f{findings[0].Number}\">{(cell.Text.Length == 0 ? "▢" : HtmlText.Of(cell.Text))}</a></td>";
    }
}
