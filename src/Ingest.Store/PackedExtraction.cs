using System.IO.Compression;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;

namespace Ingest.Store;

/// <summary>A document's full extraction as stores keep it: its JSON under Brotli.</summary>
internal static class PackedExtraction
{
    public static byte[] Pack(BudgetDocument document)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(DocumentJson.ToBytes(document));
        return packed.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static BudgetDocument Unpack(byte[] packed)
    {
        using var json = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
            brotli.CopyTo(json);
        return DocumentJson.Read(json.GetBuffer().AsMemory(0, checked((int)json.Length)));
    }
}
