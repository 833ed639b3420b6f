using System.Text;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Fonts;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Tests.Fonts;

/// <summary>Objects written as in a file, for fonts to be made of; streams are kept undecoded.</summary>
internal sealed class FontObjects : ObjectSource
{
    private readonly Dictionary<int, PdfObject> _objects = [];

    public List<Diagnostic> Diagnostics { get; } = [];

    public int Decoded { get; private set; }

    public bool CancelNextDecoding { get; set; }

    public FontObjects With(int number, string syntax)
    {
        _objects[number] = Parse(syntax);
        return this;
    }

    public FontObjects WithStream(int number, string body, string dictionary = "<<>>") =>
        WithStream(number, Encoding.Latin1.GetBytes(body), dictionary);

    public FontObjects WithStream(int number, byte[] body, string dictionary = "<<>>")
    {
        _objects[number] = new PdfStream((PdfDictionary)Parse(dictionary), body);
        return this;
    }

    public Font Font(string syntax) => new FontCache(this).Get(Parse(syntax));

    public static PdfObject Parse(string syntax)
    {
        int position = 0;
        var parser = new ObjectParser(new NamePool(), new ReadingBudget(ReadingOptions.Default));
        return parser.Parse(Encoding.Latin1.GetBytes(syntax), ref position) ?? PdfNull.Value;
    }

    public override PdfObject Resolve(PdfObject? value)
    {
        for (int depth = 0; value is PdfReference reference; depth++)
            value = depth < 32 ? _objects.GetValueOrDefault(reference.Number) : null;
        return value ?? PdfNull.Value;
    }

    public override ReadOnlyMemory<byte> Decode(PdfStream stream)
    {
        if (CancelNextDecoding)
        {
            CancelNextDecoding = false;
            throw new OperationCanceledException();
        }

        Decoded++;
        return stream.Raw;
    }

    public override void Report(Diagnostic diagnostic) => Diagnostics.Add(diagnostic);
}

internal static class FontText
{
    /// <summary>All the text of a string shown in the font.</summary>
    public static string Read(this Font font, ReadOnlySpan<byte> text)
    {
        var read = new StringBuilder();
        while (!text.IsEmpty)
        {
            int length = font.ReadCode(text, out int code);
            read.Append(font.GetGlyph(code).Text);
            text = text[length..];
        }

        return read.ToString();
    }

    public static string ReadHex(this Font font, string hex) => font.Read(Convert.FromHexString(hex));
}
