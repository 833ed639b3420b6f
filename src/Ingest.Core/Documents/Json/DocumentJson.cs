using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ingest.Core.Documents.Json;

/// <summary>
/// The output contract as UTF-8 JSON. Writing is deterministic: equal documents give equal bytes.
/// Reading accepts whatever writing gives, and documents that lack the optional parts (cells, boxes,
/// doubts), so that hand-made expectations can be read too.
/// </summary>
public static class DocumentJson
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Indented = OneLine with { Indented = true, NewLine = "\n" };

    /// <summary>One document without line breaks, or indented; no trailing line end.</summary>
    public static void Write(IBufferWriter<byte> output, BudgetDocument document, bool indented = false)
    {
        using var json = new Utf8JsonWriter(output, indented ? Indented : OneLine);
        new DocumentWriter(json).Write(document);
    }

    public static byte[] ToBytes(BudgetDocument document, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        Write(buffer, document, indented);
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">Not JSON, or not of the contract's shape.</exception>
    public static BudgetDocument Read(ReadOnlyMemory<byte> utf8)
    {
        using JsonDocument json = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 64 });
        return DocumentReader.Read(json.RootElement);
    }
}
