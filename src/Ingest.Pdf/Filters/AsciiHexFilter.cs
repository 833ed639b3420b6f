using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Filters;

/// <summary>ISO 32000-1, 7.4.2.</summary>
internal static class AsciiHexFilter
{
    /// <returns>True: what is no digit is passed over, a missing end is forgiven.</returns>
    public static bool Decode(ReadOnlySpan<byte> input, BoundedBuffer output)
    {
        int end = input.IndexOf((byte)'>');
        ReadOnlySpan<byte> digits = end < 0 ? input : input[..end];
        int high = -1;
        foreach (byte value in digits)
        {
            int digit = Bytes.HexDigit(value);
            if (digit < 0)
                continue;
            if (high < 0)
            {
                high = digit;
                continue;
            }

            if (!output.Append((byte)((high << 4) | digit)))
                return true;
            high = -1;
        }

        if (high >= 0)
            output.Append((byte)(high << 4));
        return true;
    }
}
