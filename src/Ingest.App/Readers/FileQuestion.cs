using System.Text.Json;
using Ingest.Contract.Pages;

namespace Ingest.App.Readers;

/// <summary>A file that a reader of pages is to open. Its bytes go along, so that they are the very ones that the other reader has.</summary>
internal sealed record FileQuestion(ReadOnlyMemory<byte> File, string? Password, ReadingLimits Limits)
{
    public byte[] ToBytes()
    {
        var bytes = new MemoryStream(File.Length + 1024);
        using var writer = new BinaryWriter(bytes);
        writer.Write(Password ?? "");
        writer.Write(JsonSerializer.Serialize(Limits, ReaderJson.Default.ReadingLimits));
        writer.Write(File.Span);
        return bytes.ToArray();
    }

    public static FileQuestion Parse(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        string password = reader.ReadString();
        ReadingLimits limits = JsonSerializer.Deserialize(reader.ReadString(), ReaderJson.Default.ReadingLimits) ?? throw new InvalidDataException("There are no limits.");
        return new FileQuestion(bytes[(int)reader.BaseStream.Position..], password.Length == 0 ? null : password, limits);
    }
}
