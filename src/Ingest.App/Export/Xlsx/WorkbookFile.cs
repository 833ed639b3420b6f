using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ingest.App.Export.Xlsx;

/// <summary>
/// A workbook written sheet by sheet to a temporary file, then copied to its place with fixed time
/// stamps, so that the same contents give the same bytes.
/// </summary>
internal sealed class WorkbookFile : IDisposable
{
    /// <summary>The earliest instant that a ZIP entry can carry.</summary>
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FileStream temporary = new(
        Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    private readonly SpreadsheetDocument document;

    private readonly WorkbookPart workbook;

    private readonly StyleSheet styles = new();

    private readonly List<string> names = [];

    public WorkbookFile()
    {
        document = SpreadsheetDocument.Create(temporary, SpreadsheetDocumentType.Workbook);
        // Ids are given everywhere, because the library would make random ones.
        workbook = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "workbook");
    }

    public void AddSheet(string name, IReadOnlyList<double> widths, int frozenRows, Action<SheetWriter> write)
    {
        string id = $"sheet{names.Count + 1}";
        using (var sheet = new SheetWriter(workbook.AddNewPart<WorksheetPart>(id), styles, widths, frozenRows))
            write(sheet);
        names.Add(Distinct(name));
    }

    /// <summary>Finishes the workbook and copies it; nothing can be added afterwards.</summary>
    public void CopyTo(Stream output)
    {
        workbook.Workbook = new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(names.Select((name, i) => new Sheet { Name = name, SheetId = (uint)i + 1, Id = $"sheet{i + 1}" })),
            new CalculationProperties { CalculationId = 191029, FullCalculationOnLoad = true });
        styles.Write(workbook);
        document.Dispose();
        temporary.Position = 0;
        using var source = new ZipArchive(temporary, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ZipArchiveEntry entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            ZipArchiveEntry copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = Stamp;
            using Stream from = entry.Open();
            using Stream to = copy.Open();
            from.CopyTo(to);
        }
    }

    public void Dispose()
    {
        document.Dispose();
        temporary.Dispose();
    }

    /// <summary>Sheet names are at most 31 characters, without []:*?/\ and unique whatever their case.</summary>
    private string Distinct(string name)
    {
        string clean = string.Concat(name.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim('\'', ' ');
        string candidate = clean.Length <= 31 ? clean : clean[..31];
        for (int i = 2; names.Contains(candidate, StringComparer.OrdinalIgnoreCase); i++)
            candidate = $"{clean[..Math.Min(clean.Length, 27)]} ({i})";
        return candidate;
    }
}
