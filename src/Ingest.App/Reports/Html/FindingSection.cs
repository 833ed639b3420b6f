using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Reports.Html;

/// <summary>One finding: severity, sentence, what to put in its place, the page, the cells that take part, and what a reviewer said.</summary>
internal sealed class FindingSection(ReportSubject subject, FindingFilter filter, ReportWords words)
{
    /// <summary>Relations listed before the rest is folded away.</summary>
    private const int Listed = 4;

    private readonly CellNames _names = new(subject.Document, words);

    private readonly EvidenceFigures _evidence = new(subject, words);

    public void Write(TextWriter html, ReportedFinding found)
    {
        Finding finding = found.Finding;
        string severity = ClassOf(finding.Severity);
        html.WriteLine($"<article class=\"finding {severity} {filter.ClassesOf(found)}\" id=\"f{found.Number}\" aria-labelledby=\"t{found.Number}\">");
        WriteBar(html, found);
        html.WriteLine($"<h3 id=\"t{found.Number}\">{HtmlText.Of(finding.Message)}</h3>");
        if (finding.ExtractionInDoubt)
            html.WriteLine($"<p class=\"doubt\">{HtmlText.Of(words.InDoubt)}</p>");
        if (!finding.Suspects.IsEmpty)
            WriteSuggestion(html, finding.Suspects[0]);
        if (found.Verdict is { } verdict)
            html.WriteLine($"<p><span class=\"tag judged\">{HtmlText.Of(words.Conclusion)}</span> {HtmlText.Of(VerdictWords.Whole(verdict, words))}</p>");
        if (finding.Severity != Severity.Info)
            _evidence.Write(html, found);
        WriteCells(html, finding);
        WriteReasons(html, finding);
        html.WriteLine("</article>");
    }

    public static string ClassOf(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };

    private void WriteBar(TextWriter html, ReportedFinding found)
    {
        string before = found.Number > 1 ? $"<a href=\"#f{found.Number - 1}\">← {HtmlText.Of(words.Say("上一项", "Previous"))}</a>" : "";
        string after = found.Number < subject.Findings.Length ? $"<a href=\"#f{found.Number + 1}\">{HtmlText.Of(words.Say("下一项", "Next"))} →</a>" : "";
        html.WriteLine($"<div class=\"bar\"><b>{HtmlText.Of(words.Finding(found.Number))}</b><span class=\"tag severity\">{HtmlText.Of(words.Of(found.Finding.Severity))}</span><span>{HtmlText.Of(found.Finding.Rule)}</span><span class=\"ways\">{before}{after}</span></div>");
    }

    /// <summary>What is printed, and what would settle it.</summary>
    private void WriteSuggestion(TextWriter html, Suspect suspect)
    {
        string? instead = suspect.SuggestedCode ?? (suspect.Suggested is { } amount ? FindingText.Amount(amount) : null);
        string? printed = suspect.SuggestedCode is null ? suspect.Cell.Amount is { } value ? FindingText.Amount(value) : suspect.Cell.Text : suspect.Cell.Code;
        html.Write($"<p class=\"fix\"><span>{HtmlText.Of(words.Suspect)}</span><span>{HtmlText.Of(_names.Of(suspect.Cell with { Amount = null, Page = null }))}</span>");
        if (!string.IsNullOrEmpty(printed))
            html.Write($"<span>{HtmlText.Of(words.Say("印作", "printed"))} <b class=\"was\">{HtmlText.Of(printed)}</b></span>");
        if (instead is not null)
            html.Write($"<span>{HtmlText.Of(words.Say("建议", "suggested"))} <b class=\"is\">{HtmlText.Of(instead)}</b></span>");
        html.WriteLine("</p>");
    }

    private void WriteCells(TextWriter html, Finding finding)
    {
        if (finding.Cells.IsEmpty)
            return;
        html.WriteLine($"<div class=\"scroll\" tabindex=\"0\"><table><caption>{HtmlText.Of(words.Cells)}</caption><thead><tr><th scope=\"col\">{HtmlText.Of(words.Cells)}</th><th scope=\"col\">{HtmlText.Of(words.Amount)}</th><th scope=\"col\">{HtmlText.Of(words.Page)}</th></tr></thead><tbody>");
        foreach (CellReference cell in finding.Cells)
        {
            string page = cell is { Page: { } number, Year: null } ? subject.PageLink(number) is { } link ? $"<a href=\"{HtmlText.Of(link)}\">{number}</a>" : $"{number}" : "";
            html.WriteLine($"<tr><td>{HtmlText.Of(_names.Of(cell with { Amount = null, Page = null }))}</td><td class=\"n\">{(cell.Amount is { } amount ? HtmlText.Of(FindingText.Amount(amount)) : HtmlText.Of(words.Say("空", "blank")))}</td><td class=\"n\">{page}</td></tr>");
        }

        html.WriteLine("</tbody></table></div>");
    }

    /// <summary>The sum, the relations that fail, why it is no error, what the second reader says, and the other cells that it may be.</summary>
    private void WriteReasons(TextWriter html, Finding finding)
    {
        foreach (string? line in (string?[])[FindingText.Sum(finding, words), FindingText.Witness(finding, words)])
            if (line is not null)
                html.WriteLine($"<p class=\"note\">{HtmlText.Of(line)}</p>");
        foreach (Reservation reservation in finding.Reservations.Where(reservation => reservation.Kind != ReservationKind.Witness))
            html.WriteLine($"<p class=\"note\">{HtmlText.Of(words.Say("未作为错误：", "Not called an error: ") + reservation.Reason)}</p>");
        if (finding.Suspects.Length > 1)
            html.WriteLine($"<p class=\"note\">{HtmlText.Of(words.Say("也可能是：", "It may also be: ") + string.Join(words.Say("；", "; "), finding.Suspects.Skip(1).Take(3).Select(suspect => FindingText.Suspected(suspect, _names, words))))}</p>");
        if (finding.Relations.IsEmpty)
            return;
        bool folded = finding.Relations.Length > Listed;
        html.WriteLine($"<details{(folded ? "" : " open")}><summary>{HtmlText.Of(words.Say($"不符的勾稽关系（{finding.Relations.Length}）", $"Relations that fail ({finding.Relations.Length})"))}</summary><ul class=\"plain\">");
        foreach (FailedRelation relation in finding.Relations)
            html.WriteLine($"<li>{HtmlText.Of(relation.Rule)} {HtmlText.Of(relation.Sentence)}</li>");
        html.WriteLine("</ul></details>");
    }
}
