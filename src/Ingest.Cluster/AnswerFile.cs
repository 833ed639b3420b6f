namespace Ingest.Cluster;

/// <summary>What a worker leaves in the shared folder.</summary>
/// <param name="Bytes">What its reader answered; empty where it refused.</param>
internal sealed record AnswerFile(DocumentRead Said, ReadOnlyMemory<byte> Bytes)
{
    public byte[] ToBytes()
    {
        var bytes = new MemoryStream(Bytes.Length + 256);
        using var writer = new BinaryWriter(bytes);
        writer.Write(Said.Worker);
        writer.Write(Said.Refusal is not null);
        writer.Write(Said.Refusal ?? "");
        writer.Write(Said.IsPoison);
        writer.Write(Bytes.Length);
        writer.Write(Bytes.Span);
        return bytes.ToArray();
    }

    public static AnswerFile Parse(byte[] file)
    {
        using var reader = new BinaryReader(new MemoryStream(file));
        string worker = reader.ReadString();
        bool refused = reader.ReadBoolean();
        string refusal = reader.ReadString();
        var said = new DocumentRead { Worker = worker, Refusal = refused ? refusal : null, IsPoison = reader.ReadBoolean() };
        return new AnswerFile(said, reader.ReadBytes(reader.ReadInt32()));
    }
}
