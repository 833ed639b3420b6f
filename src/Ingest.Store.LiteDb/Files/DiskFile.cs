using Microsoft.Win32.SafeHandles;

namespace Ingest.Store.LiteDb.Files;

/// <summary>A file of the disk, without a buffer in between.</summary>
internal sealed class DiskFile(SafeFileHandle handle) : IBlockFile
{
    public long Length => RandomAccess.GetLength(handle);

    public int Read(long position, Span<byte> bytes)
    {
        int read = 0;
        while (read < bytes.Length && RandomAccess.Read(handle, bytes[read..], position + read) is > 0 and var more)
            read += more;
        return read;
    }

    public void Write(long position, ReadOnlySpan<byte> bytes) => RandomAccess.Write(handle, bytes, position);

    public void SetLength(long length) => RandomAccess.SetLength(handle, length);

    public void Flush() => RandomAccess.FlushToDisk(handle);

    public void Dispose() => handle.Dispose();
}
