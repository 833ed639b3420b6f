using Ingest.Pdf.Objects;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Content;

/// <summary>
/// What somebody typed into a form field or a text box (ISO 32000-1, 12.7 and 12.5.6.6), and how it is to be set.
/// Entries that the annotation lacks are those of the fields above it and of the form as a whole.
/// </summary>
/// <param name="Text">Line ends are line feeds.</param>
/// <param name="Size">Points; 0 leaves it to the viewer.</param>
/// <param name="Quadding">0 left, 1 centred, 2 right.</param>
/// <param name="HasLines">May be broken into lines.</param>
internal sealed record WrittenText(string Text, double Size, int Quadding, bool HasLines)
{
    // Longer than any cell or remark; a file can refer to one text from a million fields.
    private const int MostBytes = 16 * 1024;

    private const int MostChosen = 64;

    // Field flags (ISO 32000-1, 12.7.4.3), counted from bit 1.
    private const int Multiline = 1 << 12;
    private const int Password = 1 << 13;

    /// <returns>Null when nothing is written there that could be shown.</returns>
    public static WrittenText? Of(ObjectSource source, PdfDictionary annotation, PdfDictionary form)
    {
        bool isBox = source.GetName(annotation, "Subtype") == "FreeText";
        var flags = (int)Math.Clamp(Inherited(source, annotation, form, "Ff") is PdfNumber number ? number.Value : 0, 0, int.MaxValue);
        string? text = isBox ? Decode(source, source.Get(annotation, "Contents")) : ValueOf(source, annotation, form, flags);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        double quadding = Inherited(source, annotation, form, "Q") is PdfNumber aligned ? aligned.Value : 0;
        return new WrittenText(
            text.ReplaceLineEndings("\n"),
            SizeIn(Inherited(source, annotation, form, "DA") as PdfString),
            (int)Math.Clamp(quadding, 0, 2),
            isBox || (flags & Multiline) != 0);
    }

    private static string? ValueOf(ObjectSource source, PdfDictionary field, PdfDictionary form, int flags)
    {
        PdfObject value = Inherited(source, field, form, "V");
        return (Inherited(source, field, form, "FT") as PdfName)?.Value switch
        {
            "Tx" when (flags & Password) == 0 => Decode(source, value),
            "Ch" => Choices(source, value, Inherited(source, field, form, "Opt") as PdfArray),
            _ => null,
        };
    }

    private static string? Choices(ObjectSource source, PdfObject value, PdfArray? options) => value is PdfArray chosen
        ? string.Join('\n', chosen.Items.Take(MostChosen).Select(item => Choice(source, source.Resolve(item), options)))
        : Choice(source, value, options);

    // A choice is stored as it is exported; /Opt has what it is called beside it.
    private static string? Choice(ObjectSource source, PdfObject value, PdfArray? options)
    {
        string? text = Decode(source, value);
        foreach (PdfObject option in options?.Items ?? [])
        {
            source.Budget.Check();
            if (source.Resolve(option) is PdfArray { Count: >= 2 } pair && Decode(source, source.Resolve(pair[0])) == text)
                return Decode(source, source.Resolve(pair[1]));
        }

        return text;
    }

    private static string? Decode(ObjectSource source, PdfObject value)
    {
        ReadOnlyMemory<byte> bytes = value switch
        {
            PdfString text => text.Bytes,
            PdfStream stream => source.Decode(stream),
            _ => default,
        };
        return bytes.IsEmpty ? null : TextString.Decode(bytes.Span[..Math.Min(bytes.Length, MostBytes)]);
    }

    private static PdfObject Inherited(ObjectSource source, PdfDictionary field, PdfDictionary form, string key)
    {
        PdfDictionary? at = field;
        for (int level = 0; at is not null && level < source.Budget.Limits.Depth; level++)
        {
            if (source.Get(at, key) is not PdfNull and var value)
                return value;
            at = source.GetDictionary(at, "Parent");
        }

        return source.Get(form, key);
    }

    // "/Helv 10 Tf 0 g": the number before the last Tf.
    private static double SizeIn(PdfString? appearance)
    {
        double size = 0;
        double before = 0;
        var lexer = new Lexer(appearance is null ? default : appearance.Bytes.Span[..Math.Min(appearance.Bytes.Length, MostBytes)]);
        while (lexer.Read() != TokenKind.End)
        {
            if (lexer.Kind == TokenKind.Number)
                before = lexer.Number;
            else if (lexer.Is("Tf"u8))
                size = Math.Max(before, 0);
        }

        return size;
    }
}
