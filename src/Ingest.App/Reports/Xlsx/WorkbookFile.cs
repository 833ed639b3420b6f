using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ingest.App.Words;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// A workbook written sheet by sheet to temporary files, then put together with fixed time stamps, so
/// that the same contents give the same bytes. The memory it takes does not depend on the sheets: the
/// library keeps whole parts in memory, so what is in the sheets goes past it.
/// </summary>
internal sealed class WorkbookFile : IDisposable
{
    /// <summary>The earliest instant that a ZIP entry can carry.</summary>
    private static readonly DateTimeOffset _stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FileStream _frame = Temporary();

    private readonly FileStream _contents = Temporary();

    private readonly SpreadsheetDocument _document;

    private readonly ZipArchive _sheets;

    private readonly WorkbookPart _workbook;

    private readonly StyleSheet _styles = new();

    private readonly List<string> _names = [];

    public WorkbookFile()
    {
        _document = SpreadsheetDocument.Create(_frame, SpreadsheetDocumentType.Workbook);
        // Ids are given everywhere, because the library would make random ones.
        _workbook = _document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "workbook");
        _sheets = new ZipArchive(_contents, ZipArchiveMode.Create, leaveOpen: true);
    }

    public void AddSheet(string name, IReadOnlyList<double> widths, int frozenRows, Action<SheetWriter> write)
    {
        var part = _workbook.AddNewPart<WorksheetPart>($"sheet{_names.Count + 1}");
        using (Stream content = _sheets.CreateEntry(EntryName(part), CompressionLevel.Fastest).Open())
        using (var sheet = new SheetWriter(part, content, _styles, widths, frozenRows))
            write(sheet);
        _names.Add(Distinct(name));
    }

    /// <summary>Finishes the workbook and copies it; nothing can be added afterwards.</summary>
    public void CopyTo(Stream output)
    {
        _workbook.Workbook = new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(_names.Select((name, i) => new Sheet { Name = name, SheetId = (uint)i + 1, Id = $"sheet{i + 1}" })),
            new CalculationProperties { CalculationId = 191029, FullCalculationOnLoad = true });
        _styles.Write(_workbook);
        _document.Dispose();
        _sheets.Dispose();
        using var frame = new ZipArchive(_frame, ZipArchiveMode.Read, leaveOpen: true);
        using var contents = new ZipArchive(_contents, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ZipArchiveEntry entry in frame.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            ZipArchiveEntry copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = _stamp;
            using Stream from = (contents.GetEntry(entry.FullName) ?? entry).Open();
            using Stream to = copy.Open();
            from.CopyTo(to);
        }
    }

    public void Dispose()
    {
        _document.Dispose();
        _sheets.Dispose();
        _frame.Dispose();
        _contents.Dispose();
    }

    private static FileStream Temporary() =>
        new(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    private static string EntryName(WorksheetPart part) => part.Uri.OriginalString.TrimStart('/');

    /// <summary>Sheet names are at most 31 characters, without []:*?/\ or an apostrophe at either end, and unique whatever their case.</summary>
    private string Distinct(string name)
    {
        string clean = string.Concat(SafeText.Of(name).Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim('\'', ' ');
        string candidate = SafeText.Cut(clean, 31).TrimEnd('\'');
        for (int i = 2; _names.Contains(candidate, StringComparer.OrdinalIgnoreCase); i++)
            candidate = $"{SafeText.Cut(clean, 31 - $" ({i})".Length)} ({i})";
        return candidate;
    }
}
