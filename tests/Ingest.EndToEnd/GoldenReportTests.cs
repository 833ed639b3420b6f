using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.EndToEnd;

/// <summary>
/// One report of each format as files that people can read: fixtures/reports, where README.md says what was
/// looked at. A change of these files is a change of what auditors file; look at them again before taking it.
/// </summary>
public sealed partial class GoldenReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-golden-").FullName;

    /// <summary>A report leads to its PDF by where that lies: beside it, as here.</summary>
    public GoldenReportTests() => File.Copy(IngestProgram.Fixture("faults/digit-typo-t05.pdf"), Pdf);

    private string Pdf => Path.Combine(_folder, "digit-typo-t05.pdf");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("text", "zh", "digit-typo-t05.zh.txt")]
    [InlineData("text", "en", "digit-typo-t05.en.txt")]
    [InlineData("csv", "zh", "digit-typo-t05.csv")]
    [InlineData("html", "zh", "digit-typo-t05.html")]
    [InlineData("json", "zh", "digit-typo-t05.json")]
    public void A_report_is_the_one_that_was_looked_at(string format, string language, string golden)
    {
        string made = Path.Combine(_folder, golden);

        IngestProgram.Run("report", Pdf, "--format", format, "--lang", language, "-o", made);

        // The pictures of pages are looked at and measured by themselves: see src/Ingest.Pdf.PdfPig/README.md.
        Assert.Equal(File.ReadAllText(Golden(golden)), Picture().Replace(WithoutVersion(File.ReadAllText(made)), "<svg/>"));
    }

    [Fact]
    public void A_workbook_has_the_parts_of_the_one_that_was_looked_at()
    {
        string made = Path.Combine(_folder, "made.xlsx");

        IngestProgram.Run("report", Pdf, "--format", "xlsx", "-o", made);

        Assert.Equal(Parts(Golden("digit-typo-t05.xlsx")), Parts(made));
    }

    private static string Golden(string name) => IngestProgram.Fixture(Path.Combine("reports", name));

    /// <summary>Names and contents; how they are compressed is no matter.</summary>
    private static SortedDictionary<string, string> Parts(string path)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using ZipArchive zip = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            parts[entry.FullName] = WithoutVersion(reader.ReadToEnd());
        }

        return parts;
    }

    /// <summary>Papers name the version and the commit of the program that made them.</summary>
    private static string WithoutVersion(string text) => Program().Replace(text, "ingest");

    [GeneratedRegex("<svg .*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex(@"ingest \d+\.\d+\.\d+(?:[+.\w-]|&#x2B;)*")]
    private static partial Regex Program();
}
