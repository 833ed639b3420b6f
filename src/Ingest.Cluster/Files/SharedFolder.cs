namespace Ingest.Cluster.Files;

/// <summary>A folder on a share.</summary>
internal sealed class SharedFolder(string folder) : ISharedFiles
{
    /// <summary>Begins the name of what is being written, so that nobody who looks for files by how their names begin meets it.</summary>
    private const string Unfinished = "unfinished-";

    public async Task PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        string target = PathOf(name), part = PathOf($"{Unfinished}{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
                await file.WriteAsync(bytes, cancellation);
            File.Move(part, target, overwrite: true);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(name), cancellation);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellation)
    {
        try
        {
            File.Delete(PathOf(name));
        }
        catch (DirectoryNotFoundException)
        {
            // Nor is the file.
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SharedFile>> ListAsync(string prefix, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<IReadOnlyList<SharedFile>>(
                Directory.Exists(folder) ? [.. new DirectoryInfo(folder).EnumerateFiles(prefix + "*").Select(file => new SharedFile(file.Name, file.LastWriteTimeUtc))] : []);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    private string PathOf(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')
        ? Path.Combine(folder, name)
        : throw new ArgumentException("A name in the shared folder has letters, digits, points and hyphens.", nameof(name));
}
