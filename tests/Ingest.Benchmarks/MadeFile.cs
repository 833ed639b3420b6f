using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ingest.Benchmarks;

/// <summary>
/// A PDF of any number of pages, as long as its pages: on each a sentence and a ruled table of 25 rows by 5 amounts,
/// different on every page. Chinese letters in a font that is not embedded, as many writers make them.
/// </summary>
internal sealed class MadeFile
{
    private const int Rows = 25;
    private const int Columns = 6;
    private const int RowHeight = 20;
    private const int ColumnWidth = 80;
    private const int Left = 50;
    private const int Top = 740;
    private const int FirstPage = 5;

    private readonly List<long> _offsets = [];
    private readonly FileStream _file;

    private MadeFile(FileStream file) => _file = file;

    public static void Write(string path, int pages)
    {
        using FileStream file = File.Create(path);
        new MadeFile(file).Write(pages);
    }

    private void Write(int pages)
    {
        Put("%PDF-1.7\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        string kids = string.Join(' ', Enumerable.Range(0, pages).Select(page => Text($"{FirstPage + (2 * page)} 0 R")));
        Object(Text($"<< /Type /Pages /Count {pages} /Kids [{kids}] /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> >>"));
        Object("<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>");
        Object("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /W [1 95 500] >>");
        for (int page = 0; page < pages; page++)
        {
            Object(Text($"<< /Type /Page /Parent 2 0 R /Contents {FirstPage + (2 * page) + 1} 0 R >>"));
            Stream(Content(page));
        }

        End();
    }

    private static string Content(int page)
    {
        var content = new StringBuilder("0.5 w ");
        for (int row = 0; row <= Rows + 1; row++)
            content.Append(CultureInfo.InvariantCulture, $"{Left} {Top - (row * RowHeight)} m {Left + (Columns * ColumnWidth)} {Top - (row * RowHeight)} l S ");
        for (int column = 0; column <= Columns; column++)
            content.Append(CultureInfo.InvariantCulture, $"{Left + (column * ColumnWidth)} {Top} m {Left + (column * ColumnWidth)} {Top - ((Rows + 1) * RowHeight)} l S ");
        content.Append("BT /F 10 Tf ");
        Show(content, Left, Top + 20, Text($"第{page + 1}部分 项目支出明细，单位：万元。"));
        for (int column = 0; column < Columns; column++)
            Show(content, Left + (column * ColumnWidth) + 4, Top - 14, column == 0 ? "项目" : Text($"分项{column}"));
        for (int row = 0; row < Rows; row++)
        {
            int y = Top - ((row + 1) * RowHeight) - 14;
            Show(content, Left + 4, y, Text($"项目{page % 1000}之{row + 1}"));
            for (int column = 1; column < Columns; column++)
                Show(content, Left + (column * ColumnWidth) + 4, y, Text($"{(((page * 7919) + (row * 131) + column) % 900_000 / 100m) + 1:0.00}"));
        }

        return content.Append("ET").ToString();
    }

    private static void Show(StringBuilder content, int x, int y, string text) => content.Append(
        CultureInfo.InvariantCulture, $"1 0 0 1 {x} {y} Tm <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj ");

    private void Object(string body)
    {
        _offsets.Add(_file.Position);
        Put(Text($"{_offsets.Count} 0 obj\n{body}\nendobj\n"));
    }

    private void Stream(string content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(Encoding.ASCII.GetBytes(content));
        _offsets.Add(_file.Position);
        Put(Text($"{_offsets.Count} 0 obj\n<< /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"));
        packed.WriteTo(_file);
        Put("\nendstream\nendobj\n");
    }

    private void End()
    {
        long xref = _file.Position;
        Put(Text($"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (long offset in _offsets)
            Put(Text($"{offset:D10} 00000 n \n"));
        Put(Text($"trailer\n<< /Size {_offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n"));
    }

    private void Put(string text) => _file.Write(Encoding.ASCII.GetBytes(text));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
