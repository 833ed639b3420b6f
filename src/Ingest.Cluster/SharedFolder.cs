namespace Ingest.Cluster;

/// <summary>Where documents and answers lie while they are worked on.</summary>
public interface ISharedFiles
{
    /// <summary>Whole, or not there at all. What is there already under that name is replaced.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    Task PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    Task<byte[]> GetAsync(string name, CancellationToken cancellation);

    /// <summary>Does nothing where there is none.</summary>
    void Delete(string name);

    /// <summary>Removes what has been left for longer than the age, by whoever was ended in between.</summary>
    void Tidy(TimeSpan age);
}

/// <summary>A folder on a share. Names are made here, never by a document.</summary>
internal sealed class SharedFolder(string folder, TimeProvider clock) : ISharedFiles
{
    private const string Unfinished = ".part";

    public async Task PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        string target = PathOf(name), part = $"{target}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(bytes, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, target, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    public Task<byte[]> GetAsync(string name, CancellationToken cancellation) => File.ReadAllBytesAsync(PathOf(name), cancellation);

    public void Delete(string name) => File.Delete(PathOf(name));

    public void Tidy(TimeSpan age)
    {
        if (!Directory.Exists(folder))
            return;
        DateTime oldest = (clock.GetUtcNow() - age).UtcDateTime;
        foreach (string file in Directory.EnumerateFiles(folder).Where(file => File.GetLastWriteTimeUtc(file) < oldest))
            File.Delete(file);
    }

    private string PathOf(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')
        ? Path.Combine(folder, name)
        : throw new ArgumentException("A name in the shared folder has letters, digits, points and hyphens.", nameof(name));
}
