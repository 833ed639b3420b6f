using Ingest.App.Watch;
using Ingest.Store;

namespace Ingest.App.Tests.Watch;

/// <summary>What becomes of files that drop into the inbox.</summary>
public sealed class WatcherTests : IDisposable
{
    private const int LeftInInbox = 404;

    private readonly Workspace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_dropped_file_is_stored_reported_and_archived()
    {
        await using var watcher = new RunningWatcher(_place);

        _place.Drop("甲局预算.pdf", "a");
        await watcher.FinishesAsync(1);

        Assert.Equal(MadeDocument.Pdf("a"), _place.Archived("2024", "某某局", "甲局预算.pdf"));
        Assert.Single(_place.Store.Documents(DocumentQuery.All));
        Assert.Single(_place.ReportFiles());
        Assert.Empty(Workspace.Files(_place.Folders.Inbox));
        Assert.Empty(Workspace.Files(_place.Folders.Processing));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_that_were_there_before_and_files_that_come_later_are_found_with_and_without_events(bool events)
    {
        _place.Settings.Watch.Events = events;
        _place.Drop("before.pdf", "a");
        await using var watcher = new RunningWatcher(_place);
        await watcher.FinishesAsync(1);

        _place.Drop("2024/later.pdf", "b");
        await watcher.FinishesAsync(2);

        Assert.Equal(2, _place.Store.Counts()[ArrivalState.Stored]);
    }

    [Theory]
    [InlineData("某某局 2024年 部门预算 (终稿).pdf")]
    [InlineData("📊預算🚀.pdf")]
    [InlineData("-rf --no-preserve-root.pdf")]
    [InlineData("a%20b&c;d'e\"f.pdf")]
    [InlineData("e\u0301té.PDF")]
    public async Task Names_of_every_kind_are_taken_and_kept(string name)
    {
        await using var watcher = new RunningWatcher(_place);

        _place.Drop(name, "a");
        await watcher.FinishesAsync(1);

        Arrival arrival = Assert.Single(_place.Store.Arrivals());
        Assert.Equal((name, ArrivalState.Stored), (arrival.OriginalPath, arrival.State));
        Assert.Equal(MadeDocument.Pdf("a"), await File.ReadAllBytesAsync(arrival.Location!));
    }

    [Fact]
    public async Task A_name_as_long_as_the_file_system_allows_is_archived_shorter_and_remembered_in_full()
    {
        // 83 characters of three bytes and the ending: 253 bytes; with letters alone, 250 characters.
        string[] names = [new string('预', 83) + ".pdf", new string('b', 246) + ".pdf"];
        await using var watcher = new RunningWatcher(_place);

        foreach (string name in names)
            _place.Drop(name, name);
        await watcher.FinishesAsync(2);

        Assert.Equal(names.Order(StringComparer.Ordinal), _place.Store.Arrivals().Select(arrival => arrival.OriginalPath).Order(StringComparer.Ordinal));
        Assert.All(_place.Store.Arrivals(), arrival => Assert.True(File.Exists(arrival.Location)));
    }

    [Fact]
    public async Task A_file_under_three_names_is_stored_once_and_kept_three_times()
    {
        foreach (string name in (string[])["a.pdf", "b.pdf", "c/a.pdf"])
            _place.Drop(name, "the same");
        await using var watcher = new RunningWatcher(_place);

        await watcher.FinishesAsync(3);

        Assert.Single(_place.Store.Documents(DocumentQuery.All));
        Assert.Equal((1, 2), (_place.Store.Counts()[ArrivalState.Stored], _place.Store.Counts()[ArrivalState.Duplicate]));
        Assert.Equal(3, Workspace.Files(_place.Folders.Archive).Length);
        Assert.Single(_place.Reading.Asked);
    }

    [Fact]
    public async Task A_file_that_grows_for_seconds_is_taken_once_and_whole()
    {
        byte[] whole = MadeDocument.Pdf(new string('x', 300_000));
        string path = _place.Drop("slow.pdf", whole[..1000]);
        await using var watcher = new RunningWatcher(_place);
        // Slower than the settle time: only the missing end mark tells that more is to come.
        for (int at = 1000; at < whole.Length; at += 100_000)
        {
            await PassAsync(TimeSpan.FromSeconds(5));
            Assert.Empty(_place.Store.Arrivals());
            await using FileStream file = File.Open(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            await file.WriteAsync(whole.AsMemory(at, Math.Min(100_000, whole.Length - at)));
        }

        await watcher.FinishesAsync(1);

        Assert.Equal(whole, await File.ReadAllBytesAsync(Assert.Single(_place.Store.Arrivals()).Location!));
        Assert.Single(_place.Reading.Asked);
    }

    [Fact]
    public async Task A_file_that_is_written_again_while_it_waits_its_turn_is_waited_for_again()
    {
        var reading = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _place.Settings.Readers.Count = 1;
        _place.Reading.Script = async (request, usual, _) =>
        {
            reading.TrySetResult();
            await go.Task;
            return usual;
        };
        _place.Drop("a-first.pdf", "first");
        string path = _place.Drop("b-second.pdf", "second");
        await using var watcher = new RunningWatcher(_place);
        await watcher.InTimeAsync(reading.Task);

        // The second is queued; its writer begins anew and is not finished when its turn comes.
        await File.WriteAllTextAsync(path, "%PDF-1.7\nbegun");
        go.SetResult();
        await watcher.FinishesAsync(1);
        await PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(_place.Store.Arrivals());

        await File.WriteAllBytesAsync(path, MadeDocument.Pdf("second, newly written"));
        await watcher.FinishesAsync(2);

        Assert.Equal(MadeDocument.Pdf("second, newly written"), _place.Archived("2024", "某某局", "b-second.pdf"));
    }

    [Fact]
    public async Task A_file_that_vanishes_while_it_settles_leaves_nothing_behind()
    {
        string path = _place.Drop("gone.pdf", "a");
        await using var watcher = new RunningWatcher(_place);
        File.Delete(path);

        _place.Drop("stays.pdf", "b");
        await watcher.FinishesAsync(1);

        Assert.Equal("stays.pdf", Assert.Single(_place.Store.Arrivals()).OriginalPath);
    }

    [Fact]
    public async Task A_file_that_vanishes_in_the_moment_of_being_taken_is_withdrawn()
    {
        _place.Disk.Fault = (step, path) =>
        {
            if (step == "Rename" && path.EndsWith("gone.pdf", StringComparison.Ordinal))
                File.Delete(path);
            return null;
        };
        _place.Drop("gone.pdf", "a");
        _place.Drop("stays.pdf", "b");
        await using var watcher = new RunningWatcher(_place);

        await watcher.FinishesAsync(1);
        await watcher.InTimeAsync(_place.Log.SeesAsync(303));
        await watcher.StopAsync();

        Assert.Equal([ArrivalState.Withdrawn, ArrivalState.Stored], _place.Store.Arrivals().OrderBy(arrival => arrival.OriginalPath).Select(arrival => arrival.State));
    }

    [Fact]
    public async Task What_is_not_to_be_taken_is_left_and_said_once()
    {
        _place.Drop("a.pdf.part", "a");
        _place.Drop("notes.txt", "plain text"u8.ToArray());
        _place.Drop("good.pdf", "b");
        await using var watcher = new RunningWatcher(_place);

        await watcher.SaysAsync(LeftInInbox, 2);
        await watcher.FinishesAsync(1);
        await PassAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(2, watcher.Log.Of(LeftInInbox).Count);
        Assert.Equal(["a.pdf.part", "notes.txt"], Workspace.Files(_place.Folders.Inbox));
    }

    [Fact]
    public async Task How_many_files_wait_and_for_how_long_is_noted_for_those_who_ask()
    {
        _place.Drop("half.pdf", "%PDF-1.7\nhalf of it"u8.ToArray());
        await using var watcher = new RunningWatcher(_place);
        await watcher.InTimeAsync(NotesAsync(note => note.Waiting == 1 && note.LongestWait > TimeSpan.FromSeconds(30)));

        _place.Drop("half.pdf", "all of it");
        await watcher.FinishesAsync(1);

        await watcher.InTimeAsync(NotesAsync(note => note.Waiting == 0 && note.LongestWait == TimeSpan.Zero));
    }

    [Fact]
    public async Task Two_thousand_files_at_once_are_each_stored_once_through_a_short_queue()
    {
        _place.Settings.Watch.Queue = 8;
        for (int i = 0; i < 2000; i++)
            _place.Drop($"{i % 7}/{i}.pdf", $"{i}");
        await using var watcher = new RunningWatcher(_place);

        await watcher.InTimeAsync(_place.Log.SeesAsync(302, 2000));

        Assert.Equal(2000, _place.Store.Counts()[ArrivalState.Stored]);
        Assert.Equal(2000, Workspace.Files(_place.Folders.Archive).Length);
        Assert.Equal(2000, _place.Reading.Asked.Count);
        Assert.Empty(Workspace.Files(_place.Folders.Inbox));
    }

    private async Task NotesAsync(Func<WatchNote, bool> expected)
    {
        while (WatchNote.Find(_place.Folders.Processing) is not { } note || !expected(note))
            await Task.Delay(5);
    }

    /// <summary>Returns when so much time of the watcher's has passed.</summary>
    private Task PassAsync(TimeSpan time) => Task.Delay(time, _place.Clock);
}
