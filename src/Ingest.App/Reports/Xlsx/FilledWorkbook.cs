using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ingest.Contract.Text;

namespace Ingest.App.Reports.Xlsx;

/// <summary>What stands in the columns of the reviewer in one row of a working paper.</summary>
/// <param name="Number">Of the finding.</param>
/// <param name="Known">As <see cref="ReviewColumns.KnownOf"/> wrote it.</param>
/// <param name="Day">Null where none is written, or what is written is no day.</param>
internal sealed record FilledRow(string Number, string Fingerprint, string Known, string Status, string Note, string Who, DateOnly? Day);

/// <summary>A working paper that a reviewer has filled in, as any spreadsheet program saves it.</summary>
/// <param name="Sha256">Of the document that it is about.</param>
internal sealed record FilledWorkbook(string Sha256, IReadOnlyList<FilledRow> Rows)
{
    /// <summary>Unpacked; many times the working paper of the longest document known.</summary>
    private const long MostBytes = 256L << 20;

    private const int MostRows = 100_000;

    /// <summary>The nine printed columns and the two hidden ones.</summary>
    private const int Columns = 11;

    private const int StatusColumn = 5;

    /// <exception cref="UnfitWorkbookException">It is none of ours, or cannot be read.</exception>
    public static FilledWorkbook Read(string path)
    {
        try
        {
            using (ZipArchive zip = ZipFile.OpenRead(path))
                if (zip.Entries.Sum(entry => entry.Length) > MostBytes)
                    throw new UnfitWorkbookException(new Phrase($"{path} 解压后过大，不予读取。", $"{path} is too large when unpacked and is not read."));
            using SpreadsheetDocument workbook = SpreadsheetDocument.Open(path, isEditable: false);
            string sha256 = workbook.CustomFilePropertiesPart?.Properties?.Elements<DocumentFormat.OpenXml.CustomProperties.CustomDocumentProperty>()
                .FirstOrDefault(property => property.Name == ReviewColumns.Document)?.InnerText ?? throw NotOurs(path);
            string[] shared = [.. workbook.WorkbookPart?.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];
            foreach (WorksheetPart sheet in workbook.WorkbookPart?.WorksheetParts ?? [])
                if (RowsOf(sheet, shared) is { } rows)
                    return new FilledWorkbook(sha256, rows);
            throw NotOurs(path);
        }
        catch (Exception error) when (error is OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or FormatException or FileFormatException)
        {
            throw new UnfitWorkbookException(new Phrase($"{path} 不是可以读取的 xlsx 工作簿：{error.Message}", $"{path} is no xlsx workbook that can be read: {error.Message}"));
        }
    }

    private static UnfitWorkbookException NotOurs(string path) => new(new Phrase(
        $"{path} 不是本程序写出的工作底稿，或其中的隐藏列已被删除。请从 reports 文件夹重新取一份。",
        $"{path} is no working paper of this program, or its hidden columns were removed. Take a fresh one from the reports folder."));

    /// <summary>Null for a sheet that is not the one with the findings.</summary>
    private static List<FilledRow>? RowsOf(WorksheetPart sheet, string[] shared)
    {
        List<FilledRow>? rows = null;
        int seen = 0;
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read() && seen < MostRows)
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            seen++;
            string[] cells = Cells((Row)reader.LoadCurrentElement()!, shared);
            if (rows is null && seen > ExceptionPlaces.HeadRows)
                return null;
            if (cells[^2] == ReviewColumns.Fingerprint && cells[^1] == ReviewColumns.Known)
                rows = [];
            else if (rows is not null && cells[^2].Length > 0)
                rows.Add(new FilledRow(cells[0], cells[^2], cells[^1], cells[StatusColumn], cells[StatusColumn + 1], cells[StatusColumn + 2], Day(cells[StatusColumn + 3])));
        }

        return rows;
    }

    private static string[] Cells(Row row, string[] shared)
    {
        string[] cells = [.. Enumerable.Repeat("", Columns)];
        int next = 0;
        foreach (Cell cell in row.Elements<Cell>())
        {
            int column = cell.CellReference?.Value is { } place ? ColumnOf(place) : next;
            next = column + 1;
            if (column is >= 0 and < Columns)
                cells[column] = Text(cell, shared).Trim();
        }

        return cells;
    }

    /// <summary>From 0.</summary>
    private static int ColumnOf(string address)
    {
        int column = 0;
        foreach (char letter in address.TakeWhile(char.IsAsciiLetterUpper).Take(3))
            column = (column * 26) + (letter - 'A' + 1);
        return column - 1;
    }

    private static string Text(Cell cell, string[] shared)
    {
        if (cell.DataType?.Value == CellValues.SharedString)
            return int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < shared.Length ? shared[index] : "";
        return cell.DataType?.Value == CellValues.InlineString ? cell.InlineString?.InnerText ?? "" : cell.CellValue?.Text ?? "";
    }

    /// <summary>A day as spreadsheets count it, or typed as text.</summary>
    private static DateOnly? Day(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double serial) && serial is > 1 and < 2_958_465)
            return DateOnly.FromDateTime(DateTime.FromOADate(serial));
        string[] forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];
        return DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
    }
}
