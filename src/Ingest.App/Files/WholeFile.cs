namespace Ingest.App.Files;

/// <summary>
/// Writes files that appear at once and whole: beside their place under a name of their own first, on the disk, then renamed.
/// Two writers of one file leave that of the later, never a mixture.
/// </summary>
internal static class WholeFile
{
    /// <summary>What is being written has this ending; the inbox ignores it.</summary>
    public const string Unfinished = ".part";

    /// <summary>More than other writers of one file can spoil in a row.</summary>
    private const int Attempts = 20;

    /// <summary>Makes the folder, and replaces what has that name.</summary>
    /// <exception cref="IOException">It cannot be written; what was there is unchanged, and nothing is left beside it.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path);
        if (File.Exists(full) && !NativeFiles.LeadsToRegular(full))
        {
            // A pipe or a device that was named on purpose: /dev/null, a process that reads along.
            using var special = new FileStream(full, FileMode.Open, FileAccess.Write);
            write(special);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string target = File.Exists(full) ? RealPath.Of(full) : full;
        Make(target, replace: true, file => write(file));
    }

    /// <summary>Copies what a stream holds to a new name.</summary>
    /// <exception cref="IOException">It cannot be written, or there is a file of that name.</exception>
    public static void Create(string path, Stream contents)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        long start = contents.CanSeek ? contents.Position : 0;
        Make(path, replace: false, file =>
        {
            if (contents.CanSeek)
                contents.Position = start;
            contents.CopyTo(file);
        });
    }

    /// <summary>What a full disk cuts short is removed, since it takes the room that the next attempt needs.</summary>
    private static void Make(string path, bool replace, Action<FileStream> write)
    {
        RemoveLeftovers(path);
        for (int attempt = 1; !TryMake(path, $"{path}.{Guid.NewGuid().ToString("N")[..12]}{Unfinished}", replace, write, isLast: attempt == Attempts); attempt++)
        {
        }
    }

    /// <returns>False when another writer of the same file took this one for a leftover, before it was held: it is made under another name.</returns>
    private static bool TryMake(string path, string unfinished, bool replace, Action<FileStream> write, bool isLast)
    {
        try
        {
            // Held until it has its name.
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.Delete))
            {
                write(file);
                file.Flush(flushToDisk: true);
                if (!NativeFiles.Rename(unfinished, path, replace))
                    throw new IOException($"'{unfinished}' and '{path}' are on different volumes.");
            }

            NativeFiles.FlushFolder(Path.GetDirectoryName(path)!);
            return true;
        }
        catch (IOException error) when (!isLast && (error is FileNotFoundException || IsHeld(error)))
        {
            return false;
        }
        catch (Exception error)
        {
            File.Delete(unfinished);
            // The system does not always say where there is no room.
            if (error.GetType() == typeof(IOException) && !error.Message.Contains(path, StringComparison.Ordinal))
                throw new IOException($"{error.Message} : '{path}'", error);
            throw;
        }
    }

    /// <summary>ERROR_SHARING_VIOLATION; EWOULDBLOCK of Linux and of macOS. What a piece is held by goes on to remove it.</summary>
    private static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is 0x20 or 11 or 35;

    /// <summary>Pieces of this file that a process left when it was killed; one that is being written is held by its writer.</summary>
    private static void RemoveLeftovers(string path)
    {
        foreach (string piece in Directory.GetFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}*{Unfinished}"))
        {
            try
            {
                using (new FileStream(piece, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1))
                    File.Delete(piece);
            }
            catch (IOException)
            {
                // Its writer is at work.
            }
        }
    }
}
