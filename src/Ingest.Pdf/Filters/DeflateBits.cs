using System.Buffers.Binary;

namespace Ingest.Pdf.Filters;

/// <summary>Deflate data as bits, lowest first. Beyond its end come zeros, and <see cref="IsExhausted"/>.</summary>
internal ref struct DeflateBits(ReadOnlySpan<byte> input)
{
    private readonly ReadOnlySpan<byte> _input = input;
    private ulong _held;
    private int _count;
    private int _at;

    /// <summary>True when more bits were taken than there are.</summary>
    public readonly bool IsExhausted => _count < 0;

    /// <summary>Bytes of which at least one bit was taken.</summary>
    public readonly int BytesUsed => _at - (Math.Max(_count, 0) / 8);

    /// <summary>Makes at least 56 bits available, or all that are left.</summary>
    public void Refill()
    {
        if (_count < 0)
            return;
        if (_input.Length - _at >= sizeof(ulong))
        {
            _held |= BinaryPrimitives.ReadUInt64LittleEndian(_input[_at..]) << _count;
            _at += (63 - _count) >> 3;
            _count |= 56;
            return;
        }

        while (_count <= 56 && _at < _input.Length)
        {
            _held |= (ulong)_input[_at++] << _count;
            _count += 8;
        }
    }

    public readonly int Peek(int count) => (int)(_held & ((1UL << count) - 1));

    public int Take(int count)
    {
        int value = Peek(count);
        _held >>= count;
        _count -= count;
        return value;
    }

    /// <summary>Takes the next code and gives its entry.</summary>
    public uint Decode(ReadOnlySpan<uint> entries, int rootBits)
    {
        uint entry = entries[Peek(rootBits)];
        if ((entry & HuffmanTable.Second) != 0)
            entry = entries[(int)(entry >> 16) + (int)((_held >> rootBits) & ((1UL << (int)((entry >> 8) & 0x1F)) - 1))];
        int length = (int)(entry & 0xFF);
        _held >>= length;
        _count -= length;
        return entry;
    }

    /// <summary>The value of an entry plus the extra bits that belong to it.</summary>
    public int TakeValue(uint entry) => (int)(entry >> 16) + Take((int)((entry >> 8) & 0x1F));

    public void AlignToByte() => Take(Math.Max(_count, 0) & 7);

    /// <summary>Takes whole bytes, as many as there are; only at a byte's border.</summary>
    public ReadOnlySpan<byte> TakeBytes(int count)
    {
        // Bytes that were read ahead are given back.
        int start = BytesUsed;
        int taken = Math.Min(count, _input.Length - start);
        _at = start + taken;
        _held = 0;
        _count = 0;
        return _input.Slice(start, taken);
    }
}
