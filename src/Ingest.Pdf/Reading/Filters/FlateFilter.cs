using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Ingest.Pdf.Reading.Filters;

/// <summary>
/// Deflate, with the zlib header of ISO 32000-1, 7.4.4 or without. The checksum is not looked at: viewers
/// do not either, and what was decoded before a damaged place is worth having.
/// </summary>
internal static class FlateFilter
{
    // Small enough to look at the clock now and then.
    private const int ChunkSize = 64 * 1024;

    /// <returns>False when the data is damaged; what was decoded before the damage has been written.</returns>
    public static bool Decode(ReadOnlyMemory<byte> input, BoundedBuffer output, ReadingBudget budget)
    {
        if (input.IsEmpty)
            return true;
        int start = output.Length;
        bool hasHeader = HasZlibHeader(input.Span);
        bool sound = TryInflate(hasHeader ? input[2..] : input, output, budget);
        if (sound || output.Length > start)
            return sound;
        // The two bytes may be a damaged header, or deflate data that looks like one.
        return input.Length > 2 && TryInflate(hasHeader ? input : input[2..], output, budget);
    }

    private static bool HasZlibHeader(ReadOnlySpan<byte> input) =>
        input.Length >= 2 && (input[0] & 0x0F) == 8 && ((input[0] << 8) | input[1]) % 31 == 0;

    private static bool TryInflate(ReadOnlyMemory<byte> input, BoundedBuffer output, ReadingBudget budget)
    {
        int start = output.Length;
        if (Inflate(input, output, budget))
            return true;

        // The bytes of the read that failed are lost. Decode again, byte by byte once the damage is near.
        int sound = output.Length - start;
        output.Truncate(start);
        Inflate(input, output, budget, byteByByteFrom: sound);
        return false;
    }

    /// <returns>False when the data is damaged.</returns>
    private static bool Inflate(ReadOnlyMemory<byte> input, BoundedBuffer output, ReadingBudget budget, int byteByByteFrom = int.MaxValue)
    {
        int start = output.Length;
        using var inflater = new DeflateStream(AsStream(input), CompressionMode.Decompress);
        try
        {
            while (true)
            {
                budget.Check();
                int done = output.Length - start;
                int wanted = done >= byteByByteFrom ? 1 : Math.Min(ChunkSize, byteByByteFrom - done);
                Span<byte> room = output.Room();
                if (room.IsEmpty)
                    return true;
                int read = inflater.Read(room[..Math.Min(wanted, room.Length)]);
                if (read == 0)
                    return true;
                output.Advance(read);
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> data) =>
        MemoryMarshal.TryGetArray(data, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(data.ToArray(), writable: false);
}
