using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Ingest.EndToEnd;

/// <summary>A reviewer fills in the working paper that a run wrote; what was typed reaches the store, every report and the export.</summary>
public sealed class WorkbookVerdictTests : IDisposable
{
    private static readonly XNamespace _main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Installation _place = new("""{ "reports": { "formats": ["xlsx", "html", "json", "csv", "text"] } }""");

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_verdict_typed_into_the_workbook_is_in_every_report_the_list_and_the_export()
    {
        _place.Run("run", IngestProgram.Fixture("faults/digit-typo-t05.pdf"));
        // Rows are head lines, then the findings, the gravest first: the planted fault, then doubts.
        Fill(Report("xlsx"), 4, "属实", "单位来电确认应为6.06", "张三");
        Fill(Report("xlsx"), 5, "待查", "口径待问", "张三");

        Outcome taken = _place.Run("verdict", "--from", Report("xlsx"));

        Assert.Equal((0, ""), (taken.ExitCode, taken.Error));
        Assert.Contains("记录 2 项", taken.Output, StringComparison.Ordinal);
        JsonNode[] findings = [.. JsonNode.Parse(File.ReadAllText(Report("json")))!["findings"]!.AsArray()!];
        JsonNode verdict = findings.Single(finding => (string)finding["severity"]! == "error")["verdict"]!;
        Assert.Equal(("confirmed", "单位来电确认应为6.06", "张三"), ((string)verdict["status"]!, (string)verdict["note"]!, (string)verdict["who"]!));
        Assert.Equal(2, findings.Count(finding => finding["verdict"] is not null));
        foreach (string format in (string[])["html", "csv", "txt"])
            Assert.All((string[])["属实", "单位来电确认应为6.06", "待查", "口径待问", "张三"], text => Assert.Contains(text, File.ReadAllText(Report(format)), StringComparison.Ordinal));
        Assert.Equal(["属实", "单位来电确认应为6.06", "张三"], Cells(Report("xlsx"), "F4", "G4", "H4"));
        // Somebody has to look further: that is not reviewed.
        Assert.Contains($"已复核 1/{findings.Length}", _place.Run("list").Output, StringComparison.Ordinal);
        JsonNode[] exported = [.. JsonNode.Parse(_place.Run("export", "-f", "json").Output)!["findings"]!.AsArray()!];
        Assert.Equal([("confirmed", "张三"), ("pending", "张三")], exported.Where(row => (string)row["verdict"]! != "open").Select(row => ((string)row["verdict"]!, (string)row["who"]!)).Order());
        // The same paper again says nothing new.
        Assert.Contains("记录 0 项", _place.Run("verdict", "--from", Report("xlsx")).Output, StringComparison.Ordinal);
    }

    private string Report(string ending) => Assert.Single(_place.Files("reports"), path => path.EndsWith("." + ending, StringComparison.Ordinal));

    /// <summary>Types into the reviewer's columns from F on.</summary>
    private static void Fill(string path, int row, params string[] texts)
    {
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Update);
        ZipArchiveEntry entry = Sheet(zip);
        XElement sheet = Load(entry);
        for (int i = 0; i < texts.Length; i++)
        {
            XElement cell = Cell(sheet, $"{(char)('F' + i)}{row}");
            cell.SetAttributeValue("t", "inlineStr");
            cell.ReplaceNodes(new XElement(_main + "is", new XElement(_main + "t", texts[i])));
        }

        entry.Delete();
        using Stream written = zip.CreateEntry(entry.FullName).Open();
        sheet.Save(written);
    }

    private static string[] Cells(string path, params string[] addresses)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        XElement sheet = Load(Sheet(zip));
        return [.. addresses.Select(address => Cell(sheet, address).Value)];
    }

    private static XElement Cell(XElement sheet, string address) => sheet.Descendants(_main + "c").Single(cell => (string?)cell.Attribute("r") == address);

    /// <summary>疑点 is the second sheet.</summary>
    private static ZipArchiveEntry Sheet(ZipArchive zip) => zip.GetEntry("xl/worksheets/sheet2.xml")!;

    private static XElement Load(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        return XElement.Load(stream);
    }
}
