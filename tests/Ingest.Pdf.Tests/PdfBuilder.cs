using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ingest.Pdf.Tests;

/// <summary>
/// Writes a PDF piece by piece, and lets a test lie about any of them: nothing is checked, text is
/// written as Latin-1, and recorded places can be changed before the cross-reference is written.
/// </summary>
internal sealed class PdfBuilder
{
    private readonly List<byte> _bytes = [];
    private int _lastXref = -1;

    /// <summary>Where each object begins, as the next cross-reference will say.</summary>
    public SortedDictionary<int, int> Offsets { get; } = [];

    /// <summary>Object stream and index of objects that lie in one, as the next cross-reference stream will say.</summary>
    public SortedDictionary<int, (int Stream, int Index)> InStreams { get; } = [];

    public int Position => _bytes.Count;

    /// <summary>
    /// A whole file but for the cross-reference: 1 the catalog, 2 the page tree, 3 Helvetica, then page and
    /// content for each string. The font is named F1.
    /// </summary>
    public static PdfBuilder WithPages(params string[] contents)
    {
        PdfBuilder builder = new PdfBuilder().Header();
        builder.Object(1, "<< /Type /Catalog /Pages 2 0 R >>");
        string kids = string.Join(' ', contents.Select((_, i) => Text($"{4 + (2 * i)} 0 R")));
        builder.Object(2, Text($"<< /Type /Pages /Kids [{kids}] /Count {contents.Length} /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> >>"));
        builder.Object(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        for (int i = 0; i < contents.Length; i++)
        {
            builder.Object(4 + (2 * i), Text($"<< /Type /Page /Parent 2 0 R /Contents {5 + (2 * i)} 0 R >>"));
            builder.Stream(5 + (2 * i), "", Latin(contents[i]));
        }

        return builder;
    }

    /// <summary>The content of a page that shows a line of text.</summary>
    public static string Show(string text) => $"BT /F1 12 Tf 72 700 Td ({text}) Tj ET";

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Deflate(byte[] data)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
            zlib.Write(data);
        return compressed.ToArray();
    }

    public PdfBuilder Header(string version = "1.7") => Raw($"%PDF-{version}\n%\u00e2\u00e3\u00cf\u00d3\n");

    public PdfBuilder Raw(string text) => Raw(Latin(text));

    public PdfBuilder Raw(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public PdfBuilder Object(int number, string body, int generation = 0)
    {
        Offsets[number] = Position;
        return Raw(Text($"{number} {generation} obj\n{body}\nendobj\n"));
    }

    /// <param name="number">Object number.</param>
    /// <param name="entries">Of the dictionary, without /Length.</param>
    /// <param name="data">As it is to stand in the file.</param>
    /// <param name="length">What /Length says instead of the truth; empty for no /Length.</param>
    public PdfBuilder Stream(int number, string entries, byte[] data, string? length = null)
    {
        Offsets[number] = Position;
        string said = length ?? data.Length.ToString(CultureInfo.InvariantCulture);
        Raw(Text($"{number} 0 obj\n<< {entries} {(said.Length > 0 ? "/Length " + said : "")} >>\nstream\n"));
        return Raw(data).Raw("\nendstream\nendobj\n");
    }

    public PdfBuilder Deflated(int number, string entries, byte[] data) =>
        Stream(number, entries + " /Filter /FlateDecode", Deflate(data));

    public PdfBuilder ObjectStream(int number, string entries, params (int Number, string Body)[] objects)
    {
        var index = new StringBuilder();
        var bodies = new StringBuilder();
        for (int i = 0; i < objects.Length; i++)
        {
            index.Append(CultureInfo.InvariantCulture, $"{objects[i].Number} {bodies.Length} ");
            bodies.Append(objects[i].Body).Append('\n');
            InStreams[objects[i].Number] = (number, i);
        }

        return Deflated(number, Text($"/Type /ObjStm /N {objects.Length} /First {index.Length} {entries}"), Latin(index.ToString() + bodies));
    }

    /// <summary>A cross-reference table over all offsets known, the trailer and the end of the file.</summary>
    public PdfBuilder XrefTable(string trailer = "/Root 1 0 R")
    {
        int position = Position;
        Raw("xref\n0 1\n0000000000 65535 f \n");
        foreach ((int number, int offset) in Offsets)
            Raw(Text($"{number} 1\n{offset:D10} 00000 n \n"));
        Raw(Text($"trailer\n<< /Size {Size} {trailer} {Previous} >>\n"));
        return End(position);
    }

    /// <summary>A cross-reference stream over all offsets and object streams known, and the end of the file.</summary>
    public PdfBuilder XrefStream(int number, string trailer = "/Root 1 0 R")
    {
        int position = Position;
        Offsets[number] = position;
        var entries = new List<byte>();
        var index = new StringBuilder();
        foreach (int entry in Offsets.Keys.Union(InStreams.Keys).Order())
        {
            bool inStream = InStreams.TryGetValue(entry, out (int Stream, int Index) place);
            int second = inStream ? place.Stream : Offsets[entry];
            index.Append(CultureInfo.InvariantCulture, $"{entry} 1 ");
            entries.AddRange([(byte)(inStream ? 2 : 1), (byte)(second >> 24), (byte)((second >> 16) & 0xFF), (byte)((second >> 8) & 0xFF), (byte)(second & 0xFF), (byte)place.Index]);
        }

        Deflated(number, Text($"/Type /XRef /W [1 4 1] /Index [{index}] /Size {Size} {trailer} {Previous}"), entries.ToArray());
        return End(position);
    }

    /// <summary>The lines that say where the newest cross-reference is.</summary>
    public PdfBuilder End(int xref)
    {
        _lastXref = xref;
        Offsets.Clear();
        InStreams.Clear();
        return Raw(Text($"startxref\n{xref}\n%%EOF\n"));
    }

    public byte[] ToArray() => _bytes.ToArray();

    private int Size => Offsets.Keys.Union(InStreams.Keys).DefaultIfEmpty().Max() + 1;

    private string Previous => _lastXref < 0 ? "" : Text($"/Prev {_lastXref}");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
