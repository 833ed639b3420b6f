using System.Text;

namespace Ingest.Store;

/// <summary>
/// A text file that is only ever added to, line by line, each on the disk before it counts. A line that was cut off by a crash stays what
/// it is, and nothing is written behind it on the same line. Safe to use from several threads.
/// </summary>
/// <param name="path">Its folder must exist; the file need not.</param>
public sealed class AppendedLines(string path)
{
    private readonly Lock _turn = new();

    public string Path => path;

    /// <summary>Bytes; 0 when there is no file.</summary>
    public long Length => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <param name="lines">None of them with a line break of its own.</param>
    /// <exception cref="IOException">The file cannot be written. What a failure leaves of a line is none to whoever reads it.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Append(params IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (string line in lines)
            text.Append(line).Append('\n');
        lock (_turn)
        {
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            bool torn = file.Length > 0 && Last(file) != '\n';
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes(torn ? "\n" + text : text.ToString()));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Oldest first; empty when there is no file. The last may have been cut off.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public IReadOnlyList<string> Read()
    {
        lock (_turn)
            return File.Exists(path) ? File.ReadAllLines(path, Encoding.UTF8) : [];
    }

    private static int Last(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte();
    }
}
