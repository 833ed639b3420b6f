using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Ingest.App.Survey;
using Ingest.App.Words;
using Ingest.Contract.Text;

namespace Ingest.App.Tests.Reports;

public sealed class SurveyWriterTests : IDisposable
{
    private static readonly XNamespace _main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly ReportWords _words = new(Language.Chinese);

    private static readonly SurveyColumn[] _columns = [new("body", "编制部门"), new("amount", "金额"), new("severity", "程度"), new("inDoubt", "存疑")];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_workbook_has_a_sheet_per_table_with_numbers_as_numbers()
    {
        new XlsxSurvey(_words).Write([Table("某某局", 534.20m, Severity.Error, true), Table()], _folder.File("s.xlsx"));

        Assert.Equal(["甲表", "甲表 (2)"], Sheets("s.xlsx"));
        XElement[] cells = [.. Sheet("s.xlsx", 1).Descendants(_main + "row").ElementAt(1).Elements()];
        Assert.Equal(["某某局", "534.20", "错误", "✓"], cells.Select(cell => cell.Value));
        Assert.Equal(["inlineStr", null, "inlineStr", "inlineStr"], cells.Select(cell => (string?)cell.Attribute("t")));
        Assert.Single(Sheet("s.xlsx", 2).Descendants(_main + "row"));
    }

    [Fact]
    public void A_year_is_written_without_separators()
    {
        new XlsxSurvey(_words).Write([new SurveyTable("one", "甲表", [new("year", "年度")], [[2024]])], _folder.File("s.xlsx"));

        XElement cell = Sheet("s.xlsx", 1).Descendants(_main + "row").ElementAt(1).Elements().Single();
        using ZipArchive zip = ZipFile.OpenRead(_folder.File("s.xlsx"));
        using Stream styles = zip.GetEntry("xl/styles.xml")!.Open();
        XElement style = XElement.Load(styles).Element(_main + "cellXfs")!.Elements().ElementAt((int)cell.Attribute("s")!);
        Assert.Equal(("2024", "0"), (cell.Value, (string?)style.Attribute("numFmtId")));
    }

    [Fact]
    public void A_table_longer_than_a_sheet_goes_on_in_the_next_under_the_same_heading()
    {
        new XlsxSurvey(_words, maxRows: 2).Write([Table([.. Enumerable.Range(1, 5).Select(i => new object?[] { $"局{i}", (decimal)i, Severity.Info, false })])], _folder.File("s.xlsx"));

        Assert.Equal(["甲表", "甲表 (2)", "甲表 (3)"], Sheets("s.xlsx"));
        Assert.Equal([3, 3, 2], Enumerable.Range(1, 3).Select(i => Sheet("s.xlsx", i).Descendants(_main + "row").Count()));
        Assert.Equal("编制部门", Sheet("s.xlsx", 3).Descendants(_main + "row").First().Elements().First().Value);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1+2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    public void Text_of_a_document_never_becomes_a_formula(string text)
    {
        new XlsxSurvey(_words).Write([Table(text, 1m, Severity.Error, true)], _folder.File("s.xlsx"));
        new CsvSurvey(_words).Write([Table(text, 1m, Severity.Error, true)], _folder.File("csv"));

        Assert.Empty(Sheet("s.xlsx", 1).Descendants(_main + "f"));
        string cell = File.ReadAllLines(_folder.File("csv", "one.csv"))[1].TrimStart('"');
        Assert.StartsWith("'", cell, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_is_a_file_per_table_that_Excel_opens_as_utf8()
    {
        new CsvSurvey(_words).Write([Table("某某局", 534.20m, Severity.Warning, false)], _folder.File("csv"));

        byte[] bytes = File.ReadAllBytes(_folder.File("csv", "one.csv"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("编制部门,金额,程度,存疑\r\n某某局,534.20,存疑,\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public void Json_has_the_names_of_the_output_contract_and_null_for_what_is_not_there()
    {
        using var output = new MemoryStream();
        new JsonSurvey(output).Write([Table(null, null, Severity.Info, false)], null);

        JsonNode row = JsonNode.Parse(output.ToArray())!["one"]![0]!;
        Assert.Equal("""{"body":null,"amount":null,"severity":"info","inDoubt":false}""", row.ToJsonString());
    }

    [Fact]
    public void Statements_and_columns_have_their_names_in_a_workbook_and_their_keys_where_programs_read()
    {
        using var json = new MemoryStream();
        object?[] row = [new Named("T05", "T05 一般公共预算支出表"), 1m, Severity.Info, false];

        new XlsxSurvey(_words).Write([Table(row)], _folder.File("s.xlsx"));
        new CsvSurvey(_words).Write([Table(row)], _folder.File("csv"));
        new JsonSurvey(json).Write([Table(row)], null);

        Assert.Equal("T05 一般公共预算支出表", Sheet("s.xlsx", 1).Descendants(_main + "row").ElementAt(1).Elements().First().Value);
        Assert.StartsWith("T05,", File.ReadAllLines(_folder.File("csv", "one.csv"))[1], StringComparison.Ordinal);
        Assert.Equal("T05", (string)JsonNode.Parse(json.ToArray())!["one"]![0]!["body"]!);
    }

    private static SurveyTable Table(params object?[] row) => Table(row.Length == 0 ? [] : new[] { row });

    private static SurveyTable Table(object?[][] rows) => new("one", "甲表", _columns, rows);

    private string[] Sheets(string name) => [.. Part(name, "xl/workbook.xml").Descendants(_main + "sheet").Select(sheet => (string)sheet.Attribute("name")!)];

    private XElement Sheet(string name, int number) => Part(name, $"xl/worksheets/sheet{number}.xml");

    private XElement Part(string name, string part)
    {
        using ZipArchive zip = ZipFile.OpenRead(_folder.File(name));
        using Stream stream = zip.GetEntry(part)!.Open();
        return XElement.Load(stream);
    }
}
