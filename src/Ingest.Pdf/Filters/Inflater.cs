using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Filters;

/// <summary>
/// Undoes deflate (RFC 1951). The base class library's own does not tell an early end from the true one
/// and loses what it decoded before a damaged place; here both count. Used again from stream to stream.
/// </summary>
internal sealed class Inflater
{
    private const uint Literal = 0x8000;
    private const uint EndOfBlock = 0x4000;

    private const int LiteralSymbols = 286;
    private const int DistanceSymbols = 30;
    private const int LengthSymbols = 19;

    // The longest match of deflate.
    private const int LongestMatch = 258;

    // Output between two looks at the clock and at the limit.
    private const int Stretch = 32 * 1024;

    // Entries below have no value: the end of a block, and what is no code.
    private const uint FirstLength = 1 << 16;

    // Length symbol 285 and above, and the distances, are (base value, extra bits) as RFC 1951, 3.2.5 lists them.
    private static readonly uint[] _literalMeanings = MakeLiteralMeanings();
    private static readonly uint[] _distanceMeanings = MakeDistanceMeanings();
    private static readonly uint[] _lengthMeanings = [.. Enumerable.Range(0, LengthSymbols).Select(symbol => (uint)symbol << 16)];

    // 1332, 592 and 128 are the most entries that codes over this many symbols need with these roots.
    private readonly HuffmanTable _literals = new(rootBits: 10, mostEntries: 1400);
    private readonly HuffmanTable _distances = new(rootBits: 9, mostEntries: 640);
    private readonly HuffmanTable _lengths = new(rootBits: 7, mostEntries: 128);
    private readonly byte[] _codeLengths = new byte[LiteralSymbols + DistanceSymbols + 2];

    /// <summary>Bytes of the input that the last <see cref="Inflate"/> used.</summary>
    public int Consumed { get; private set; }

    /// <summary>Order in which a block lists the lengths of the code for lengths.</summary>
    private static ReadOnlySpan<byte> LengthOrder => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    /// <param name="input">Without a zlib header.</param>
    /// <param name="output">Gets what can be decoded; what was in it before is not referred to.</param>
    /// <param name="budget">Looked at now and then.</param>
    /// <returns>False when the data is damaged or ends before its last block does.</returns>
    /// <exception cref="ReadingLimitException">Decoding takes too long.</exception>
    public bool Inflate(ReadOnlySpan<byte> input, BoundedBuffer output, ReadingBudget budget)
    {
        var bits = new DeflateBits(input);
        bool sound = InflateBlocks(ref bits, output, budget);
        Consumed = bits.BytesUsed;
        return sound;
    }

    private bool InflateBlocks(ref DeflateBits bits, BoundedBuffer output, ReadingBudget budget)
    {
        int start = output.Length;
        bool isLast = false;
        while (!isLast)
        {
            budget.Look();
            bits.Refill();
            isLast = bits.Take(1) == 1;
            bool sound = bits.Take(2) switch
            {
                0 => CopyStored(ref bits, output),
                1 => TryBuildFixed() && InflateBlock(ref bits, output, start, budget),
                2 => TryReadTables(ref bits) && InflateBlock(ref bits, output, start, budget),
                _ => false,
            };
            if (!sound || bits.IsExhausted || output.IsFull)
                return sound && !bits.IsExhausted;
        }

        return true;
    }

    private static bool CopyStored(ref DeflateBits bits, BoundedBuffer output)
    {
        bits.AlignToByte();
        bits.Refill();
        int length = bits.Take(16);
        int complement = bits.Take(16);
        if (bits.IsExhausted || length != (~complement & 0xFFFF))
            return false;
        ReadOnlySpan<byte> stored = bits.TakeBytes(length);
        output.Append(stored);
        return stored.Length == length;
    }

    private bool TryBuildFixed()
    {
        Span<byte> lengths = stackalloc byte[288];
        lengths[..144].Fill(8);
        lengths[144..256].Fill(9);
        lengths[256..280].Fill(7);
        lengths[280..].Fill(8);
        Span<byte> distances = stackalloc byte[32];
        distances.Fill(5);
        return _literals.TryBuild(lengths, _literalMeanings) && _distances.TryBuild(distances, _distanceMeanings);
    }

    private bool TryReadTables(ref DeflateBits bits)
    {
        bits.Refill();
        int literals = bits.Take(5) + 257;
        int distances = bits.Take(5) + 1;
        int lengths = bits.Take(4) + 4;
        if (literals > LiteralSymbols || distances > DistanceSymbols)
            return false;

        Span<byte> ofLengths = stackalloc byte[LengthSymbols];
        for (int i = 0; i < lengths; i++)
        {
            bits.Refill();
            ofLengths[LengthOrder[i]] = (byte)bits.Take(3);
        }

        Span<byte> all = _codeLengths.AsSpan(0, literals + distances);
        return _lengths.TryBuild(ofLengths, _lengthMeanings)
            && TryReadLengths(ref bits, all)
            && _literals.TryBuild(all[..literals], _literalMeanings)
            && _distances.TryBuild(all[literals..], _distanceMeanings);
    }

