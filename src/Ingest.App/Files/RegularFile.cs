namespace Ingest.App.Files;

/// <summary>Opens files of bytes only: opening a pipe waits for ever, reading a device may never end.</summary>
internal static class RegularFile
{
    /// <exception cref="NotRegularFileException">It is a pipe, a socket or a device.</exception>
    public static FileStream OpenRead(string path) => NativeFiles.LeadsToRegular(path) || Directory.Exists(path)
        ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.SequentialScan)
        : throw new NotRegularFileException(path);
}

/// <summary>A pipe, a socket or a device was named where a file is wanted.</summary>
internal sealed class NotRegularFileException(string path) : IOException($"'{path}' is no regular file (a pipe, a socket or a device).");
