using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ingest.Store.LiteDb.Files;

/// <summary>
/// Pages that were committed and are not in the data file yet. A commit appends one batch and flushes it; a
/// checkpoint copies the newest version of each page to the data file, flushes that, and begins the journal
/// anew. Every batch ends with the digest of itself and of the batch before it, so that one that a crash or a
/// power cut tore is not taken for a whole one, nor one of an earlier journal for one of this.
/// </summary>
/// <remarks>
/// What is known of the journal is kept from one opening to the next; only what others appended in between is
/// read again. All calls under the database's lock.
/// </remarks>
internal sealed class PageJournal(string path)
{
    public const int PageSize = 8192;

    private const int DigestSize = SHA256.HashSizeInBytes;

    /// <summary>Name of the format, a random number, the digest of both.</summary>
    private const int HeaderSize = 16 + 16 + DigestSize;

    /// <summary>Mark, number of pages, length of the data file, digest of what comes before.</summary>
    private const int BatchHeaderSize = 8 + 8 + 8 + DigestSize;

    /// <summary>Position of the newest version of each page, by its number.</summary>
    private readonly Dictionary<long, long> _positions = [];

    /// <summary>Of the journal's header; tells it from those before it. Null when there is none.</summary>
    private byte[]? _beginning;

    /// <summary>Of the last batch, or the header.</summary>
    private byte[] _digest = [];

    private long _dataLength;

    /// <summary>Where the last whole batch ends.</summary>
    public long End { get; private set; }

    private static ReadOnlySpan<byte> Format => "ingest pages 1\r\n"u8;

    private static ReadOnlySpan<byte> BatchMark => "\u0001batch\r\n"u8;

    /// <summary>How long the data file is with what is in the journal; null when nothing is.</summary>
    public long? DataLength => _positions.Count > 0 ? _dataLength : null;

    public bool TryFind(long page, out long position) => _positions.TryGetValue(page, out position);

