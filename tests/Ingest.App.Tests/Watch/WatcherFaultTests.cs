using Ingest.App.Readers;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Tests.Watch;

/// <summary>What fails around the watcher loses no file and ends nothing that can go on.</summary>
public sealed class WatcherFaultTests : IDisposable
{
    private const int PutOff = 407;

    private const int FolderClosed = 409;

    private const int FolderOpen = 410;

    private readonly Workspace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_file_that_may_not_be_opened_waits_in_the_inbox_holds_nobody_up_and_is_said_once()
    {
        bool forbidden = true;
        _place.Disk.Fault = (step, path) => forbidden && step == "OpenRead" && path.EndsWith("locked.pdf", StringComparison.Ordinal)
            ? new UnauthorizedAccessException($"Access to the path '{path}' is denied.")
            : null;
        _place.Drop("locked.pdf", "a");
        _place.Drop("open.pdf", "b");
        await using var watcher = new RunningWatcher(_place);
        await watcher.FinishesAsync(1);
        await watcher.SaysAsync(PutOff);
        await PassAsync(TimeSpan.FromSeconds(60));
        Assert.Single(watcher.Log.Of(PutOff));
        Assert.Equal(["locked.pdf"], Workspace.Files(_place.Folders.Inbox));

        forbidden = false;
        await watcher.FinishesAsync(2);

        Assert.Equal(2, _place.Store.Counts()[ArrivalState.Stored]);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_looked_into_is_said_once_each_time_and_what_is_in_it_waits()
    {
        using var unreachable = new UnreachableFolder(_place.Folders.Inbox, "deep.pdf", MadeDocument.Pdf("deep"));
        _place.Drop("open.pdf", "b");
        await using var watcher = new RunningWatcher(_place);
        await watcher.FinishesAsync(1);
        await watcher.SaysAsync(FolderClosed);
        await PassAsync(TimeSpan.FromSeconds(60));
        Assert.Single(watcher.Log.Of(FolderClosed));

        unreachable.Open();
        await watcher.SaysAsync(FolderOpen);
        unreachable.Close();
        await watcher.SaysAsync(FolderClosed, 2);

        unreachable.Open();
        await watcher.FinishesAsync(2);
        Assert.Equal(2, _place.Store.Counts()[ArrivalState.Stored]);
    }

    [Fact]
    public async Task Nothing_is_lost_while_the_archives_disk_is_full_and_all_is_archived_when_there_is_room_again()
    {
        bool full = true;
        _place.Disk.Fault = (step, path) => full && step == "Move" ? FaultyDisk.Full(path) : null;
        for (int i = 0; i < 5; i++)
            _place.Drop($"{i}.pdf", $"{i}");
        await using var watcher = new RunningWatcher(_place);
        await watcher.InTimeAsync(_place.Log.SeesAsync(202));
        await PassAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(5, Workspace.Files(_place.Folders.Inbox).Length + Workspace.Files(_place.Folders.Processing).Length);
        Assert.Empty(Workspace.Files(_place.Folders.Archive));
        // That nothing is tried for a while is said once, not of every file.
        Assert.All(watcher.Log.Of(PutOff), line => Assert.Contains("No space left", line, StringComparison.Ordinal));

        full = false;
        await watcher.FinishesAsync(5);

        Assert.Equal(5, Workspace.Files(_place.Folders.Archive).Length);
        Assert.Equal(5, _place.Store.Counts()[ArrivalState.Stored]);
        Assert.Empty(Workspace.Files(_place.Folders.Processing));
    }

    [Theory]
    [InlineData(StoreFailure.DiskFull)]
    [InlineData(StoreFailure.Busy)]
    [InlineData(StoreFailure.Unreachable)]
    public async Task Nothing_is_lost_while_the_store_cannot_be_written_and_all_is_stored_when_it_can(StoreFailure failure)
    {
        bool failing = true;
        _place.StoreFault = method => failing && method is ("Claim" or "Save") ? new StoreException(failure, "The store cannot be written.") : null;
        for (int i = 0; i < 5; i++)
            _place.Drop($"{i}.pdf", $"{i}");
        await using var watcher = new RunningWatcher(_place);
        await watcher.InTimeAsync(_place.Log.SeesAsync(202));
        await PassAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(5, Workspace.Files(_place.Folders.Inbox).Length);

        failing = false;
        await watcher.FinishesAsync(5);

        Assert.Equal(5, _place.Store.Counts()[ArrivalState.Stored]);
        Assert.Equal(5, Workspace.Files(_place.Folders.Archive).Length);
    }

    [Fact]
    public async Task A_store_that_fails_in_the_middle_of_a_document_keeps_the_file_and_stores_it_once()
    {
        int failures = 0;
        _place.StoreFault = method => method == "Save" && failures++ < 5 ? new StoreException(StoreFailure.Busy, "Another process writes.") : null;
        _place.Drop("a.pdf", "a");
        await using var watcher = new RunningWatcher(_place);

        await watcher.FinishesAsync(1);

        Assert.Equal(1, _place.Store.Counts()[ArrivalState.Stored]);
        Assert.Single(_place.Store.Arrivals());
    }

    [Fact]
    public async Task A_store_that_is_damaged_ends_the_watcher_with_all_files_where_they_were()
    {
        _place.StoreFault = method => method == "Claim" ? new StoreException(StoreFailure.Corrupt, "The store is damaged.") : null;
        for (int i = 0; i < 5; i++)
            _place.Drop($"{i}.pdf", $"{i}");
        await using var watcher = new RunningWatcher(_place);

        StoreException error = await Assert.ThrowsAsync<StoreException>(() => watcher.Ended.WaitAsync(TimeSpan.FromMinutes(3)));

        Assert.Equal(StoreFailure.Corrupt, error.Failure);
        Assert.Equal(5, Workspace.Files(_place.Folders.Inbox).Length);
    }

    [Fact]
    public async Task Nothing_is_lost_while_reports_cannot_be_written()
    {
        int failures = 0;
        _place.Disk.Fault = (step, path) => step == "Write" && failures++ < 7 ? FaultyDisk.Full(path) : null;
        _place.Drop("a.pdf", "a");
        await using var watcher = new RunningWatcher(_place);

        await watcher.FinishesAsync(1);

        // The list over all reports, or what is being written of it, lies beside the reports of documents.
        Assert.Single(_place.ReportFiles());
        Assert.Equal(1, _place.Store.Counts()[ArrivalState.Stored]);
    }

    [Fact]
    public async Task An_inbox_that_is_deleted_and_made_again_is_watched_again()
    {
        await using var watcher = new RunningWatcher(_place);
        await watcher.SaysAsync(402);

        // In one step, so that the watcher has no moment to put its lock into a folder half deleted.
        Directory.Move(_place.Folders.Inbox, _place.Folder.File("old"));
        Directory.Delete(_place.Folder.File("old"), recursive: true);
        await watcher.SaysAsync(405);
        await PassAsync(TimeSpan.FromSeconds(30));
        Assert.Single(watcher.Log.Of(405));
        Directory.CreateDirectory(_place.Folders.Inbox);
        await watcher.SaysAsync(406);
        _place.Drop("a.pdf", "a");
        await watcher.FinishesAsync(1);

        Assert.True(App.Intake.FolderLock.IsTaken(_place.Folders.Inbox));
        Assert.Equal(1, _place.Store.Counts()[ArrivalState.Stored]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_goes_to_the_quarantine_with_the_reason()
    {
        _place.Reading.Content = source => MadeDocument.Refused(source, "password-required");
        await using var watcher = new RunningWatcher(_place);

        _place.Drop("secret.pdf", "a");
        await watcher.FinishesAsync(1);

        Assert.Equal(["secret.pdf", "secret.pdf.reason.json", "secret.pdf.reason.txt"], Workspace.Files(_place.Folders.Quarantine));
        Assert.Equal("password-required", Assert.Single(_place.Store.Arrivals(ArrivalState.Quarantined)).Reason);
        Assert.Empty(_place.ReportFiles());
    }

    [Fact]
    public async Task A_document_of_which_only_a_part_was_read_in_time_is_set_aside_and_not_stored()
    {
        _place.Reading.Content = source => MadeDocument.Create(source) with
        {
            Diagnostics = [new Diagnostic("limit-file-time", Severity.Error, new Phrase("其余内容未读取。", "The rest was not read."))],
        };
        _place.Drop("a.pdf", "a");
        await using var watcher = new RunningWatcher(_place);

        await watcher.FinishesAsync(1);

        Assert.Equal((ReadFailures.TimeLimit, "其余内容未读取。"), _place.Store.Arrivals(ArrivalState.Quarantined).Select(arrival => (arrival.Reason, arrival.Message)).Single());
        Assert.Empty(_place.Store.Documents(DocumentQuery.All));
    }

    [Fact]
    public async Task A_fault_of_the_program_costs_the_file_that_brings_it_out_and_no_other()
    {
        _place.Reading.Script = (request, usual, _) => request.FileName == "b.pdf" ? throw new InvalidOperationException("a bug") : Task.FromResult(usual);
        foreach (string name in (string[])["a.pdf", "b.pdf", "c.pdf"])
            _place.Drop(name, name);
        await using var watcher = new RunningWatcher(_place);

        await watcher.FinishesAsync(3);

        Arrival bad = Assert.Single(_place.Store.Arrivals(ArrivalState.Quarantined));
        Assert.Equal(("b.pdf", ReadFailures.Internal), (bad.OriginalPath, bad.Reason));
        Assert.Equal(2, _place.Store.Counts()[ArrivalState.Stored]);
    }

    [Fact]
    public async Task Readers_that_cannot_be_started_blame_no_file()
    {
        int failures = 0;
        _place.Reading.Script = (_, usual, _) => failures++ < 3 ? throw new ReaderUnavailableException("no memory for a process") : Task.FromResult(usual);
        _place.Drop("a.pdf", "a");
        await using var watcher = new RunningWatcher(_place);

        await watcher.FinishesAsync(1);

        Assert.Equal(1, _place.Store.Counts()[ArrivalState.Stored]);
        Assert.Single(watcher.Log.Of(PutOff));
    }

    /// <summary>Returns when so much time of the watcher's has passed.</summary>
    private Task PassAsync(TimeSpan time) => Task.Delay(time, _place.Clock);
}
