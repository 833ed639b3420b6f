using System.Globalization;
using Ingest.App.Files;
using Ingest.App.Words;
using Ingest.Store;
using Microsoft.Extensions.Logging;

namespace Ingest.App.Intake;

/// <summary>
/// Takes files out of the inbox: known to the store first, then moved to <c>processing/number-hash.pdf</c> in
/// one step. Finds what an earlier process left there: number and bytes must both be those of the arrival, since the
/// numbers of another store begin at one as well.
/// </summary>
internal sealed partial class InboxClaims(Locations folders, IDocumentStore store, IDisk disk, StepRetry retry, ReportWords words, ILogger log)
{
    /// <summary>Of the hash, in the name of a file in work; with the number it is nobody else's.</summary>
    private const int HashDigits = 16;

    /// <summary>Where the file of an arrival is while it is worked on.</summary>
    public string PlaceOf(Arrival arrival) => Path.Combine(folders.Processing, string.Create(CultureInfo.InvariantCulture, $"{arrival.Id}-{arrival.Sha256[..Math.Min(HashDigits, arrival.Sha256.Length)]}.pdf"));

    public bool IsHere(Arrival arrival) => disk.FileExists(PlaceOf(arrival));

    public Arrival? Find(long id) => store.FindArrival(id);

    /// <returns>Null when the file went away, or is not as it was seen: it may be in the middle of being written again.</returns>
    /// <exception cref="Exception">Of the kinds that <see cref="Faults.IsPutOff"/> knows: the file is still in the inbox.</exception>
    public async Task<Arrival?> TakeAsync(InboxFile file, CancellationToken cancellation)
    {
        Arrival? arrival = null;
        try
        {
            string sha256 = await retry.RetryAsync(() => Hash(file.Path), cancellation);
            if (disk.Stamp(file.Path) != (file.Length, file.Modified))
                return null;
            arrival = await retry.TryAsync(() => Claim(file, sha256), cancellation);
            await retry.RetryAsync(() => disk.Rename(file.Path, PlaceOf(arrival)), cancellation);
            await retry.TryAsync(() => store.Relocate(arrival.Id, PlaceOf(arrival)), cancellation);
            return arrival with { Location = PlaceOf(arrival) };
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            LogGone(PersonalNumbers.Mask(file.RelativePath));
            if (arrival is not null)
                await retry.TryAsync(() => Withdraw(arrival), cancellation);
            return null;
        }
    }

    /// <summary>Files that were taken and not brought to their end, in order of arrival. What is no file of this store goes back to the inbox.</summary>
    public IReadOnlyList<Arrival> Unfinished()
    {
        var unfinished = new List<Arrival>();
        foreach (string path in Directory.EnumerateFiles(folders.Processing, "*.pdf"))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (long.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out long id) && store.FindArrival(id) is { } arrival && IsFileOf(arrival, path))
                unfinished.Add(arrival);
            else
                disk.Move(path, Path.Combine(folders.Inbox, $"recovered-{name}-{Guid.NewGuid():N}.pdf"));
        }

        return [.. unfinished.OrderBy(arrival => arrival.Id)];
    }

    /// <summary>
    /// Withdraws arrivals that an earlier process recorded but whose file is neither taken nor in the inbox
    /// any more. Only before files are taken: while they are, a file may be on its way.
    /// </summary>
    public void WithdrawVanished()
    {
        foreach (Arrival arrival in store.Arrivals(ArrivalState.Claimed).ToList())
        {
            string dropped = Path.Combine(folders.Inbox, arrival.OriginalPath);
            // Another watcher on the same store has folders of its own, and what is read in place is nobody's to withdraw.
            bool ours = arrival.Location is null || arrival.Location == PlaceOf(arrival) || (arrival.Location == dropped && !Path.IsPathRooted(arrival.OriginalPath));
            if (ours && !disk.FileExists(PlaceOf(arrival)) && !disk.FileExists(dropped))
                Withdraw(arrival);
        }
    }

    /// <summary>Records the file, and withdraws what was recorded of its path but never taken: there are other bytes under that name now.</summary>
    private Arrival Claim(InboxFile file, string sha256)
    {
        foreach (Arrival stale in store.Arrivals(ArrivalState.Claimed).Where(arrival => arrival.OriginalPath == file.RelativePath && arrival.Location == file.Path && arrival.Sha256 != sha256).ToList())
            if (!IsHere(stale))
                store.Withdraw(stale.Id, "changed", words.Say("文件在收取前已被替换。", "The file was replaced before it was taken."));
        return store.Claim(file.RelativePath, sha256, file.Length, file.Path);
    }

    private void Withdraw(Arrival arrival) => store.Withdraw(arrival.Id, "gone", words.Say("文件在读取前被取走。", "The file was taken away before it was read."));

    private string Hash(string path)
    {
        using Stream stream = disk.OpenRead(path);
        return FileHash.Of(stream);
    }

    /// <summary>By its name; a name without a hash, as versions before 0.2 gave, is believed when the bytes are those of the arrival.</summary>
    private bool IsFileOf(Arrival arrival, string path)
    {
        if (path == PlaceOf(arrival))
            return true;
        if (Path.GetFileNameWithoutExtension(path) != arrival.Id.ToString(CultureInfo.InvariantCulture) || Hash(path) != arrival.Sha256 || disk.FileExists(PlaceOf(arrival)))
            return false;
        disk.Rename(path, PlaceOf(arrival));
        return true;
    }

    [LoggerMessage(303, LogLevel.Information, "{File} went away before it was taken")]
    private partial void LogGone(string file);
}
