using System.Collections.Immutable;
using System.Text;
using Ingest.App.Pictures;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Contract.Text;

namespace Ingest.App.Reports.Html;

/// <summary>The page as printed at the place of a finding, with the title and the column heads of its table in sight.</summary>
internal sealed class EvidenceFigures(ReportSubject subject, ReportWords words)
{
    /// <summary>Pages shown for one finding; the rest is named in words.</summary>
    private const int MostPages = 3;

    /// <summary>Points shown above and below the cells where a page is drawn as it was read.</summary>
    private const float Margin = 40;

    private readonly CellNames _names = new(subject.Document, words);

    public void Write(TextWriter html, ReportedFinding found)
    {
        Finding finding = found.Finding;
        var suspects = finding.Suspects.Take(1).Select(suspect => (suspect.Cell.Page, suspect.Cell.Box)).ToHashSet();
        var pages = finding.Cells.Where(cell => cell is { Page: not null, Box: not null, Year: null })
            .GroupBy(cell => cell.Page!.Value).OrderByDescending(page => page.Any(cell => suspects.Contains((cell.Page, cell.Box)))).Take(MostPages);
        foreach (IGrouping<int, CellReference> page in pages)
            Write(html, page.Key, [.. page], suspects);
    }

    /// <param name="cells">Of that page, each with its box.</param>
    public void Write(TextWriter html, int page, IReadOnlyList<CellReference> cells) => Write(html, page, cells, []);

    private void Write(TextWriter html, int page, IReadOnlyList<CellReference> cells, HashSet<(int? Page, Box? Box)> suspects)
    {
        ImmutableArray<PictureMark> marks = [.. cells.DistinctBy(cell => cell.Box).Select(cell => new PictureMark(
            cell.Box!.Value, suspects.Contains((cell.Page, cell.Box)) ? MarkStyle.Suspect : MarkStyle.Flagged, _names.Of(cell)))];
        if (subject.ReadPage(page) is not { } read)
            return;
        PagePicture?[] drawn = [.. EvidencePictures.Of(subject.Document, subject.ReadPage, page, marks).Select(subject.Draw)];
        bool asPrinted = drawn.All(picture => picture is not null);
        string where = words.Say($"第 {page} 页", $"Page {page}") + (asPrinted ? "" : words.Say("（按读取结果绘制）", " (drawn as it was read)"));
        string open = subject.PageLink(page) is { } link ? $"<a class=\"open\" href=\"{HtmlText.Of(link)}\">{HtmlText.Of(words.Say($"打开原件第 {page} 页", $"Open the PDF at page {page}"))}</a>" : "";
        string alternative = $"{where}: {string.Join(words.Say("；", "; "), cells.Select(_names.Of))}";
        html.WriteLine($"<figure><figcaption><span>{HtmlText.Of(where)}</span>{open}</figcaption>");
        foreach (string picture in asPrinted ? drawn.Select(picture => Encoding.UTF8.GetString(picture!.Svg.Span)) : [AsRead(read, marks)])
            html.WriteLine($"<div class=\"page\" tabindex=\"0\" role=\"img\" aria-label=\"{HtmlText.Of(alternative)}\">{picture}</div>");
        // A part that is missing in a picture might be taken for blank paper.
        foreach (Diagnostic lack in drawn.OfType<PagePicture>().SelectMany(picture => picture.Diagnostics).Distinct())
            html.WriteLine($"<p><small>{HtmlText.Of(lack.Message.In(words.Language))}</small></p>");
        html.WriteLine("</figure>");
    }

    private static string AsRead(Page page, ImmutableArray<PictureMark> marks) => PageSvg.DrawStrip(
        page, [.. marks.Select(mark => new Highlight(mark.Box.Inflate(1.5f), mark.Style == MarkStyle.Suspect ? "suspect" : "flagged", mark.Label))], Margin);
}
