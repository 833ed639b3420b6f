using System.Globalization;
using System.Text;
using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Html;

/// <summary>A document in the index.</summary>
/// <param name="Reports">Its reports: what each is called, and where it lies as a link from the index.</param>
/// <param name="Reviewed">Findings with a verdict; null where nobody has said anything.</param>
/// <param name="Findings">All of them, where some are reviewed.</param>
/// <param name="Remark">What is to be known of this publication beside others; null for nothing.</param>
internal sealed record IndexEntry(
    string? Body, int? Year, DocumentKind? Kind, DocumentLevel? Level, string FileName, int Errors, int Warnings, int? Unchecked, int? Reviewed, int Findings,
    IReadOnlyList<(string Name, string Link)> Reports, string? Remark);

/// <summary>A file that could not be read.</summary>
internal sealed record IndexRefusal(string FileName, string Message);

/// <summary><c>reports/index.html</c>: all documents with what was found in them, and the files that could not be read.</summary>
internal static class IndexPage
{
    /// <summary>Boxes that hide rows, by what is in a document.</summary>
    private const string Style =
        """
        body:has(#k0:not(:checked)) tr.k0,body:has(#k1:not(:checked)) tr.k1,body:has(#k2:not(:checked)) tr.k2{display:none}
        main{min-width:0}.filters{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;margin:0 0 1rem}.filters label{display:flex;gap:.4rem;align-items:baseline}
        .layout.wide{display:block}
        """;

    public static void Write(IReadOnlyCollection<IndexEntry> entries, IReadOnlyCollection<IndexRefusal> refusals, ReportWords words, Stream output)
    {
        using var html = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        string title = words.Say("预决算勾稽核对：全部文件", "Budget reconciliation: all documents");
        HtmlPage.Begin(html, words, title, Style);
        html.WriteLine($"<header class=\"top\"><h1>{HtmlText.Of(title)}</h1><p class=\"sum\">{HtmlText.Of(Summary(entries, refusals, words))}</p></header><div class=\"layout wide\"><main id=\"main\">");
        WriteBoxes(html, entries, words);
        WriteTable(html, entries, words);
        WriteRefusals(html, refusals, words);
        HtmlPage.End(html, words);
    }

    private static string Summary(IReadOnlyCollection<IndexEntry> entries, IReadOnlyCollection<IndexRefusal> refusals, ReportWords words) => words.Say(
        $"{entries.Count} 份文件：错误 {entries.Sum(entry => entry.Errors)}（在 {entries.Count(entry => entry.Errors > 0)} 份文件中），存疑 {entries.Sum(entry => entry.Warnings)}；无法读取 {refusals.Count} 个文件。",
        $"{Plural.Of(entries.Count, "document")}: {Plural.Of(entries.Sum(entry => entry.Errors), "error")} (in {Plural.Of(entries.Count(entry => entry.Errors > 0), "document")}), {Plural.Of(entries.Sum(entry => entry.Warnings), "warning")}; {Plural.Of(refusals.Count, "file")} could not be read.");

    private static void WriteBoxes(StreamWriter html, IReadOnlyCollection<IndexEntry> entries, ReportWords words)
    {
        string[] labels = [words.Say("有错误", "With errors"), words.Say("只有存疑", "With warnings only"), words.Say("没有错误和存疑", "With neither")];
        html.WriteLine($"<div class=\"filters\" role=\"group\" aria-label=\"{HtmlText.Of(words.Say("显示", "Show"))}\">");
        for (int kind = 0; kind < labels.Length; kind++)
            html.WriteLine($"<label><input type=\"checkbox\" id=\"k{kind}\" checked><span>{HtmlText.Of(labels[kind])}</span><span class=\"count\">{entries.Count(entry => KindOf(entry) == kind)}</span></label>");
        html.WriteLine("</div>");
    }

    private static void WriteTable(StreamWriter html, IReadOnlyCollection<IndexEntry> entries, ReportWords words)
    {
        string[] heads = [words.Department, words.Year, words.Kind, words.File, words.Of(Contract.Text.Severity.Error), words.Of(Contract.Text.Severity.Warning), words.Unchecked, words.Say("已复核", "Reviewed"), words.Say("报告", "Reports")];
        html.WriteLine($"<div class=\"scroll\" tabindex=\"0\"><table><caption>{HtmlText.Of(words.Say("全部文件", "All documents"))}</caption><thead><tr>{string.Concat(heads.Select(head => $"<th scope=\"col\">{HtmlText.Of(head)}</th>"))}</tr></thead><tbody>");
        foreach (IndexEntry entry in entries)
        {
            string links = string.Join(" · ", entry.Reports.Select(report => $"<a href=\"{HtmlText.Of(report.Link)}\">{HtmlText.Of(report.Name)}</a>"));
            string remark = entry.Remark is null ? "" : $" <span class=\"note\">{HtmlText.Of(entry.Remark)}</span>";
            html.WriteLine($"<tr class=\"k{KindOf(entry)}\"><th scope=\"row\">{HtmlText.Of(entry.Body ?? words.Say("（部门不明）", "(body unknown)"))}</th><td class=\"n\">{entry.Year?.ToString(CultureInfo.InvariantCulture)}</td><td>{HtmlText.Of(words.Of(entry.Level) + words.Of(entry.Kind))}</td><td>{HtmlText.Of(entry.FileName)}{remark}</td>"
                + $"<td class=\"n{(entry.Errors > 0 ? " suspect" : "")}\">{entry.Errors}</td><td class=\"n{(entry.Warnings > 0 ? " flagged" : "")}\">{entry.Warnings}</td><td class=\"n\">{entry.Unchecked?.ToString(CultureInfo.InvariantCulture) ?? "?"}</td><td class=\"n\">{(entry.Reviewed is { } done ? $"{done}/{entry.Findings}" : "")}</td><td>{links}</td></tr>");
        }

        html.WriteLine("</tbody></table></div>");
    }

    private static void WriteRefusals(StreamWriter html, IReadOnlyCollection<IndexRefusal> refusals, ReportWords words)
    {
        if (refusals.Count == 0)
            return;
        html.WriteLine($"<h2>{HtmlText.Of(words.Say("无法读取的文件", "Files that could not be read"))}</h2><ul class=\"plain\">");
        foreach (IndexRefusal refusal in refusals)
            html.WriteLine($"<li><b>{HtmlText.Of(refusal.FileName)}</b> {HtmlText.Of(refusal.Message)}</li>");
        html.WriteLine("</ul>");
    }

    private static int KindOf(IndexEntry entry) => entry.Errors > 0 ? 0 : entry.Warnings > 0 ? 1 : 2;
}
