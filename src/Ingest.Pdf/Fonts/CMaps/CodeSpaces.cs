namespace Ingest.Pdf.Fonts.CMaps;

/// <summary>
/// The code space ranges of a CMap (ISO 32000-1, 9.7.6.2): how many bytes the next code takes.
/// </summary>
internal sealed class CodeSpaces
{
    public static readonly CodeSpaces TwoBytes = new([new CodeSpace(2, 0x0000, 0xFFFF)]);

    private const int LongestCode = 4;

    private readonly CodeSpace[] _spaces;
    private readonly int _shortest;

    // Length by first byte; 0 where the bytes after it decide.
    private readonly byte[] _lengths = new byte[256];

    public CodeSpaces(IEnumerable<CodeSpace> spaces)
    {
        _spaces = [.. spaces.Where(space => space.Length is >= 1 and <= LongestCode)];
        if (_spaces.Length == 0)
            _spaces = [new CodeSpace(2, 0x0000, 0xFFFF)];
        _shortest = _spaces.Min(space => space.Length);
        for (int first = 0; first < _lengths.Length; first++)
            _lengths[first] = LengthByFirstByte((byte)first);
    }

    /// <summary>
    /// Takes one code off the text; 0 bytes only when there is none. A code cut off by the end of the
    /// text takes what is left and is code 0, which viewers show as the missing glyph.
    /// </summary>
    public int ReadCode(ReadOnlySpan<byte> text, out int code)
    {
        code = 0;
        if (text.IsEmpty)
            return 0;
        int length = _lengths[text[0]];
        if (length == 0)
            length = LengthByAllBytes(text);
        if (length > text.Length)
            return text.Length;
        foreach (byte value in text[..length])
            code = unchecked((code << 8) | value);
        return length;
    }

    private byte LengthByFirstByte(byte first)
    {
        int length = 0;
        foreach (CodeSpace space in _spaces)
        {
            if (!space.Holds(0, first))
                continue;
            if (length != 0 && length != space.Length)
                return 0;
            length = space.Length;
        }

        return (byte)(length == 0 ? _shortest : length);
    }

    // Codes outside every range are as long as the shortest range that their first bytes fit.
    private int LengthByAllBytes(ReadOnlySpan<byte> text)
    {
        for (int matched = Math.Min(LongestCode, text.Length); matched > 0; matched--)
        {
            int length = 0;
            foreach (CodeSpace space in _spaces)
            {
                if (space.Length >= matched && space.HoldsStart(text[..matched]) && (length == 0 || space.Length < length))
                    length = space.Length;
            }

            if (length != 0)
                return length;
        }

        return _shortest;
    }
}

/// <summary>One code space range: each byte of a code lies between the bytes of the two ends.</summary>
internal readonly record struct CodeSpace(int Length, uint Low, uint High)
{
    public bool Holds(int index, byte value) => value >= ByteOf(Low, index) && value <= ByteOf(High, index);

    public bool HoldsStart(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!Holds(i, bytes[i]))
                return false;
        }

        return true;
    }

    private byte ByteOf(uint end, int index) => (byte)((end >> (8 * (Length - 1 - index))) & 0xFF);
}
