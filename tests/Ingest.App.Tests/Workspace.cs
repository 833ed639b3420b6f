using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Store;
using Ingest.Store.LiteDb;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.App.Tests;

/// <summary>
/// Folders, a real store and everything between them, as the program puts them together; the disk, the
/// reader and the clock are the test's.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private static readonly EngineVersions _versions = new("reader-1", "layouts-1", "rules-1");

    private readonly FlowMetrics _metrics = new();

    public Workspace(TimeSpan? busyWait = null)
    {
        Settings.Retry = new RetrySettings { Attempts = 2, Delay = TimeSpan.FromMilliseconds(10), Pause = TimeSpan.FromSeconds(15) };
        Folders = Locations.Of(Settings, Folder.Path);
        foreach (string folder in (string[])[Folders.Inbox, Folders.Processing])
            Directory.CreateDirectory(folder);
        Store = FaultyStore.Around(LiteDbDocumentStore.Open(Folders.StoreFile, Clock, busyWait), method => StoreFault(method));
        StepRetry = new StepRetry(Settings.Retry, Clock, _metrics, Log);
        FileArchive = new FileArchive(Folders, Store, Disk);
        InboxClaims = new InboxClaims(Folders, Store, Disk, StepRetry, Words, Log);
        Reports = new ReportShelf(Folders, Store, Disk);
        Guard = new StoreGuard(Folders.StoreFile, Disk);
        Renewal = new ReportRenewal(Store, Reading, Reports, Disk);
        Flow = new DocumentFlow(Store, Reading, FileArchive, Reports, Renewal, Guard, StepRetry, _versions, _metrics, Words, Log);
    }

    public static ReportWords Words { get; } = new(Language.Chinese);

    public TemporaryFolder Folder { get; } = new();

    public Settings Settings { get; } = new();

    public Locations Folders { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero));

    public LogProbe Log { get; } = new();

    public FaultyDisk Disk { get; } = new();

    /// <summary>Asked before each call of the store, with the method's name: an exception is thrown in place of the call.</summary>
    public Func<string, StoreException?> StoreFault { get; set; } = _ => null;

    public ScriptedReading Reading { get; } = new();

    public FlowMetrics Metrics => _metrics;

    public IDocumentStore Store { get; }

    public StepRetry StepRetry { get; }

    public FileArchive FileArchive { get; }

    public InboxClaims InboxClaims { get; }

    public ReportShelf Reports { get; }

    public ReportRenewal Renewal { get; }

    public StoreGuard Guard { get; }

    public DocumentFlow Flow { get; }

    /// <summary>A file of the archive, by its place below it; null when it is not there.</summary>
    public byte[]? Archived(params string[] parts) => Contents(Path.Combine([Folders.Archive, .. parts]));

    public byte[]? Quarantined(string name) => Contents(Path.Combine(Folders.Quarantine, name));

    /// <summary>All files below a folder, from it, in order.</summary>
    public static string[] Files(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Where(path => !path.StartsWith(".ingest", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Reports of documents; the index over all of them is written in its own time, and may be half written now.</summary>
    public string[] ReportFiles() => [.. Files(Folders.Reports).Where(file => !file.StartsWith(ReportIndex.FileName, StringComparison.Ordinal))];

    /// <summary>Puts a file into the inbox at once and whole.</summary>
    public string Drop(string name, byte[] bytes)
    {
        string path = Path.Combine(Folders.Inbox, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Drop(string name, string text) => Drop(name, MadeDocument.Pdf(text));

    public void Dispose()
    {
        Reports.Dispose();
        Store.Dispose();
        _metrics.Dispose();
        Folder.Dispose();
    }

    private static byte[]? Contents(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;
}
