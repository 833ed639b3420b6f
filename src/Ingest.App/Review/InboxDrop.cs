using System.Buffers;
using System.Globalization;
using Ingest.App.Configuration;
using Ingest.App.Files;
using Ingest.App.Intake;
using Ingest.Contract.Text;
using Ingest.Review.Ports;
using Ingest.Store;

namespace Ingest.App.Review;

/// <summary>The inbox as the page fills it: a file is written under a name that the watcher leaves alone, and renamed when it is whole.</summary>
internal sealed class InboxDrop(Locations folders, LimitSettings limits, IDocumentStore store) : IInbox
{
    /// <summary>A PDF names itself within its first kilobyte.</summary>
    private const int HeadBytes = 1024;

    /// <summary>Names tried before a file is refused.</summary>
    private const int MostOfOneName = 1000;

    public long MaxBytes => limits.FileBytes;

    public bool IsWatched => FolderLock.IsTaken(folders.Inbox);

    public IReadOnlyList<string> Waiting(int most)
    {
        try
        {
            return [.. new InboxScanner(folders.Inbox, limits.FileBytes).Scan().Files.Where(file => file.Left is null).Select(file => file.RelativePath).Take(most)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    public async Task<Received> ReceiveAsync(string name, Stream content, CancellationToken cancellation)
    {
        string safe = SafeFileName.Of(name.Split('/', '\\')[^1]);
        if (!safe.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            return Refused("只收取 PDF 文件（.pdf）。", "Only PDF files (.pdf) are taken.");
        Directory.CreateDirectory(folders.Inbox);
        string unfinished = Path.Combine(folders.Inbox, $"{InboxScanner.OwnPrefix}-{Guid.NewGuid():N}{WholeFile.Unfinished}");
        try
        {
            if (await WriteAsync(unfinished, content, cancellation) is { } refusal)
                return refusal;
            return Place(unfinished, safe) is { } placed ? new Received(placed, null) : Refused("收件箱中同名文件过多。", "The inbox has too many files of that name.");
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public bool TryAgain(long arrivalId)
    {
        if (store.FindArrival(arrivalId) is not { State: ArrivalState.Quarantined, Location: { } location } arrival || !File.Exists(location))
            return false;
        string unfinished = Path.Combine(folders.Inbox, $"{InboxScanner.OwnPrefix}-{Guid.NewGuid():N}{WholeFile.Unfinished}");
        try
        {
            Directory.CreateDirectory(folders.Inbox);
            File.Copy(location, unfinished);
            return Place(unfinished, SafeFileName.Of(Path.GetFileName(arrival.OriginalPath))) is not null;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task<Received?> WriteAsync(string path, Stream content, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, useAsync: true);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
            {
                if (file.Length + read > limits.FileBytes)
                    return Refused($"文件超过 {Megabytes()} MB 的限额（limits.fileBytes）。", $"The file is larger than the limit of {Megabytes()} MB (limits.fileBytes).");
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        await file.FlushAsync(cancellation);
        file.Position = 0;
        byte[] head = new byte[HeadBytes];
        int length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        if (head.AsSpan(0, length).IndexOf("%PDF-"u8) < 0)
            return Refused("文件内容不是 PDF。", "What is in the file is no PDF.");
        file.Flush(flushToDisk: true);
        return null;
    }

    /// <summary>Never over another file.</summary>
    private string? Place(string unfinished, string name)
    {
        string stem = Path.GetFileNameWithoutExtension(name), ending = Path.GetExtension(name);
        for (int i = 1; i <= MostOfOneName; i++)
        {
            string free = i == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{stem} ({i}){ending}");
            string target = Path.Combine(folders.Inbox, free);
            try
            {
                NativeFiles.Rename(unfinished, target, replace: false);
                return free;
            }
            catch (IOException) when (File.Exists(target))
            {
                // The next name is tried.
            }
        }

        return null;
    }

    private string Megabytes() => (limits.FileBytes / (1024.0 * 1024.0)).ToString("0.#", CultureInfo.InvariantCulture);

    private static Received Refused(string chinese, string english) => new(null, new Phrase(chinese, english));
}
