using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ingest.App.Reports;
using Ingest.App.Reports.Html;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Pictures;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Tests.Reports;

/// <summary>The page of the seed with 6.06 printed as 6.66 in T05: one error, five doubts, three notes.</summary>
public class HtmlReportTests
{
    private static readonly BudgetDocument _document = FixtureDocument.Read("faults/digit-typo-t05.pdf");

    [Fact]
    public void A_finding_has_its_sentence_what_is_printed_and_suggested_and_links_to_its_pages()
    {
        string first = Article(Page(), 1);

        Assert.Contains("错误", first, StringComparison.Ordinal);
        Assert.Contains("<b class=\"was\">6.66</b>", first, StringComparison.Ordinal);
        Assert.Contains("<b class=\"is\">6.06</b>", first, StringComparison.Ordinal);
        Assert.Contains("href=\"a%20b.pdf#page=9\"", first, StringComparison.Ordinal);
        Assert.Contains("href=\"a%20b.pdf#page=7\"", first, StringComparison.Ordinal);
        Assert.Contains("href=\"#f2\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#f0\"", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_within_the_page_leads_somewhere_and_no_id_stands_twice()
    {
        string page = Page();
        string[] ids = [.. Regex.Matches(page, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];

        Assert.Equal(ids.Distinct().Count(), ids.Length);
        Assert.Empty(Regex.Matches(page, "href=\"#([^\"]+)\"").Select(match => match.Groups[1].Value).Except(ids));
    }

    [Fact]
    public void Each_box_of_the_filter_hides_the_findings_it_counts()
    {
        string page = Page();

        Assert.Equal(9, Regex.Count(page, "<article class=\"finding "));
        foreach (Match box in Regex.Matches(page, "id=\"([srv][0-9]+)\" checked><span>[^<]*</span><span class=\"count\">([0-9]+)"))
        {
            string name = box.Groups[1].Value;
            Assert.Contains($"body:has(#{name}:not(:checked)) .finding.{name}:not(:target){{display:none}}", page, StringComparison.Ordinal);
            Assert.Equal(box.Groups[2].Value, Regex.Count(page, $"<article class=\"finding [a-z]+ [^\"]*\\b{name}\\b").ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        // Three severities, eight rules.
        Assert.Equal(11, Regex.Count(page, "type=\"checkbox\""));
    }

    [Fact]
    public void The_page_with_the_accused_cell_is_shown_first_with_that_cell_as_the_suspect()
    {
        var asked = new List<PictureRequest>();

        string page = Page(request =>
        {
            asked.Add(request);
            return new PagePicture(Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), 1, 1, default, 0, []);
        });

        Finding error = _document.Findings.Single(finding => finding.Severity == Severity.Error);
        // T05 begins on page 8 with its title and heads; 6.66 stands on page 9.
        Assert.Equal([8, 9, 7], asked.Take(3).Select(request => request.Page));
        Assert.Equal(error.Suspects[0].Cell.Box, asked[1].Marks.Single(mark => mark.Style == MarkStyle.Suspect).Box);
        Assert.Contains("role=\"img\" aria-label=\"第 9 页: T05 2101101 行政单位医疗", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_cannot_be_drawn_is_drawn_as_it_was_read_and_says_so() =>
        Assert.Contains("第 9 页（按读取结果绘制）", Article(Page(), 1), StringComparison.Ordinal);

    [Fact]
    public void A_verdict_is_shown_with_the_finding()
    {
        string accused = FindingFingerprint.Of(_document.Findings)[_document.Findings.IndexOf(_document.Findings.Single(finding => finding.Severity == Severity.Error))];
        var verdict = new Verdict(VerdictStatus.Dismissed, "<b>口径</b>", "张三", new DateTimeOffset(2025, 3, 4, 0, 0, 0, TimeSpan.Zero));

        string first = Article(Page(verdicts: new Dictionary<string, Verdict> { [accused] = verdict }), 1);

        Assert.Contains("排除，张三，2025-03-04：&lt;b&gt;口径&lt;/b&gt;", first, StringComparison.Ordinal);
        Assert.Contains("v2", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_document_becomes_markup_and_the_page_stays_well_formed()
    {
        const string Evil = "\"><script>alert(1)</script><img src=x onerror=alert(1)>&'";
        BudgetDocument made = MadeDocument.Create("aa".PadRight(64, '0'), body: Evil, findings: MadeDocument.Finding("X-01", message: Evil) with { Reservations = [new Reservation(ReservationKind.Witness, Evil)] });

        string page = Page(document: made with { Statements = [made.Statements[0] with { Title = Evil, Label = Evil, EmptyNote = Evil }] });

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        // Read as XML: tags are closed and attributes quoted, but for the void elements of the head and the boxes.
        XElement.Parse(Regex.Replace(page[page.IndexOf("<body", StringComparison.Ordinal)..].Replace("</html>", "", StringComparison.Ordinal), "(<input [^>]*?) checked>", "$1/>"));
    }

    [Fact]
    public void The_index_counts_every_document_and_names_what_could_not_be_read()
    {
        using var output = new MemoryStream();
        IndexEntry[] entries =
        [
            new("甲局", 2024, DocumentKind.Budget, DocumentLevel.Department, "a.pdf", 2, 1, 0, 1, 3, [("html", "2024/%E7%94%B2/a.html")], null),
            new("乙局", 2024, DocumentKind.Budget, null, "b.pdf", 0, 4, 2, null, 4, [], "已被替代"),
        ];

        IndexPage.Write(entries, [new IndexRefusal("c<d>.pdf", "设有密码")], new ReportWords(Language.Chinese), output);

        string page = Encoding.UTF8.GetString(output.ToArray());
        Assert.Contains("2 份文件：错误 2（在 1 份文件中），存疑 5；无法读取 1 个文件。", page, StringComparison.Ordinal);
        Assert.Contains("href=\"2024/%E7%94%B2/a.html\"", page, StringComparison.Ordinal);
        Assert.Contains(">1/3<", page, StringComparison.Ordinal);
        Assert.Contains("<b>c&lt;d&gt;.pdf</b> 设有密码", page, StringComparison.Ordinal);
    }

    private static string Article(string page, int number)
    {
        int start = page.IndexOf($"id=\"f{number}\"", StringComparison.Ordinal);
        return page[page.LastIndexOf("<article", start, StringComparison.Ordinal)..page.IndexOf("</article>", start, StringComparison.Ordinal)];
    }

    [Fact]
    public void What_a_picture_lacks_is_said_once_below_it()
    {
        var lack = new Diagnostic("image-not-drawn", Severity.Warning, new Phrase("有图像<未绘制>。", "An image was not drawn."), 9);

        string first = Article(Page(_ => new PagePicture("<svg/>"u8.ToArray(), 1, 1, default, 0, [lack])), 1);

        // Two pages, each with heads and rows: once for each page.
        Assert.Equal(2, Regex.Count(first, "<small>有图像&lt;未绘制&gt;。</small>"));
    }

    private static string Page(Func<PictureRequest, PagePicture?>? draw = null, IReadOnlyDictionary<string, Verdict>? verdicts = null, BudgetDocument? document = null)
    {
        using var output = new MemoryStream();
        new HtmlReport().Write(new ReportSubject(document ?? _document, number => document is null ? FixtureDocument.Page("faults/digit-typo-t05.pdf", number) : null, verdicts, "a%20b.pdf", draw: draw), new ReportWords(Language.Chinese) { Zone = TimeZoneInfo.Utc }, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
