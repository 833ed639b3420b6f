using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ingest.App.Readers;

/// <summary>
/// A budget of one small table, made in memory: a reader that has read it has compiled most of what a real document
/// needs. Letters are their own codes, as the font says.
/// </summary>
internal static class WarmUpDocument
{
    private static readonly string[] _lines = ["某县某局2024年部门预算公开", "表3", "部门支出总体情况表", "编制部门：某县某局　单位：万元"];

    private static readonly string[][] _table =
    [
        ["类", "款", "项", "功能分类科目名称", "合计", "基本支出", "项目支出"],
        ["", "", "", "合计", "30.00", "10.00", "20.00"],
        ["201", "", "", "一般公共服务支出", "30.00", "10.00", "20.00"],
        ["201", "03", "", "政府办公厅（室）及相关机构事务", "30.00", "10.00", "20.00"],
        ["201", "03", "01", "行政运行", "30.00", "10.00", "20.00"],
    ];

    private const int RowHeight = 20;

    private const string CharacterMap = """
        /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def
        1 begincodespacerange <0000> <FFFF> endcodespacerange
        1 beginbfrange <0000> <FFFF> <0000> endbfrange
        endcmap end end
        """;

    private static readonly int[] _columnEdges = [40, 80, 120, 160, 360, 420, 480, 550];

    public static byte[] Create() => Of(new MadePage(_lines, _columnEdges, _table));

    public static byte[] Of(params MadePage[] pages)
    {
        // Pages and their contents come after what they share.
        const int first = 7;
        byte[][] objects =
        [
            Plain("<< /Type /Catalog /Pages 2 0 R >>"),
            Plain($"<< /Type /Pages /Kids [{string.Join(' ', pages.Select((_, i) => $"{first + 2 * i} 0 R"))}] /Count {pages.Length} >>"),
            Plain("<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"),
            Plain("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 1000 /W [0 [500] 1 127 500] >>"),
            Packed(CharacterMap),
            // PdfPig reads no font without it.
            Plain("<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"),
            .. pages.SelectMany((page, i) => (byte[][])
            [
                Plain($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {first + 2 * i + 1} 0 R >>"),
                Packed(Marks(page)),
            ]),
        ];
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var table = new StringBuilder().Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach ((int index, byte[] content) in objects.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Position:D10} 00000 n \n");
            file.Write([.. Plain($"{index + 1} 0 obj\n"), .. content, .. "\nendobj\n"u8]);
        }

        long start = file.Position;
        file.Write(Plain($"{table}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private static string Marks(MadePage made)
    {
        var page = new StringBuilder("0.5 w\n");
        int y = 800;
        foreach (string line in made.Lines)
            Print(page, line, 40, y -= RowHeight);
        int top = y -= RowHeight;
        foreach (string[] row in made.Table)
        {
            page.Append(CultureInfo.InvariantCulture, $"{made.ColumnEdges[0]} {y} m {made.ColumnEdges[^1]} {y} l S\n");
            y -= RowHeight;
            foreach ((int column, string text) in row.Index())
                Print(page, text, made.ColumnEdges[column] + 2, y + 6);
        }

        page.Append(CultureInfo.InvariantCulture, $"{made.ColumnEdges[0]} {y} m {made.ColumnEdges[^1]} {y} l S\n");
        foreach (int edge in made.ColumnEdges)
            page.Append(CultureInfo.InvariantCulture, $"{edge} {top} m {edge} {y} l S\n");
        return page.ToString();
    }

    private static void Print(StringBuilder page, string text, int x, int y) =>
        page.Append(CultureInfo.InvariantCulture, $"BT /F 10 Tf {x} {y} Td <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj ET\n");

    private static byte[] Packed(string content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(Plain(content));
        return [.. Plain($"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n"), .. packed.ToArray(), .. "\nendstream"u8];
    }

    private static byte[] Plain(string text) => Encoding.ASCII.GetBytes(text);
}

/// <summary>Lines of text, and a ruled table below them.</summary>
/// <param name="ColumnEdges">In points from the left, one more than there are columns.</param>
internal sealed record MadePage(IReadOnlyList<string> Lines, IReadOnlyList<int> ColumnEdges, IReadOnlyList<string[]> Table);
