using System.Runtime.InteropServices;

namespace Ingest.App.Readers;

/// <summary>A <see cref="ReadReply"/> as a reader process wrote it. Who hands it on, as a worker does, neither unpacks the document nor packs it again.</summary>
internal sealed record PackedReply
{
    /// <exception cref="EndOfStreamException">It is no reply.</exception>
    public PackedReply(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        using BinaryReader reader = Open(bytes);
        if (!reader.ReadBoolean())
            Reason = reader.ReadString();
        else
            (Elapsed, Late) = (TimeSpan.FromTicks(reader.ReadInt64()), reader.ReadString() is { Length: > 0 } limit ? limit : null);
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Why there is no document; null where there is one.</summary>
    public string? Reason { get; }

    /// <summary>Which limit of time kept the document from being read to its end; null where none did.</summary>
    public string? Late { get; }

    public TimeSpan Elapsed { get; }

    public static PackedReply Failed(string reason, string message) => new(ReadReply.Failed(reason, message).ToBytes());

    public ReadReply Unpack() => ReadReply.Parse(Bytes);

    /// <summary>Over the bytes themselves where they are an array's.</summary>
    public static BinaryReader Open(ReadOnlyMemory<byte> bytes) => new(MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false));
}
