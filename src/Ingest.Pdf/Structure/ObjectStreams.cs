using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Structure;

/// <summary>The object streams of one file; those used last are kept decoded.</summary>
internal sealed class ObjectStreams(FileObjects objects)
{
    // Decoded they have some 100 KB each.
    private const int MostKept = 32;
    private const int MostBytesKept = 32 << 20;

    // Each update of a file may extend the stream of the one before.
    private const int LongestChain = 32;

    private readonly RecentCache<int, ObjectStream> _kept = new(MostKept, MostBytesKept);

    /// <summary>Finds an object in a stream, or in those that it extends.</summary>
    /// <param name="stream">Number of the stream.</param>
    /// <param name="index">Where the table says that the object is.</param>
    /// <param name="number">The object's own number.</param>
    /// <param name="data">The decoded stream that has it.</param>
    /// <param name="offset">Where it begins there.</param>
    /// <exception cref="ReadingLimitException">Reading takes too long.</exception>
    public bool TryFind(int stream, int index, int number, out ReadOnlyMemory<byte> data, out int offset)
    {
        int? next = stream;
        for (int hop = 0; hop < LongestChain && next is { } current && Get(current) is { } found; hop++)
        {
            data = found.Data;
            if (found.TryFind(number, index, out offset))
                return true;
            next = found.Extends;
        }

        data = default;
        offset = 0;
        return false;
    }

    /// <summary>Decodes an object stream and reads its index.</summary>
    /// <exception cref="ReadingLimitException">Reading takes too long.</exception>
    public ObjectStream Read(PdfStream stream)
    {
        int? extends = stream.TryGet("Extends", out PdfObject? value) && value is PdfReference reference ? reference.Number : null;
        return ObjectStream.Read(
            objects.DecodeOnce(stream), objects.GetNumber(stream, "N", 0), objects.GetNumber(stream, "First", 0), extends, objects.Budget);
    }

    private ObjectStream? Get(int number)
    {
        if (_kept.TryGet(number, out ObjectStream? known))
            return known;
        // An object stream within another is not allowed, and could go round in circles.
        if (objects.Table[number].Kind == ObjectEntryKind.InStream || objects.Resolve(new PdfReference(number, 0)) is not PdfStream stream)
            return null;
        ObjectStream read = Read(stream);
        _kept.Add(number, read, read.Data.Length);
        return read;
    }
}