    private bool TryReadLengths(ref DeflateBits bits, Span<byte> lengths)
    {
        int at = 0;
        while (at < lengths.Length)
        {
            bits.Refill();
            uint entry = _lengths.Entries[bits.Peek(_lengths.RootBits)];
            if (entry == HuffmanTable.Invalid || bits.IsExhausted)
                return false;
            bits.Take((int)(entry & 0xFF));
            int symbol = (int)(entry >> 16);
            if (symbol < 16)
            {
                lengths[at++] = (byte)symbol;
                continue;
            }

            int repeat = symbol switch
            {
                16 => 3 + bits.Take(2),
                17 => 3 + bits.Take(3),
                _ => 11 + bits.Take(7),
            };
            if (repeat > lengths.Length - at || (symbol == 16 && at == 0))
                return false;
            lengths.Slice(at, repeat).Fill(symbol == 16 ? lengths[at - 1] : (byte)0);
            at += repeat;
        }

        return true;
    }

    // Stops now and then for the clock and the limit; what lies between is the loop that time is spent in.
    private bool InflateBlock(ref DeflateBits bits, BoundedBuffer output, int start, ReadingBudget budget)
    {
        while (true)
        {
            budget.Check();
            int from = output.Length;
            Span<byte> window = output.Window(Stretch + LongestMatch);
            int end = Run(ref bits, window[start..], from - start, from - start + Stretch, out Ending ending);
            if (!output.Commit(start + end) || ending == Ending.BlockEnd)
                return true;
            if (ending == Ending.Damage)
                return false;
        }
    }

    /// <summary>Decodes symbols until the room is used up, with space for one more match behind it.</summary>
    /// <returns>Where the output ends.</returns>
    private int Run(ref DeflateBits shared, Span<byte> window, int at, int until, out Ending ending)
    {
        ReadOnlySpan<uint> literals = _literals.Entries;
        ReadOnlySpan<uint> distances = _distances.Entries;
        int literalBits = _literals.RootBits;
        int distanceBits = _distances.RootBits;
        // A copy that stays in registers; this loop is where decoding spends its time.
        DeflateBits bits = shared;
        ending = Ending.RoomUsedUp;
        while (at < until)
        {
            // 56 bits at least, or what is left: enough for the longest length and distance with their extra bits.
            bits.Refill();
            uint entry = bits.Decode(literals, literalBits);
            if ((entry & Literal) != 0 && !bits.IsExhausted)
            {
                window[at++] = (byte)(entry >> 16);
                continue;
            }

            if ((entry & EndOfBlock) != 0)
                ending = Ending.BlockEnd;
            if (entry < FirstLength || bits.IsExhausted)
                break;

            int length = bits.TakeValue(entry);
            int distance = bits.TakeValue(bits.Decode(distances, distanceBits));
            // Symbols that the fixed code has but deflate does not use come out as a distance of 0.
            if (distance == 0 || distance > at || bits.IsExhausted)
                break;
            Copy(window, at, distance, length);
            at += length;
        }

        if (ending != Ending.BlockEnd && at < until || bits.IsExhausted)
            ending = Ending.Damage;
        shared = bits;
        return at;
    }

    private static void Copy(Span<byte> window, int at, int distance, int length)
    {
        Span<byte> target = window.Slice(at, length);
        if (distance == 1)
        {
            target.Fill(window[at - 1]);
            return;
        }

        // A match may run into what it writes, a pattern repeated: each step copies what is already there.
        int start = at - distance;
        while (!target.IsEmpty)
        {
            int step = Math.Min(at - start, target.Length);
            window.Slice(start, step).CopyTo(target);
            target = target[step..];
            at += step;
        }
    }

    private static uint[] MakeLiteralMeanings()
    {
        var meanings = new uint[288];
        for (int symbol = 0; symbol < 256; symbol++)
            meanings[symbol] = ((uint)symbol << 16) | Literal;
        meanings[256] = EndOfBlock;
        uint length = 3;
        for (int symbol = 257; symbol < 285; symbol++)
        {
            uint extra = symbol < 265 ? 0 : (uint)(symbol - 261) / 4;
            meanings[symbol] = (length << 16) | (extra << 8);
            length += 1u << (int)extra;
        }

        meanings[285] = LongestMatch << 16;
        return meanings;
    }

    private static uint[] MakeDistanceMeanings()
    {
        var meanings = new uint[32];
        uint distance = 1;
        for (int symbol = 0; symbol < DistanceSymbols; symbol++)
        {
            uint extra = symbol < 4 ? 0 : (uint)(symbol - 2) / 2;
            meanings[symbol] = (distance << 16) | (extra << 8);
            distance += 1u << (int)extra;
        }

        return meanings;
    }

    private enum Ending
    {
        RoomUsedUp,
        BlockEnd,
        Damage,
    }
}
