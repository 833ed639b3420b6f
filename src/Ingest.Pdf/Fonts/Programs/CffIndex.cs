namespace Ingest.Pdf.Fonts.Programs;

/// <summary>An INDEX of a CFF file (Adobe Technical Note 5176, section 5): a list of byte strings.</summary>
internal readonly struct CffIndex
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly long _offsets;
    private readonly int _offsetSize;

    public CffIndex(ReadOnlyMemory<byte> file, long start)
    {
        _file = file;
        Count = BigEndian.UInt16(file.Span, start);
        _offsetSize = BigEndian.Byte(file.Span, start + 2);
        _offsets = start + 3;
        if (_offsetSize is < 1 or > 4 || _offsets + ((Count + 1L) * _offsetSize) > file.Length)
            Count = 0;
        End = Count == 0 ? start + 2 : DataAt(Count);
    }

    public int Count { get; }

    /// <summary>Position after the INDEX.</summary>
    public long End { get; }

    public ReadOnlySpan<byte> this[int index] => index < 0 || index >= Count
        ? default
        : BigEndian.Slice(_file, DataAt(index), DataAt(index + 1) - DataAt(index)).Span;

    private long DataAt(int index)
    {
        long offset = 0;
        for (int i = 0; i < _offsetSize; i++)
            offset = (offset << 8) | (uint)BigEndian.Byte(_file.Span, _offsets + ((long)index * _offsetSize) + i);
        return _offsets + ((Count + 1L) * _offsetSize) - 1 + offset;
    }
}
