using System.Buffers.Binary;

namespace Ingest.Pdf.Fonts.Programs;

/// <summary>The entries of a CFF Top DICT, Font DICT or Private DICT (Adobe Technical Note 5176, sections 9 and 15) that are needed.</summary>
internal readonly struct CffDictionary
{
    private const int Charset = 15;
    private const int EncodingOperator = 16;
    private const int CharStrings = 17;
    private const int PrivateOperator = 18;
    private const int SubroutinesOperator = 19;
    private const int Escape = 12;
    private const int FontArray = 36;
    private const int FontSelect = 37;
    private const int RegistryOrderingSupplement = 30;

    public CffDictionary(ReadOnlySpan<byte> data)
    {
        Span<int> operands = stackalloc int[48];
        int count = 0;
        int at = 0;
        while (at < data.Length)
        {
            int first = data[at];
            if (first > 21)
            {
                int operand = ReadOperand(data, ref at);
                if (count < operands.Length)
                    operands[count++] = operand;
                continue;
            }

            at++;
            if (first == Escape)
            {
                int second = BigEndian.Byte(data, at++);
                if (second == RegistryOrderingSupplement && count >= 2)
                    (IsCidKeyed, Registry, Ordering) = (true, operands[0], operands[1]);
                else if (second == FontArray && count > 0)
                    FontArrayOffset = operands[count - 1];
                else if (second == FontSelect && count > 0)
                    FontSelectOffset = operands[count - 1];
            }
            else if (count > 0)
            {
                int value = operands[count - 1];
                CharsetOffset = first == Charset ? value : CharsetOffset;
                EncodingOffset = first == EncodingOperator ? value : EncodingOffset;
                CharStringsOffset = first == CharStrings ? value : CharStringsOffset;
                SubroutinesOffset = first == SubroutinesOperator ? value : SubroutinesOffset;
                if (first == PrivateOperator && count >= 2)
                    (PrivateLength, PrivateOffset) = (operands[0], value);
            }

            count = 0;
        }
    }

    /// <summary>0–2 for the predefined ones.</summary>
    public int CharsetOffset { get; }

    /// <summary>0 or 1 for the predefined ones.</summary>
    public int EncodingOffset { get; }

    public int CharStringsOffset { get; }

    /// <summary>Of the Private DICT; 0 where there is none.</summary>
    public int PrivateLength { get; }

    public int PrivateOffset { get; }

    /// <summary>In a Private DICT: of its subroutines, from its own beginning; 0 where there are none.</summary>
    public int SubroutinesOffset { get; }

    /// <summary>Of the Font DICTs of a CID-keyed font.</summary>
    public int FontArrayOffset { get; }

    /// <summary>Which Font DICT a glyph belongs to.</summary>
    public int FontSelectOffset { get; }

    public bool IsCidKeyed { get; }

    /// <summary>String ids of the collection's name; only when the font is CID-keyed.</summary>
    public int Registry { get; }

    public int Ordering { get; }

    // Reals are passed over: no entry of interest is one.
    private static int ReadOperand(ReadOnlySpan<byte> data, ref int at)
    {
        int first = data[at++];
        switch (first)
        {
            case 28:
                at += 2;
                return BigEndian.Int16(data, at - 2);
            case 29:
                at += 4;
                return at <= data.Length ? BinaryPrimitives.ReadInt32BigEndian(data[(at - 4)..]) : 0;
            case 30:
                while (at < data.Length && (data[at] & 0x0F) != 0x0F && (data[at] & 0xF0) != 0xF0)
                    at++;
                at++;
                return 0;
            case >= 32 and <= 246:
                return first - 139;
            case >= 247 and <= 250:
                return ((first - 247) * 256) + BigEndian.Byte(data, at++) + 108;
            case >= 251 and <= 254:
                return (-(first - 251) * 256) - BigEndian.Byte(data, at++) - 108;
            default:
                return 0;
        }
    }
}
