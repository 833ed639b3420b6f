namespace Ingest.Pdf.Filters;

/// <summary>ISO 32000-1, 7.4.3.</summary>
internal static class Ascii85Filter
{
    /// <returns>False when a byte is none of the alphabet's; decoding goes on behind it.</returns>
    public static bool Decode(ReadOnlySpan<byte> input, BoundedBuffer output)
    {
        bool sound = true;
        uint group = 0;
        int digits = 0;
        // Some writers put the PostScript opening "<~" in front.
        int start = input.StartsWith("<~"u8) ? 2 : 0;
        foreach (byte value in input[start..])
        {
            if (value == '~')
                break;
            if (value == 'z' && digits == 0)
            {
                if (!output.Append([0, 0, 0, 0]))
                    return true;
            }
            else if (value is >= (byte)'!' and <= (byte)'u')
            {
                // Groups above 2³² − 1 are damage; wrapping around is as good as anything.
                group = unchecked((group * 85) + (uint)(value - '!'));
                if (++digits < 5)
                    continue;
                if (!AppendGroup(group, 4, output))
                    return true;
                group = 0;
                digits = 0;
            }
            else if (value > ' ')
            {
                sound = false;
            }
        }

        AppendRest(group, digits, output);
        return sound;
    }

    // n digits stand for n − 1 bytes; the missing digits count as the highest.
    private static void AppendRest(uint group, int digits, BoundedBuffer output)
    {
        if (digits < 2)
            return;
        for (int missing = digits; missing < 5; missing++)
            group = unchecked((group * 85) + 84);
        AppendGroup(group, digits - 1, output);
    }

    private static bool AppendGroup(uint group, int count, BoundedBuffer output)
    {
        ReadOnlySpan<byte> bytes = [(byte)(group >> 24), (byte)((group >> 16) & 0xFF), (byte)((group >> 8) & 0xFF), (byte)(group & 0xFF)];
        return output.Append(bytes[..count]);
    }
}
