using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Ingest.EndToEnd;

public sealed class WatchTests(ITestOutputHelper log) : IDisposable
{
    private const string Small = "odd/two-tables.pdf";

    private readonly Installation _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [Signal("TERM")]
    [Signal("INT")]
    [Signal("HUP")]
    public async Task A_dropped_file_is_reported_and_archived_and_termination_ends_in_good_order(string signal)
    {
        using RunningProgram watcher = _place.Start("watch");
        await watcher.SaysAsync("Watching");

        _place.Drop("报送/二〇二四.pdf", Installation.Copy(Small, 1));
        await watcher.SaysAsync("Stored in");

        Assert.Equal(0, await watcher.TerminateAsync(signal));
        Assert.EndsWith("二〇二四.pdf", Assert.Single(_place.Files("archive")), StringComparison.Ordinal);
        Assert.Single(_place.Files("reports"));
        Assert.Empty(_place.Files("inbox"));
        Assert.Equal(0, _place.Run("check", "--hashes").ExitCode);
    }

    [Fact]
    public async Task A_second_watcher_refuses_with_code_5_and_a_sentence()
    {
        using RunningProgram first = _place.Start("watch");
        await first.SaysAsync("Watching");

        Outcome second = _place.Run("watch");

        Assert.Equal(5, second.ExitCode);
        Assert.Contains("已有另一个进程在监视", second.Error, StringComparison.Ordinal);
        Assert.True((bool)_place.Status()["watching"]!);
    }

    /// <summary>Two that number their files in one store would take each other's.</summary>
    [Fact]
    public async Task A_second_watcher_with_another_inbox_that_would_work_in_the_same_folders_refuses_too()
    {
        using RunningProgram first = _place.Start("watch");
        await first.SaysAsync("Watching");
        string inbox = Path.Combine(Path.GetDirectoryName(_place.Config)!, "other", "inbox");
        using var other = new Installation($$"""{ "folders": { "inbox": "{{inbox}}", "processing": "{{_place.Folder("processing")}}", "archive": "{{_place.Folder("archive")}}", "quarantine": "{{_place.Folder("quarantine")}}", "reports": "{{_place.Folder("reports")}}" }, "storeFile": "{{_place.Store}}" }""");

        Outcome second = other.Run("watch");

        Assert.Equal(5, second.ExitCode);
        Assert.Contains("已有另一个进程在监视", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_cannot_be_used_end_the_watcher_at_once_with_code_2()
    {
        using var place = new Installation("""{ "folders": { "inbox": "/mnt-that-is-not-there/share/in" }, "watch": { "settle": "00:00:01" } }""");

        Outcome outcome = place.Run("watch");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("folders.inbox /mnt-that-is-not-there/share/in 无法访问", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_in_a_name_is_not_logged()
    {
        using RunningProgram watcher = _place.Start("watch");
        await watcher.SaysAsync("Watching");

        _place.Drop("联系人13999202837.pdf", Installation.Copy(Small, 1));
        await watcher.SaysAsync("Stored in");
        await watcher.TerminateAsync();

        Assert.Contains("联系人139******37.pdf", watcher.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("13999202837", watcher.Error, StringComparison.Ordinal);
    }

    /// <summary>How long a person waits: from the end of the settle time to the report, in a watcher that has just been started.</summary>
    [LongFact("INGEST_WAITS")]
    public async Task The_report_of_a_document_appears_soon_after_it_has_settled()
    {
        using var place = new Installation("""{ "watch": { "settle": "00:00:00.5" } }""");
        using RunningProgram watcher = place.Start("watch");
        await watcher.SaysAsync("Watching");
        for (int i = 0; i < LongFactAttribute.Size("INGEST_WAITS"); i++)
        {
            byte[] document = Installation.Copy("seed-writer/seed-writer.pdf", i);
            long start = Stopwatch.GetTimestamp();
            place.Drop($"{i}.pdf", document);
            await watcher.SaysAsync($"{i}.pdf [{Installation.Sha256(document)[..8]}] Stored");
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalSeconds - 0.5:0.00} s after the settle time"));
        }

        Assert.Equal(0, await watcher.TerminateAsync());
        Assert.Equal(LongFactAttribute.Size("INGEST_WAITS"), place.Files("archive").Length);
    }
}
