using System.Collections.Immutable;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.App.Readers;

/// <summary>What a reader of pages says of a file: what it is, or why it cannot be read.</summary>
/// <param name="Refusal">Null for a file that is open.</param>
internal sealed record FileAnswer(int Pages, DocumentProperties Properties, ImmutableArray<Diagnostic> Diagnostics, PdfReadException? Refusal)
{
    public static FileAnswer Of(IPdfDocument document) => new(document.PageCount, document.Properties, [.. document.Diagnostics], null);

    public static FileAnswer Refused(PdfReadException refusal) => new(0, new DocumentProperties(null, null, null, false), [], refusal);

    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.WriteOrNull(Refusal);
        if (Refusal is not null)
            return bytes.ToArray();
        writer.Write(Pages);
        foreach (string? text in new[] { Properties.Producer, Properties.Creator, Properties.Title })
            writer.WriteOrNull(text);
        writer.Write(Properties.IsEncrypted);
        writer.Write(Diagnostics);
        return bytes.ToArray();
    }

    public static FileAnswer Parse(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        return reader.ReadRefusalOrNull() is { } refusal
            ? Refused(refusal)
            : new FileAnswer(
                reader.ReadInt32(), new DocumentProperties(reader.ReadStringOrNull(), reader.ReadStringOrNull(), reader.ReadStringOrNull(), reader.ReadBoolean()),
                reader.ReadDiagnostics(), null);
    }
}
