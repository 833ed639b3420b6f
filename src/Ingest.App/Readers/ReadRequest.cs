namespace Ingest.App.Readers;

/// <summary>A file to read.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="FileName">What it was called when it came in.</param>
internal sealed record ReadRequest(string Path, string FileName)
{
    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Path);
        writer.Write(FileName);
        return bytes.ToArray();
    }

    public static ReadRequest Parse(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        return new ReadRequest(reader.ReadString(), reader.ReadString());
    }
}
