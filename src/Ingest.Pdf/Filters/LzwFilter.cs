namespace Ingest.Pdf.Filters;

/// <summary>ISO 32000-1, 7.4.4: codes of 9 to 12 bits, the highest bit first.</summary>
internal static class LzwFilter
{
    private const int ClearTable = 256;
    private const int EndOfData = 257;
    private const int FirstCode = 258;
    private const int TableSize = 4096;

    /// <param name="input">What to decode.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="earlyChange">True when codes grow one code early, the default of the standard.</param>
    /// <returns>False when a code is none of the table's; what came before has been written.</returns>
    public static bool Decode(ReadOnlySpan<byte> input, BoundedBuffer output, bool earlyChange)
    {
        // An entry is the sequence of the code before, which is already in the output, and one byte more.
        var starts = new int[TableSize];
        var lengths = new int[TableSize];
        int next = FirstCode;
        int width = 9;
        int previousStart = -1;
        int previousLength = 0;
        var bits = new BitReader(input);
        while (bits.TryRead(width, out int code) && code != EndOfData)
        {
            if (code == ClearTable)
            {
                next = FirstCode;
                width = 9;
                previousStart = -1;
                continue;
            }

            int start = output.Length;
            if (code < ClearTable)
            {
                if (!output.Append((byte)code))
                    return true;
            }
            else if (code < next)
            {
                if (!Repeat(output, starts[code], lengths[code]))
                    return true;
            }
            else if (code == next && previousStart >= 0)
            {
                if (!Repeat(output, previousStart, previousLength + 1))
                    return true;
            }
            else
            {
                return false;
            }

            if (previousStart >= 0 && next < TableSize)
            {
                starts[next] = previousStart;
                lengths[next] = previousLength + 1;
                next++;
            }

            previousStart = start;
            previousLength = output.Length - start;
            width = WidthFor(next + (earlyChange ? 1 : 0));
        }

        return true;
    }

    private static int WidthFor(int code) => code switch
    {
        < 512 => 9,
        < 1024 => 10,
        < 2048 => 11,
        _ => 12,
    };

    // The sequence may run into what it writes: the byte after the previous sequence is its own first one.
    private static bool Repeat(BoundedBuffer output, int start, int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (!output.Append(output.Written[start + i]))
                return false;
        }

        return true;
    }

    private ref struct BitReader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;
        private uint _held;
        private int _count;

        public bool TryRead(int width, out int value)
        {
            while (_count < width)
            {
                if (_at == _bytes.Length)
                {
                    value = 0;
                    return false;
                }

                _held = ((_held & 0xFFFF) << 8) | _bytes[_at++];
                _count += 8;
            }

            _count -= width;
            value = (int)((_held >> _count) & ((1u << width) - 1));
            return true;
        }
    }
}
