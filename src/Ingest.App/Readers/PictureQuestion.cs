using System.Text.Json;
using Ingest.Contract.Pictures;

namespace Ingest.App.Readers;

/// <summary>A page to draw of the file that is open.</summary>
internal static class PictureQuestion
{
    public static byte[] ToBytes(PictureRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, ReaderJson.Default.PictureRequest);

    public static PictureRequest Parse(ReadOnlyMemory<byte> bytes) =>
        JsonSerializer.Deserialize(bytes.Span, ReaderJson.Default.PictureRequest) ?? throw new InvalidDataException("Nothing is to be drawn.");
}
