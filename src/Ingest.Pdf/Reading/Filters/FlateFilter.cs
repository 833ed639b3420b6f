namespace Ingest.Pdf.Reading.Filters;

/// <summary>
/// Deflate with the zlib header of ISO 32000-1, 7.4.4, or without. The checksum is not looked at:
/// viewers do not either, and what was decoded before a damaged place is worth having.
/// </summary>
internal sealed class FlateFilter
{
    private const int HeaderLength = 2;

    private readonly Inflater _inflater = new();

    /// <returns>False when the data is damaged; what was decoded before the damage has been written.</returns>
    /// <exception cref="ReadingLimitException">Decoding takes too long.</exception>
    public bool Decode(ReadOnlySpan<byte> input, BoundedBuffer output, ReadingBudget budget)
    {
        // A line end too many after the keyword "stream" is seen now and then.
        input = input.TrimStart("\r\n"u8);
        if (input.IsEmpty)
            return true;
        int start = output.Length;
        bool hasHeader = HasHeader(input);
        if (_inflater.Inflate(hasHeader ? input[HeaderLength..] : input, output, budget))
            return true;
        if (output.Length > start || input.Length <= HeaderLength)
            return false;
        // The two bytes may be a damaged header, or data that looks like one.
        return _inflater.Inflate(hasHeader ? input : input[HeaderLength..], output, budget);
    }

    private static bool HasHeader(ReadOnlySpan<byte> input) =>
        input.Length >= HeaderLength && (input[0] & 0x0F) == 8 && ((input[0] << 8) | input[1]) % 31 == 0;
}
