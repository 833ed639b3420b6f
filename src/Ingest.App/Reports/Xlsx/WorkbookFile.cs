using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// A workbook written sheet by sheet to temporary files, then put together with fixed time stamps, so
/// that the same contents give the same bytes. The memory it takes does not depend on the sheets: the
/// library keeps whole parts in memory, so what is in the sheets goes past it.
/// </summary>
internal sealed class WorkbookFile : IDisposable
{
    private readonly FileStream _frame = Temporary();

    private readonly FileStream _contents = Temporary();

    private readonly SpreadsheetDocument _document;

    private readonly ZipArchive _sheets;

    private readonly WorkbookPart _workbook;

    private readonly StyleSheet _styles = new();

    private readonly List<(SheetPlan Plan, int Rows)> _plans = [];

    public WorkbookFile(WorkbookProperties properties)
    {
        _document = SpreadsheetDocument.Create(_frame, SpreadsheetDocumentType.Workbook);
        // Ids are given everywhere, because the library would make random ones.
        _workbook = _document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "workbook");
        properties.AddTo(_document);
        _sheets = new ZipArchive(_contents, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <param name="plan">Its name must be one that no other sheet has.</param>
    public void AddSheet(SheetPlan plan, Action<SheetWriter> write)
    {
        var part = _workbook.AddNewPart<WorksheetPart>($"sheet{_plans.Count + 1}");
        using Stream content = _sheets.CreateEntry(EntryName(part), CompressionLevel.Fastest).Open();
        using var sheet = new SheetWriter(plan, part, content, _styles);
        write(sheet);
        _plans.Add((plan, sheet.Row));
    }

    /// <summary>Finishes the workbook and copies it; nothing can be added afterwards.</summary>
    public void CopyTo(Stream output)
    {
        _workbook.Workbook = new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(_plans.Select((sheet, i) => new Sheet { Name = sheet.Plan.Name, SheetId = (uint)i + 1, Id = $"sheet{i + 1}" })),
            new DefinedNames(_plans.SelectMany((sheet, i) => NamesOf(sheet.Plan, sheet.Rows, (uint)i))),
            new CalculationProperties { CalculationId = 191029, FullCalculationOnLoad = true });
        _styles.Write(_workbook);
        _document.Dispose();
        _sheets.Dispose();
        FixedArchive.Copy(_frame, _contents, output);
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

    /// <summary>What is printed of a sheet, what every page begins with, and where its filter is: names that programs know (ECMA-376 part 1, 18.2.5).</summary>
    private static IEnumerable<DefinedName> NamesOf(SheetPlan plan, int rows, uint sheet)
    {
        string quoted = SheetNames.Quoted(plan.Name), last = CellAddress.Letters(plan.Columns.Count(column => !column.Hidden));
        if (plan.FilterRow is { } filter)
            yield return new DefinedName($"{quoted}$A${filter}:${last}${Math.Max(filter, rows)}") { Name = "_xlnm._FilterDatabase", LocalSheetId = sheet, Hidden = true };
        if (rows > 0)
            yield return new DefinedName($"{quoted}$A$1:${last}${rows}") { Name = "_xlnm.Print_Area", LocalSheetId = sheet };
        string[] titles =
        [
            .. plan.HeadColumns > 0 ? (string[])[$"{quoted}$A:${CellAddress.Letters(plan.HeadColumns)}"] : [],
            .. plan.HeadRows > 0 ? (string[])[$"{quoted}$1:${plan.HeadRows}"] : [],
        ];
        if (titles.Length > 0)
            yield return new DefinedName(string.Join(',', titles)) { Name = "_xlnm.Print_Titles", LocalSheetId = sheet };
    }
}
