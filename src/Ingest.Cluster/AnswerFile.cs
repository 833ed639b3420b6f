using System.Security.Cryptography;
using System.Text;

namespace Ingest.Cluster;

/// <summary>
/// What a worker leaves in the shared folder: a hash, what it said, and what its reader answered. Nobody waits until the file is on the
/// disk, since the document is still with whoever asked: after a power cut it may be cut short or hold zeros, and is then no answer.
/// </summary>
/// <param name="Bytes">What its reader answered; empty where it refused.</param>
internal sealed record AnswerFile(DocumentRead Said, ReadOnlyMemory<byte> Bytes)
{
    public byte[] ToBytes()
    {
        var bytes = new MemoryStream(SHA256.HashSizeInBytes + 256 + Bytes.Length);
        bytes.Position = SHA256.HashSizeInBytes;
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Said.Worker);
            writer.Write(Said.Refusal is not null);
            writer.Write(Said.Refusal ?? "");
            writer.Write(Said.IsPoison);
            writer.Write(Bytes.Length);
            writer.Write(Bytes.Span);
        }

        byte[] file = bytes.ToArray();
        SHA256.HashData(file.AsSpan(SHA256.HashSizeInBytes), file);
        return file;
    }

    /// <summary>Null where it is not what was written.</summary>
    public static AnswerFile? Parse(byte[] file)
    {
        if (file.Length < SHA256.HashSizeInBytes || !SHA256.HashData(file.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(file.AsSpan(0, SHA256.HashSizeInBytes)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(file) { Position = SHA256.HashSizeInBytes });
        string worker = reader.ReadString();
        bool refused = reader.ReadBoolean();
        string refusal = reader.ReadString();
        var said = new DocumentRead { Worker = worker, Refusal = refused ? refusal : null, IsPoison = reader.ReadBoolean() };
        int length = reader.ReadInt32();
        return new AnswerFile(said, file.AsMemory((int)reader.BaseStream.Position, length));
    }
}
