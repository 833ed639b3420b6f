using System.IO.Compression;
using System.Xml.Linq;

namespace Ingest.EndToEnd;

public sealed class ReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_document_with_a_planted_fault_ends_with_code_3_and_names_the_cell()
    {
        Outcome outcome = IngestProgram.Run("report", Fault());

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("错误", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("最可能有误", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("never", 0)]
    [InlineData("warning", 3)]
    [InlineData("error", 0)]
    public void The_seed_fails_only_when_warnings_are_asked_to(string failOn, int exitCode) =>
        Assert.Equal(exitCode, IngestProgram.Run("report", Seed(), "--fail-on", failOn).ExitCode);

    [Fact]
    public void Messages_are_English_on_request()
    {
        Outcome outcome = IngestProgram.Run("report", Fault(), "--lang", "en");

        Assert.Contains("Most likely wrong", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1 error,", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_year_before_is_compared_with_the_file_of_its_body_and_year()
    {
        string now = IngestProgram.Fixture("pair-2024/pair-2024.pdf"), before = IngestProgram.Fixture("pair-2023/pair-2023.pdf");

        Assert.Contains("\"rule\": \"Y-01\",\n        \"consistent\": 32", IngestProgram.Run("report", now, "--prior", before, "--format", "json").Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("未与上年文件比较", IngestProgram.Run("report", now, "--prior", Seed()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_self_contained_well_formed_and_shows_the_place_of_each_finding()
    {
        string path = Path.Combine(_folder, "r.html");

        IngestProgram.Run("report", Fault(), "--format", "html", "-o", path);

        string html = File.ReadAllText(path);
        Assert.Contains("class=\"mark suspect\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" src=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html.Replace("url(#", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        string flagged = html[html.IndexOf("id=\"f1\"", StringComparison.Ordinal)..];
        Assert.Contains("<svg", flagged, StringComparison.Ordinal);
        Assert.Contains("href=\"#f1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_has_its_sheets_and_recomputes_totals_with_live_formulas()
    {
        string path = Path.Combine(_folder, "r.xlsx");

        IngestProgram.Run("report", Seed(), "--format", "xlsx", "-o", path);

        using ZipArchive zip = ZipFile.OpenRead(path);
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        string[] sheets = [.. Part(zip, "xl/workbook.xml").Descendants(main + "sheet").Select(sheet => (string)sheet.Attribute("name")!)];
        Assert.Equal(["封面", "疑点", "勾稽", "疑点明细"], sheets[..4]);
        Assert.Contains("核对规则", sheets);
        Assert.Equal(11, sheets.Count(name => name.StartsWith('T')));
        XElement t06 = Part(zip, $"xl/worksheets/sheet{Array.FindIndex(sheets, name => name.StartsWith("T06", StringComparison.Ordinal)) + 1}.xml");
        // 总计 159.24 is printed; its parts 118.60 + 40.63 add up to 159.23: the first row of data, columns D and E of the printed table.
        XElement total = t06.Descendants(main + "c").First(cell => cell.Element(main + "f") is not null);
        Assert.Equal("159.23", total.Element(main + "v")!.Value);
        Assert.Matches("^[A-Z]+[0-9]+\\+[A-Z]+[0-9]+", total.Element(main + "f")!.Value);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("html")]
    [InlineData("csv")]
    [InlineData("json")]
    public void The_same_document_gives_the_same_report_bytes(string format)
    {
        string first = Path.Combine(_folder, "a." + format), second = Path.Combine(_folder, "b." + format);

        IngestProgram.Run("report", Fault(), "-f", format, "-o", first);
        IngestProgram.Run("report", Fault(), "-f", format, "-o", second);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void Csv_begins_with_a_byte_order_mark_and_has_a_row_per_finding_and_amount()
    {
        string path = Path.Combine(_folder, "r.csv");

        IngestProgram.Run("report", Seed(), "-f", "csv", "-o", path);

        byte[] bytes = File.ReadAllBytes(path);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        string[] lines = File.ReadAllLines(path);
        Assert.Equal(185, lines.Count(line => line.StartsWith("金额,", StringComparison.Ordinal)));
    }

    [Fact]
    public void Names_and_numbers_of_contacts_are_masked_unless_asked_for()
    {
        string masked = Path.Combine(_folder, "m.json"), shown = Path.Combine(_folder, "s.json");

        IngestProgram.Run("report", Seed(), "-f", "json", "-o", masked);
        IngestProgram.Run("report", Seed(), "-f", "json", "-o", shown, "--show-contacts");

        Assert.DoesNotContain("13999202837", File.ReadAllText(masked), StringComparison.Ordinal);
        Assert.Contains("13999202837", File.ReadAllText(shown), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_without_a_place_to_go_is_wrong_usage() =>
        Assert.Equal(2, IngestProgram.Run("report", Seed(), "-f", "xlsx").ExitCode);

    private static string Seed() => IngestProgram.Fixture("seed-writer/seed-writer.pdf");

    private static string Fault() => Directory.EnumerateFiles(IngestProgram.Fixture("faults"), "*typo*.pdf").Order(StringComparer.Ordinal).First();

    private static XElement Part(ZipArchive zip, string name)
    {
        using Stream stream = zip.GetEntry(name)!.Open();
        return XElement.Load(stream);
    }

    /// <summary>Working papers say by what they were made, so that it can be had again.</summary>
    [Fact]
    public void The_program_names_its_version_and_the_commit_it_was_built_from() =>
        Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9a-z.]+)?\+[0-9a-f]{40}\s*$", IngestProgram.Run("--version").Output);
}
