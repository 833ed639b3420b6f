using System.Text;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pictures;

namespace Ingest.App.Reports.Html;

/// <summary>The page as printed at the place of a finding, with the title and the column heads of its table in sight.</summary>
internal sealed class Evidence(ReportSubject subject, ReportWords words)
{
    /// <summary>Pages shown for one finding; the rest is named in words.</summary>
    private const int MostPages = 3;

    /// <summary>Points shown around the cells.</summary>
    private const float Margin = 26;

    /// <summary>A title and the heads of columns take no more points above the first row.</summary>
    private const float Heads = 130;

    /// <summary>Up to so many points between the heads and the cells are shown as they are; of more, the heads are a picture of their own.</summary>
    private const float MostBetween = 150;

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

    private void Write(TextWriter html, int page, CellReference[] cells, HashSet<(int? Page, Box? Box)> suspects)
    {
        PictureMark[] marks = [.. cells.DistinctBy(cell => cell.Box).Select(cell => new PictureMark(
            cell.Box!.Value.Inflate(1.5f), suspects.Contains((cell.Page, cell.Box)) ? MarkStyle.Suspect : MarkStyle.Flagged, _names.Of(cell)))];
        string[] pictures = [.. RegionsOf(page, cells).Select(region => Draw(page, region, marks)).OfType<string>()];
        if (pictures.Length == 0)
            return;
        string where = words.Say($"第 {page} 页", $"Page {page}");
        string open = subject.PageLink(page) is { } link ? $"<a class=\"open\" href=\"{HtmlText.Of(link)}\">{HtmlText.Of(words.Say($"打开原件第 {page} 页", $"Open the PDF at page {page}"))}</a>" : "";
        string alternative = $"{where}: {string.Join(words.Say("；", "; "), cells.Select(_names.Of))}";
        html.WriteLine($"<figure><figcaption><span>{HtmlText.Of(where)}</span>{open}</figcaption>");
        foreach (string picture in pictures)
            html.WriteLine($"<div class=\"page\" role=\"img\" aria-label=\"{HtmlText.Of(alternative)}\">{picture}</div>");
        html.WriteLine("</figure>");
    }

    private string? Draw(int page, Box region, PictureMark[] marks) =>
        subject.Draw(new PictureRequest { Page = page, Region = region, WholeWidth = true, Marks = [.. marks], QuarterTurns = null }) is { } picture ? Encoding.UTF8.GetString(picture.Svg.Span) : null;

    /// <summary>One region, or the heads and the cells apart. A page that is turned is shown around its cells.</summary>
    private IEnumerable<Box> RegionsOf(int page, CellReference[] cells)
    {
        Box marked = cells.Select(cell => cell.Box!.Value).Aggregate((a, b) => a.Union(b)).Inflate(Margin);
        if (HeadsOf(page, cells) is not { } heads)
            yield return marked;
        else if (heads.Bottom - marked.Top <= MostBetween)
            yield return heads.Union(marked);
        else
        {
            yield return heads;
            yield return marked;
        }
    }

    /// <summary>From the first row of the table on this page upwards, no farther than the table above it.</summary>
    private Box? HeadsOf(int page, CellReference[] cells)
    {
        var ids = cells.Select(cell => cell.Statement).ToHashSet(StringComparer.Ordinal);
        StatementRow[] rows = [.. subject.Document.Statements.SelectMany(statement => statement.Rows).Where(row => row.Page == page)];
        StatementRow[] own = [.. subject.Document.Statements.Where(statement => ids.Contains(statement.Id)).SelectMany(statement => statement.Rows).Where(row => row.Page == page)];
        if (own.Length == 0)
            return null;
        StatementRow first = own.MaxBy(row => row.Box.Top)!;
        float above = rows.Where(row => row.Box.Bottom >= first.Box.Top).Select(row => row.Box.Bottom).DefaultIfEmpty(float.MaxValue).Min();
        return new Box(first.Box.Left, first.Box.Bottom, first.Box.Right, Math.Min(first.Box.Top + Heads, above));
    }
}
