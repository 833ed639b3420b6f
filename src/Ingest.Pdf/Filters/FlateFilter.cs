using System.Buffers.Binary;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Filters;

/// <summary>
/// Deflate with the zlib header of ISO 32000-1, 7.4.4, or without. A wrong checksum does not stop it, as
/// it does not stop viewers, but is said: a digit may have been hit.
/// </summary>
internal sealed class FlateFilter
{
    private const int HeaderLength = 2;

    private readonly Inflater _inflater = new();

    /// <exception cref="ReadingLimitException">Decoding takes too long.</exception>
    public DecodeOutcome Decode(ReadOnlySpan<byte> input, BoundedBuffer output, ReadingBudget budget)
    {
        // A line end too many after the keyword "stream" is seen now and then.
        input = input.TrimStart("\r\n"u8);
        if (input.IsEmpty)
            return DecodeOutcome.Whole;
        bool hasHeader = HasHeader(input);
        ReadOnlySpan<byte> body = hasHeader ? input[HeaderLength..] : input;
        if (_inflater.Inflate(body, output, budget))
            return hasHeader && IsDoubtful(body[_inflater.Consumed..], output) ? DecodeOutcome.Doubtful : DecodeOutcome.Whole;
        if (output.Length > 0 || input.Length <= HeaderLength)
            return DecodeOutcome.Damaged;

        // The two bytes may be a damaged header, or data that looks like one.
        bool sound = _inflater.Inflate(hasHeader ? input : input[HeaderLength..], output, budget);
        return sound ? DecodeOutcome.Whole : DecodeOutcome.Damaged;
    }

    private static bool HasHeader(ReadOnlySpan<byte> input) =>
        input.Length >= HeaderLength && (input[0] & 0x0F) == 8 && ((input[0] << 8) | input[1]) % 31 == 0;

    // A checksum that is missing says nothing.
    private static bool IsDoubtful(ReadOnlySpan<byte> trailer, BoundedBuffer output) =>
        !output.IsFull && BinaryPrimitives.TryReadUInt32BigEndian(trailer, out uint checksum)
        && checksum != Adler32.Compute(output.Written);
}
