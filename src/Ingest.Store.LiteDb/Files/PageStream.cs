namespace Ingest.Store.LiteDb.Files;

/// <summary>
/// The data file as LiteDB's engine sees it in one opening: pages that it has written, before those of the
/// journal, before those of the file. What it writes stays in memory until it is committed; an opening that
/// fails leaves nothing behind. A read that finds fewer bytes than asked for fails, which the engine itself
/// would not notice.
/// </summary>
internal sealed class PageStream : Stream
{
    private const int PageSize = PageJournal.PageSize;

    private readonly IBlockFile _data;

    private readonly IBlockFile _journal;

    private readonly PageJournal _committed;

    private readonly Dictionary<long, byte[]> _changed = [];

    private long _length;

    /// <exception cref="EndOfStreamException">The data file ends within a page.</exception>
    public PageStream(IBlockFile data, IBlockFile journal, PageJournal committed)
    {
        (_data, _journal, _committed) = (data, journal, committed);
        // With a journal the file may be of any length: a checkpoint was cut off, and is done again.
        _length = committed.DataLength ?? data.Length;
        if (_length % PageSize != 0)
            throw new EndOfStreamException("The file ends within a page.");
    }

    /// <summary>By number; each whole.</summary>
    public IReadOnlyDictionary<long, byte[]> Changed => _changed;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        for (int done = 0; done < buffer.Length;)
        {
            (long number, int within) = Place();
            Span<byte> part = buffer.Slice(done, Math.Min(buffer.Length - done, PageSize - within));
            if (Position + part.Length > _length)
                throw new EndOfStreamException($"Page {number} lies beyond the end of the file.");
            ReadPage(number, within, part);
            Position += part.Length;
            done += part.Length;
        }

        return buffer.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (int done = 0; done < buffer.Length;)
        {
            (long number, int within) = Place();
            ReadOnlySpan<byte> part = buffer.Slice(done, Math.Min(buffer.Length - done, PageSize - within));
            if (!_changed.TryGetValue(number, out byte[]? page))
                _changed[number] = page = part.Length == PageSize ? new byte[PageSize] : Whole(number);
            part.CopyTo(page.AsSpan(within));
            Position += part.Length;
            done += part.Length;
            _length = Math.Max(_length, (number + 1) * PageSize);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>The commit flushes; what the engine asks for in between is not worth anything alone.</summary>
    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => _length + offset,
    };

    /// <summary>The engine never makes its data file shorter, and longer only by writing.</summary>
    public override void SetLength(long value) => throw new NotSupportedException("The length of the data file follows from its pages.");

    private (long Number, int Within) Place() => (Position / PageSize, (int)(Position % PageSize));

    private byte[] Whole(long number)
    {
        byte[] page = new byte[PageSize];
        if (number * PageSize < _length)
            ReadPage(number, 0, page);
        return page;
    }

    private void ReadPage(long number, int within, Span<byte> part)
    {
        if (_changed.TryGetValue(number, out byte[]? page))
            page.AsSpan(within, part.Length).CopyTo(part);
        else if (_committed.TryFind(number, out long position))
            Fill(_journal, position + within, part, number);
        else
            Fill(_data, (number * PageSize) + within, part, number);
    }

    private static void Fill(IBlockFile file, long position, Span<byte> part, long number)
    {
        if (file.Read(position, part) < part.Length)
            throw new EndOfStreamException($"Page {number} is not there, or in part.");
    }
}
