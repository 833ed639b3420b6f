namespace Ingest.Pdf.Filters;

/// <summary>
/// A prefix code of deflate (RFC 1951, 3.2.2) as a lookup table: the next bits of the input lead to the
/// symbol in one step, rarely two. Made anew for each block in the same memory.
/// </summary>
/// <param name="rootBits">Bits of the first step.</param>
/// <param name="mostEntries">Entries that the largest code needs, second steps included.</param>
internal sealed class HuffmanTable(int rootBits, int mostEntries)
{
    /// <summary>Codes are at most this long.</summary>
    public const int LongestCode = 15;

    /// <summary>Entry for bits that are no code.</summary>
    public const uint Invalid = 0;

    /// <summary>Flag of an entry that leads to a second step; its value is where, its low operand how many bits.</summary>
    public const uint Second = 0x2000;

    private readonly uint[] _entries = new uint[mostEntries];
    private readonly ushort[] _sorted = new ushort[288];

    public int RootBits => rootBits;

    /// <summary>
    /// Bits 0–7: length of the code. Bits 8–12: operand. Bits 13–15: flags. Bits 16–31: value. Second-step
    /// entries are found at the value of the first plus the bits after the root's.
    /// </summary>
    public ReadOnlySpan<uint> Entries => _entries;

    /// <param name="lengths">Length of each symbol's code, 0 for symbols not used.</param>
    /// <param name="meanings">What an entry holds for each symbol, but for the length.</param>
    /// <returns>False when the lengths cannot be those of a code.</returns>
    public bool TryBuild(ReadOnlySpan<byte> lengths, ReadOnlySpan<uint> meanings)
    {
        Span<int> counts = stackalloc int[LongestCode + 1];
        foreach (byte length in lengths)
            counts[length]++;
        counts[0] = 0;
        int left = 1;
        for (int length = 1; length <= LongestCode; length++)
        {
            left = (left << 1) - counts[length];
            if (left < 0)
                return false;
        }

        Sort(lengths, counts);
        Array.Fill(_entries, Invalid);
        return TryFill(counts, meanings);
    }

    private void Sort(ReadOnlySpan<byte> lengths, ReadOnlySpan<int> counts)
    {
        Span<int> next = stackalloc int[LongestCode + 2];
        for (int length = 1; length <= LongestCode; length++)
            next[length + 1] = next[length] + counts[length];
        for (int symbol = 0; symbol < lengths.Length; symbol++)
        {
            if (lengths[symbol] != 0)
                _sorted[next[lengths[symbol]]++] = (ushort)symbol;
        }
    }

    // Codes are given out in order of length, then of symbol; the stream holds them highest bit first.
    private bool TryFill(Span<int> counts, ReadOnlySpan<uint> meanings)
    {
        int code = 0;
        int at = 0;
        int free = 1 << rootBits;
        for (int length = 1; length <= LongestCode; length++, code <<= 1)
        {
            for (; counts[length] > 0; counts[length]--, code++, at++)
            {
                int reversed = Reverse(code, length);
                uint entry = meanings[_sorted[at]] | (uint)length;
                if (length <= rootBits)
                {
                    Repeat(0, reversed, length, rootBits, entry);
                    continue;
                }

                int root = reversed & ((1 << rootBits) - 1);
                if (_entries[root] == Invalid)
                {
                    int bits = SecondBits(counts, length);
                    if (free + (1 << bits) > _entries.Length)
                        return false;
                    _entries[root] = ((uint)free << 16) | Second | ((uint)bits << 8);
                    free += 1 << bits;
                }

                uint second = _entries[root];
                Repeat((int)(second >> 16), reversed >> rootBits, length - rootBits, (int)((second >> 8) & 0x1F), entry);
            }
        }

        return true;
    }

    // Enough bits for all codes that may still share this root: until the rest of the code space is used up.
    private int SecondBits(ReadOnlySpan<int> counts, int length)
    {
        int bits = length - rootBits;
        int room = (1 << bits) - counts[length];
        while (room > 0 && bits + rootBits < LongestCode)
        {
            bits++;
            room = (room << 1) - counts[bits + rootBits];
        }

        return bits;
    }

    private void Repeat(int start, int reversed, int length, int tableBits, uint entry)
    {
        for (int at = reversed; at < 1 << tableBits; at += 1 << length)
            _entries[start + at] = entry;
    }

    private static int Reverse(int code, int length)
    {
        int reversed = 0;
        for (int i = 0; i < length; i++)
            reversed |= ((code >> i) & 1) << (length - 1 - i);
        return reversed;
    }
}