    /// <summary>Learns what was appended since the last time, and forgets what a checkpoint has done with.</summary>
    /// <exception cref="StoreException">A batch is damaged that was whole once: another comes after it.</exception>
    public void Refresh(IBlockFile journal)
    {
        byte[] header = new byte[HeaderSize];
        long length = journal.Length;
        if (journal.Read(0, header) < HeaderSize || !IsHeader(header))
        {
            // The header is on the disk before the first batch is written: without one there was none.
            Forget(null);
            if (length > HeaderSize)
                throw Damaged("its beginning");
            return;
        }

        ReadOnlySpan<byte> beginning = header.AsSpan(HeaderSize - DigestSize);
        if (!beginning.SequenceEqual(_beginning))
            Forget(beginning.ToArray());
        if (length < End)
            throw Damaged("its end");
        while (TryRead(journal, length))
        {
        }

        if (length > End && FindBatchAfter(journal, length))
            throw Damaged(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"byte {End}"));
    }

    /// <summary>Commits: when it returns the pages are on the disk, and when it throws they count for nothing.</summary>
    public void Append(IBlockFile journal, IReadOnlyDictionary<long, byte[]> pages, long dataLength)
    {
        if (_beginning is null)
            Begin(journal);
        // What a process left that died within a commit.
        if (journal.Length > End)
            journal.SetLength(End);
        try
        {
            Dictionary<long, long> positions = [];
            byte[] digest = Write(journal, pages, dataLength, positions);
            journal.Flush();
            Adopt(positions, dataLength, digest);
        }
        catch (IOException)
        {
            // The room is given back at once; what cannot be cut off is a torn batch to all who come later.
            journal.SetLength(End);
            throw;
        }
    }

    /// <summary>Moves everything to the data file. Safe to be cut off anywhere, and to be done again.</summary>
    public void Checkpoint(IBlockFile journal, IBlockFile data)
    {
        byte[] page = new byte[PageSize];
        foreach ((long number, long position) in _positions.OrderBy(entry => entry.Key))
        {
            if (journal.Read(position, page) < PageSize)
                throw new EndOfStreamException($"{path} ends within a page.");
            data.Write(number * PageSize, page);
        }

        data.Flush();
        // On the disk before a new header can be: no batch of the old journal is ever seen behind a new header.
        journal.SetLength(0);
        journal.Flush();
        Forget(null);
    }

    private void Begin(IBlockFile journal)
    {
        byte[] header = new byte[HeaderSize];
        Format.CopyTo(header);
        RandomNumberGenerator.Fill(header.AsSpan(Format.Length, 16));
        SHA256.HashData(header.AsSpan(0, HeaderSize - DigestSize), header.AsSpan(HeaderSize - DigestSize));
        journal.SetLength(0);
        journal.Write(0, header);
        journal.Flush();
        Forget(header[^DigestSize..]);
    }

    private byte[] Write(IBlockFile journal, IReadOnlyDictionary<long, byte[]> pages, long dataLength, Dictionary<long, long> positions)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] head = new byte[BatchHeaderSize + (pages.Count * sizeof(long))];
        BatchMark.CopyTo(head);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(8), pages.Count);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(16), dataLength);
        _digest.CopyTo(head.AsSpan(24));
        long position = End + head.Length;
        int listed = BatchHeaderSize;
        foreach (long number in pages.Keys)
        {
            BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(listed), number);
            listed += sizeof(long);
            positions[number] = position;
            position += PageSize;
        }

        digest.AppendData(head);
        journal.Write(End, head);
        foreach ((long number, byte[] bytes) in pages)
        {
            digest.AppendData(bytes);
            journal.Write(positions[number], bytes);
        }

        byte[] result = digest.GetHashAndReset();
        journal.Write(position, result);
        return result;
    }

    /// <summary>Reads the batch at <see cref="End"/>; false when there is no whole one.</summary>
    private bool TryRead(IBlockFile journal, long length)
    {
        byte[] head = new byte[BatchHeaderSize];
        if (journal.Read(End, head) < BatchHeaderSize || !head.AsSpan(0, 8).SequenceEqual(BatchMark) || !head.AsSpan(24).SequenceEqual(_digest))
            return false;
        long count = BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(8));
        if (count <= 0 || count > (length - End) / PageSize)
            return false;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(head);
        byte[] numbers = new byte[count * sizeof(long)];
        long position = End + BatchHeaderSize;
        if (!Take(numbers))
            return false;
        Dictionary<long, long> positions = [];
        byte[] page = new byte[PageSize];
        for (int i = 0; i < count; i++)
        {
            positions[BinaryPrimitives.ReadInt64LittleEndian(numbers.AsSpan(i * sizeof(long)))] = position;
            if (!Take(page))
                return false;
        }

        byte[] expected = digest.GetHashAndReset();
        byte[] written = new byte[DigestSize];
        if (journal.Read(position, written) < DigestSize || !written.AsSpan().SequenceEqual(expected))
            return false;
        Adopt(positions, BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(16)), expected);
        return true;

        bool Take(byte[] part)
        {
            if (journal.Read(position, part) < part.Length)
                return false;
            digest.AppendData(part);
            position += part.Length;
            return true;
        }
    }

    /// <summary>
    /// True when a batch follows somewhere behind <see cref="End"/>. None is begun before the one before it
    /// is on the disk: what comes before it was whole, and is damaged.
    /// </summary>
    private bool FindBatchAfter(IBlockFile journal, long length)
    {
        byte[] window = new byte[1 << 20];
        for (long start = End; start + DigestSize + BatchHeaderSize <= length; start += window.Length - DigestSize - BatchHeaderSize)
        {
            Span<byte> bytes = window.AsSpan(0, journal.Read(start, window));
            for (int from = DigestSize; from + BatchHeaderSize <= bytes.Length; from++)
            {
                int found = bytes[from..].IndexOf(BatchMark);
                if (found < 0)
                    break;
                from += found;
                // It names the digest that the batch before it ends with.
                if (from + BatchHeaderSize <= bytes.Length && bytes.Slice(from + 24, DigestSize).SequenceEqual(bytes.Slice(from - DigestSize, DigestSize)))
                    return true;
            }
        }

        return false;
    }

    private void Adopt(Dictionary<long, long> positions, long dataLength, byte[] digest)
    {
        foreach ((long number, long position) in positions)
            _positions[number] = position;
        _dataLength = dataLength;
        _digest = digest;
        End = End + BatchHeaderSize + (positions.Count * (sizeof(long) + PageSize)) + DigestSize;
    }

    private void Forget(byte[]? beginning)
    {
        _positions.Clear();
        _beginning = beginning;
        _digest = beginning ?? [];
        _dataLength = 0;
        End = beginning is null ? 0 : HeaderSize;
    }

    private static bool IsHeader(byte[] header) =>
        header.AsSpan().StartsWith(Format)
        && SHA256.HashData(header.AsSpan(0, HeaderSize - DigestSize)).AsSpan().SequenceEqual(header.AsSpan(HeaderSize - DigestSize));

    private StoreException Damaged(string where) => new(StoreFailure.Corrupt,
        $"The journal of {path} is damaged at {where}: what was stored last cannot be read. Make the store anew with 'ingest rebuild', or restore both files from a backup.");
}
