using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ingest.App.Reports;
using Ingest.App.Reports.Xlsx;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Tables;
using Xunit.Abstractions;

namespace Ingest.App.Tests.Reports;

/// <summary>
/// LibreOffice opens working papers from which the results of all formulas were taken, and computes them: each must come to what
/// the program wrote. <c>INGEST_PAPERS=FOLDER</c> does so for every PDF of a folder.
/// </summary>
public sealed partial class RecalculationTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LibreOfficeFact]
    public void Every_formula_comes_to_what_was_written()
    {
        string[] files = Environment.GetEnvironmentVariable("INGEST_PAPERS") is { Length: > 0 } folder
            ? [.. Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal)]
            : [Path.Combine(Repository.Root, "fixtures", "faults", "digit-typo-t05.pdf"), Path.Combine(Repository.Root, "fixtures", "pair-2024", "pair-2024.pdf")];
        string[] papers = [.. files.Select(Paper)];
        Recalculate(papers);
        var wrong = new List<string>();
        foreach (string paper in papers)
        {
            Dictionary<string, string> written = Formulas(paper), computed = Values(Path.Combine(_folder.Path, "out", Path.GetFileName(paper)));
            string[] differ = [.. written.Where(cell => !IsSame(cell.Value, computed.GetValueOrDefault(cell.Key, ""))).Select(cell => $"{Path.GetFileName(paper)} {cell.Key}: {cell.Value} ≠ {computed.GetValueOrDefault(cell.Key)}")];
            output.WriteLine($"{Path.GetFileName(paper)}: {written.Count} formulas, {differ.Length} differ");
            wrong.AddRange(differ);
        }

        Assert.Empty(wrong);
    }

    private string Paper(string pdf)
    {
        BudgetDocument document = new DocumentPipeline(new BuiltInPdfReader(), new TableFinder(), LayoutCatalog.Embedded)
            .Process(Path.GetFileName(pdf), File.ReadAllBytes(pdf), new ProcessingOptions(ReadingOptions.Default, Language.Chinese));
        string path = _folder.File(Path.GetFileNameWithoutExtension(pdf) + ".xlsx");
        using FileStream file = File.Create(path);
        new XlsxReport().Write(new ReportSubject(document, _ => null), new ReportWords(Language.Chinese), file);
        return path;
    }

    /// <summary>Copies without results go to LibreOffice, so that what it shows it has computed itself.</summary>
    private void Recalculate(string[] papers)
    {
        string bare = Directory.CreateDirectory(Path.Combine(_folder.Path, "bare")).FullName;
        foreach (string paper in papers)
        {
            using ZipArchive from = ZipFile.OpenRead(paper);
            using ZipArchive to = ZipFile.Open(Path.Combine(bare, Path.GetFileName(paper)), ZipArchiveMode.Create);
            foreach (ZipArchiveEntry entry in from.Entries)
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                using var writer = new StreamWriter(to.CreateEntry(entry.FullName).Open(), new UTF8Encoding(false));
                writer.Write(Result().Replace(reader.ReadToEnd(), "$1"));
            }
        }

        var start = new ProcessStartInfo(LibreOfficeFactAttribute.Program,
            ["--headless", $"-env:UserInstallation=file://{_folder.Path}/profile", "--convert-to", "xlsx", "--outdir", Path.Combine(_folder.Path, "out"), .. Directory.EnumerateFiles(bare)])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }

    private static Dictionary<string, string> Formulas(string path) => Read(path, cell => cell.CellFormula is not null);

    private static Dictionary<string, string> Values(string path) => Read(path, _ => true);

    private static Dictionary<string, string> Read(string path, Func<Cell, bool> wanted)
    {
        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(path, isEditable: false);
        string[] shared = [.. workbook.WorkbookPart!.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Sheet sheet in workbook.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>())
            foreach (Cell cell in ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Cell>().Where(wanted))
                values[$"{sheet.Name}!{cell.CellReference}"] = cell.DataType?.Value == CellValues.SharedString
                    ? shared[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)] : cell.CellValue?.Text ?? "";
        return values;
    }

    private static bool IsSame(string one, string other) =>
        double.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out double a) && double.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out double b)
            ? Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Abs(a)) : one == other;

    [GeneratedRegex("(<x:f>[^<]*</x:f>)<x:v>[^<]*</x:v>")]
    private static partial Regex Result();
}
