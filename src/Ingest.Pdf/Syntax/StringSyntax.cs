namespace Ingest.Pdf.Syntax;

/// <summary>Literal and hexadecimal strings of ISO 32000-1, 7.3.4.</summary>
internal static class StringSyntax
{
    /// <summary>Finds the closing parenthesis.</summary>
    /// <param name="text">What follows the opening parenthesis.</param>
    /// <param name="hasEscapes">True when the bytes are not yet the value.</param>
    /// <returns>Length of the text before the closing parenthesis; all of it when there is none.</returns>
    public static int FindLiteralEnd(ReadOnlySpan<byte> text, out bool hasEscapes)
    {
        hasEscapes = false;
        int open = 0;
        int at = 0;
        while (at < text.Length)
        {
            int skip = text[at..].IndexOfAny("()\\\r"u8);
            if (skip < 0)
                return text.Length;
            at += skip;
            switch (text[at])
            {
                case (byte)'(':
                    open++;
                    break;
                case (byte)')' when open == 0:
                    return at;
                case (byte)')':
                    open--;
                    break;
                case (byte)'\\':
                    hasEscapes = true;
                    at++;
                    break;
                default:
                    hasEscapes = true;
                    break;
            }

            at++;
        }

        return text.Length;
    }

    /// <summary>Resolves backslashes and line ends; never writes more than it reads.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int DecodeLiteral(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        int written = 0;
        int at = 0;
        while (at < text.Length)
        {
            byte value = text[at++];
            if (value == '\r')
            {
                at += at < text.Length && text[at] == '\n' ? 1 : 0;
                destination[written++] = (byte)'\n';
            }
            else if (value != '\\')
            {
                destination[written++] = value;
            }
            else if (at < text.Length && TryUnescape(text, ref at, out byte unescaped))
            {
                destination[written++] = unescaped;
            }
        }

        return written;
    }

    /// <summary>Pairs of digits; anything else between them is passed over, a missing last digit is 0.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int DecodeHex(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        int written = 0;
        int high = -1;
        foreach (byte value in text)
        {
            int digit = Bytes.HexDigit(value);
            if (digit < 0)
                continue;
            if (high < 0)
            {
                high = digit;
                continue;
            }

            destination[written++] = (byte)((high << 4) | digit);
            high = -1;
        }

        if (high >= 0)
            destination[written++] = (byte)(high << 4);
        return written;
    }

    /// <summary>Reads what follows a backslash; false when it stands for nothing (a line continued).</summary>
    private static bool TryUnescape(ReadOnlySpan<byte> text, ref int at, out byte value)
    {
        value = text[at++];
        switch (value)
        {
            case (byte)'n':
                value = (byte)'\n';
                return true;
            case (byte)'r':
                value = (byte)'\r';
                return true;
            case (byte)'t':
                value = (byte)'\t';
                return true;
            case (byte)'b':
                value = (byte)'\b';
                return true;
            case (byte)'f':
                value = (byte)'\f';
                return true;
            case (byte)'\n':
                return false;
            case (byte)'\r':
                at += at < text.Length && text[at] == '\n' ? 1 : 0;
                return false;
            case >= (byte)'0' and <= (byte)'7':
                value = ReadOctal(value, text, ref at);
                return true;
            default:
                return true;
        }
    }

    private static byte ReadOctal(byte first, ReadOnlySpan<byte> text, ref int at)
    {
        int value = first - '0';
        for (int more = 0; more < 2 && at < text.Length && text[at] is >= (byte)'0' and <= (byte)'7'; more++)
            value = (value * 8) + (text[at++] - '0');
        // High-order overflow is ignored, as the standard says.
        return (byte)(value & 0xFF);
    }
}
