using System.Text.Json;
using Ingest.Contract.Pictures;

namespace Ingest.App.Readers;

/// <summary>A page to draw of the file that is open.</summary>
internal static class PictureQuestion
{
    public static byte[] ToBytes(PictureRequest request) => JsonSerializer.SerializeToUtf8Bytes(request);

    public static PictureRequest Parse(ReadOnlyMemory<byte> bytes) =>
        JsonSerializer.Deserialize<PictureRequest>(bytes.Span) ?? throw new InvalidDataException("Nothing is to be drawn.");
}
