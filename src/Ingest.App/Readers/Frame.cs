using System.Buffers.Binary;
using Ingest.Core;

namespace Ingest.App.Readers;

internal enum FrameKind : byte
{
    /// <summary>To the reader, first: a <see cref="ReaderSetup"/>.</summary>
    Setup = 1,

    /// <summary>From the reader: the setup works.</summary>
    Ready = 2,

    /// <summary>To the reader: a <see cref="ReadRequest"/>.</summary>
    Request = 3,

    /// <summary>From the reader: a <see cref="ReadReply"/>.</summary>
    Reply = 4,

    /// <summary>To a reader of pages: a <see cref="FileQuestion"/>.</summary>
    Open = 5,

    /// <summary>From it: a <see cref="FileAnswer"/>.</summary>
    Opened = 6,

    /// <summary>To it: the number of a page of the open file.</summary>
    Page = 7,

    /// <summary>From it: a <see cref="PageAnswer"/>.</summary>
    PageRead = 8,

    /// <summary>To it: a <see cref="PictureQuestion"/>.</summary>
    Draw = 9,

    /// <summary>From it: a <see cref="PictureAnswer"/>.</summary>
    Drawn = 10,

    /// <summary>To it: what the sizes of all pages are.</summary>
    Measure = 11,

    /// <summary>From it: a <see cref="SizesAnswer"/>.</summary>
    Measured = 12,

    /// <summary>From the reader, any number before its reply: a <see cref="PageProgress"/> as two numbers of 32 bits.</summary>
    Progress = 13,
}

/// <summary>
/// A message between the program and its reader processes: two letters, the kind, a zero, the length as
/// 32 bits little endian, the payload.
/// </summary>
internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload)
{
    private const int HeaderLength = 8;

    /// <summary>A document with its reports takes a few megabytes; more than this is a broken partner.</summary>
    private const int MaxLength = 512 << 20;

    public static Frame Of(PageProgress progress)
    {
        byte[] payload = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(payload, progress.Read);
        BinaryPrimitives.WriteInt32LittleEndian(payload.AsSpan(4), progress.Pages);
        return new Frame(FrameKind.Progress, payload);
    }

    /// <exception cref="InvalidDataException">The frame is none of progress.</exception>
    public PageProgress Progress => Kind == FrameKind.Progress && Payload.Length == 8
        ? new(BinaryPrimitives.ReadInt32LittleEndian(Payload.Span), BinaryPrimitives.ReadInt32LittleEndian(Payload.Span[4..]))
        : throw new InvalidDataException($"A frame of kind {Kind} tells no progress.");

    public async Task WriteAsync(Stream stream, CancellationToken cancellation)
    {
        byte[] header = new byte[HeaderLength];
        (header[0], header[1], header[2]) = ((byte)'I', (byte)'F', (byte)Kind);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), Payload.Length);
        await stream.WriteAsync(header, cancellation);
        await stream.WriteAsync(Payload, cancellation);
        await stream.FlushAsync(cancellation);
    }

    /// <returns>Null when the partner closed the stream between two frames.</returns>
    /// <exception cref="InvalidDataException">What came is no frame.</exception>
    /// <exception cref="EndOfStreamException">The partner ended in the middle of a frame.</exception>
    public static async Task<Frame?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        byte[] header = new byte[HeaderLength];
        int got = await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellation);
        if (got == 0)
            return null;
        if (got < HeaderLength)
            throw new EndOfStreamException("The stream ended within a frame's header.");
        int length = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4));
        if (header[0] != 'I' || header[1] != 'F' || header[3] != 0 || length is < 0 or > MaxLength)
            throw new InvalidDataException("What was received is not a frame.");
        byte[] payload = new byte[length];
        await stream.ReadExactlyAsync(payload, cancellation);
        return new Frame((FrameKind)header[2], payload);
    }
}
