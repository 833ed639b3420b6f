using System.Globalization;
using System.Text;
using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Html;

/// <summary>
/// One self-contained page without script and without anything fetched: contents and filters beside the findings, each with
/// the page as printed; how far the checks reached; statements with flagged cells linked to the findings.
/// </summary>
internal sealed class HtmlReport : IReportWriter
{
    public string Extension => ".html";

    public void Write(ReportSubject subject, ReportWords words, Stream output)
    {
        using var html = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        BudgetDocument document = subject.Document;
        var filter = new FindingFilter(subject.Findings, words);
        var readings = new CellReadings(document, words);
        string title = $"{document.Identity.Department ?? document.Source.FileName} {document.Identity.FiscalYear} {words.Of(document.Identity.Kind)}";
        HtmlPage.Begin(html, words, title, filter.Style);
        html.WriteLine($"<header class=\"top\"><h1>{HtmlText.Of(title)}</h1><p class=\"meta\">{HtmlText.Of(words.Title)} · {FileOf(subject)} · {HtmlText.Of(words.Pages)} {document.Source.Pages}</p><p class=\"sum\">{HtmlText.Of(TextReport.SummaryLine(document, words))}</p></header>");
        html.WriteLine("<div class=\"layout\">");
        WriteContents(html, words, subject, filter, readings.InDoubt.Count);
        html.WriteLine("<main id=\"main\">");
        WriteNotRead(html, words, document);
        WriteFindings(html, words, subject, filter);
        DoubtSection.Write(html, subject, readings, words);
        WriteSource(html, words, document);
        ScopeSection.Write(html, words, document);
        var statements = new StatementSection(subject, new FlaggedCells(subject.Findings), readings, words);
        for (int i = 0; i < document.Statements.Length; i++)
            statements.Write(html, document.Statements[i], i);
        HtmlPage.End(html, words);
    }

    private static string FileOf(ReportSubject subject) => subject.PdfLink is { } link
        ? $"<a href=\"{HtmlText.Of(link)}\">{HtmlText.Of(subject.Document.Source.FileName)}</a>"
        : HtmlText.Of(subject.Document.Source.FileName);

    private static void WriteContents(StreamWriter html, ReportWords words, ReportSubject subject, FindingFilter filter, int doubts)
    {
        html.WriteLine($"<nav class=\"contents\" aria-label=\"{HtmlText.Of(words.Say("目录", "Contents"))}\"><h2>{HtmlText.Of(words.Say("目录", "Contents"))}</h2><ol>");
        Entry("findings", words.Findings, subject.Findings.Length);
        if (doubts > 0)
            Entry("doubts", words.Say("读取存疑的金额", "Amounts read in doubt"), doubts);
        Entry("source", words.Say("核对对象", "What was examined"), null);
        Entry("scope", words.Coverage, null);
        for (int i = 0; i < subject.Document.Statements.Length; i++)
            Entry(StatementSection.Anchor(i), $"{subject.Document.Statements[i].Label} {subject.Document.Statements[i].Title}".Trim(), subject.Document.Statements[i].Rows.Length);
        html.WriteLine("</ol>");
        if (subject.Findings.Length > 1)
        {
            html.WriteLine($"<h2>{HtmlText.Of(words.Say("显示", "Show"))}</h2>");
            filter.Write(html);
        }

        html.WriteLine("</nav>");

        void Entry(string anchor, string name, int? count) =>
            html.WriteLine($"<li><a href=\"#{anchor}\"><span>{HtmlText.Of(name)}</span><span class=\"count\">{count?.ToString(CultureInfo.InvariantCulture)}</span></a></li>");
    }

    /// <summary>Above the findings: what they cannot speak of.</summary>
    private static void WriteNotRead(StreamWriter html, ReportWords words, BudgetDocument document)
    {
        string[] lines = [.. NotReadTables.Lines(document, words)];
        if (lines.Length == 0)
            return;
        html.WriteLine($"<section class=\"finding warning\" aria-labelledby=\"not-read\"><h3 id=\"not-read\">{HtmlText.Of(lines[0])}</h3><ul class=\"plain\">");
        foreach (string line in lines.Skip(1))
            html.WriteLine($"<li>{HtmlText.Of(line)}</li>");
        html.WriteLine("</ul></section>");
    }

    private static void WriteFindings(StreamWriter html, ReportWords words, ReportSubject subject, FindingFilter filter)
    {
        html.WriteLine($"<h2 id=\"findings\">{HtmlText.Of(words.Findings)}</h2>");
        if (subject.Findings.IsEmpty)
            html.WriteLine($"<p>{HtmlText.Of(words.NoFinding)}</p>");
        var section = new FindingSection(subject, filter, words);
        foreach (ReportedFinding found in subject.Findings)
            section.Write(html, found);
    }

    private static void WriteSource(StreamWriter html, ReportWords words, BudgetDocument document)
    {
        html.WriteLine($"<h2 id=\"source\">{HtmlText.Of(words.Say("核对对象", "What was examined"))}</h2><dl class=\"facts\">");
        Row(words.File, document.Source.FileName);
        Row("SHA-256", document.Source.Sha256);
        Row(words.Department, document.Identity.Department);
        Row(words.Year, document.Identity.FiscalYear?.ToString(CultureInfo.InvariantCulture));
        Row(words.Kind, words.Of(document.Identity.Level) + words.Of(document.Identity.Kind));
        Row(words.Layout, document.Identity.Layout);
        html.WriteLine("</dl>");
        foreach (Contract.Text.Diagnostic diagnostic in document.Diagnostics)
            html.WriteLine($"<p class=\"note\">{HtmlText.Of(words.Of(diagnostic.Severity))} · {HtmlText.Of(diagnostic.Message.In(words.Language))}</p>");

        void Row(string label, string? value) => html.WriteLine($"<dt>{HtmlText.Of(label)}</dt><dd>{HtmlText.Of(value)}</dd>");
    }
}
