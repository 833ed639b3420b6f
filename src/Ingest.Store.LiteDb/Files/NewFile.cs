namespace Ingest.Store.LiteDb.Files;

/// <summary>Copies a stream to a file that is not there yet.</summary>
internal static class NewFile
{
    /// <summary>On the disk when it returns.</summary>
    /// <exception cref="CopyFailedException">There is a file of that name, or it cannot be written; what was written is removed.</exception>
    public static void Write(string path, Stream contents)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CopyFailedException(error);
        }

        byte[] block = new byte[1 << 16];
        try
        {
            using (file)
            {
                // What cannot be read is the store's failure, what cannot be written is not.
                while (contents.Read(block, 0, (int)Math.Min(block.Length, contents.Length - contents.Position)) is > 0 and var read)
                    Guarded(() => file.Write(block, 0, read));
                Guarded(() => file.Flush(flushToDisk: true));
            }
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (IOException error)
        {
            throw new CopyFailedException(error);
        }
    }
}

/// <summary>A copy cannot be written; the store that was copied is not concerned.</summary>
internal sealed class CopyFailedException(Exception inner) : Exception(inner.Message, inner)
{
    /// <summary>Where it cannot be taken for a failure of the store.</summary>
    public static void AsIOException(Action copying)
    {
        try
        {
            copying();
        }
        catch (CopyFailedException error)
        {
            throw new IOException(error.Message, error);
        }
    }
}
