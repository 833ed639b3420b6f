namespace Ingest.Store.LiteDb.Files;

/// <summary>
/// A file as the store sees it. Every call goes to the operating system; what was written is safe from a
/// power cut only after <see cref="Flush"/>, and what was written between two flushes may reach the disk in
/// any order, in part or not at all. Throws what files throw.
/// </summary>
internal interface IBlockFile : IDisposable
{
    long Length { get; }

    /// <returns>How many bytes there were; fewer than asked for only at the end of the file.</returns>
    int Read(long position, Span<byte> bytes);

    /// <summary>Makes the file longer when it writes beyond its end.</summary>
    void Write(long position, ReadOnlySpan<byte> bytes);

    void SetLength(long length);

    /// <summary>When it returns, everything written before is on the disk.</summary>
    void Flush();
}
