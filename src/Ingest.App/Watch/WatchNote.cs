using System.Text.Json;
using Ingest.App.Files;
using Ingest.App.Intake;

namespace Ingest.App.Watch;

/// <summary>What a watcher leaves behind whenever it has looked into the inbox or is done with a file, for those who ask how it is: <c>ingest status</c> is another process.</summary>
/// <param name="At">Its last sign of life.</param>
/// <param name="Waiting">Files that were to be read and filed then, those in work among them.</param>
/// <param name="LongestWait">How long the one that had waited longest had waited, since it was first seen.</param>
internal sealed record WatchNote(DateTimeOffset At, int Waiting, TimeSpan LongestWait)
{
    private const string Name = InboxScanner.OwnPrefix + ".watch.json";

    /// <param name="folder">That of the files in work.</param>
    /// <exception cref="IOException">It cannot be written; the one before is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Leave(string folder) => new PhysicalDisk().Write(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>Null when there is none that can be read.</summary>
    public static WatchNote? Find(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<WatchNote>(File.ReadAllBytes(Path.Combine(folder, Name)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
