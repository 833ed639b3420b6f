using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Contract.Text;

namespace Ingest.Contract.Documents.Json;

/// <summary>
/// The output contract as UTF-8 JSON. Writing is deterministic: equal documents give equal bytes.
/// Reading accepts whatever writing gives, and documents that lack the optional parts (cells, boxes,
/// doubts), so that hand-made expectations can be read too. A text comes back as the one that was written,
/// whatever language is asked for then.
/// </summary>
public static class DocumentJson
{
    private static readonly JsonWriterOptions _oneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions _indented = _oneLine with { Indented = true, NewLine = "\n" };

    /// <summary>One document without line breaks, or indented; no trailing line end. Written as it is made, never held whole.</summary>
    /// <param name="language">Language of diagnostics and doubts; findings were put into words with the document.</param>
    /// <param name="remark">Writes further properties of the finding of this index; they are none of the contract's, and reading passes over them.</param>
    public static void Write(Stream output, BudgetDocument document, bool indented = false, Language language = Language.Chinese, Action<Utf8JsonWriter, int>? remark = null)
    {
        using var json = new Utf8JsonWriter(output, indented ? _indented : _oneLine);
        new DocumentWriter(json, language, remark).Write(document);
    }

    public static byte[] ToBytes(BudgetDocument document, bool indented = false, Language language = Language.Chinese)
    {
        using var buffer = new MemoryStream(1 << 16);
        Write(buffer, document, indented, language);
        return buffer.ToArray();
    }

    /// <exception cref="JsonException">Not JSON, or not of the contract's shape.</exception>
    public static BudgetDocument Read(ReadOnlyMemory<byte> utf8)
    {
        using JsonDocument json = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 64 });
        return DocumentReader.Read(json.RootElement);
    }
}
