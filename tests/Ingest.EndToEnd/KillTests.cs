using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Ingest.EndToEnd;

/// <summary>
/// The watcher is killed at random moments while files drop in. Whatever the moment: in the end every file
/// is stored once, archived once, whole, and the store is sound.
/// </summary>
public class KillTests(ITestOutputHelper log)
{
    /// <summary>Files of one to fifteen pages, so that kills meet every step.</summary>
    private static readonly string[] _originals =
    [
        "odd/two-tables.pdf", "odd/no-rules.pdf", "odd/encrypted-aes-256.pdf", "xinjiang-2019-school/xinjiang-2019-school.pdf", "odd/image-only.pdf",
    ];

    /// <summary>For what the kills have left over.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(10);

    [Fact]
    public Task No_file_is_lost_or_doubled_by_a_few_kills() => SurviveAsync(kills: 5, files: 30, seed: 20260101);

    [LongFact("INGEST_KILLS")]
    public Task No_file_is_lost_or_doubled_by_many_kills() =>
        SurviveAsync(LongFactAttribute.Size("INGEST_KILLS")!.Value, LongFactAttribute.Size("INGEST_KILL_FILES") ?? 300, seed: Environment.TickCount);

    private async Task SurviveAsync(int kills, int files, int seed)
    {
        log.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var place = new Installation();
        byte[][] contents = [.. Enumerable.Range(0, files).Select(i => Installation.Copy(_originals[i % _originals.Length], i))];
        int dropped = 0;
        var moments = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int kill = 0; kill < kills; kill++)
        {
            // The files come in portions, up to the last kill.
            for (int until = files * (kill + 1) / kills; dropped < until; dropped++)
                place.Drop($"{dropped % 3}/{dropped.ToString(CultureInfo.InvariantCulture)}.pdf", contents[dropped]);
            using RunningProgram watcher = place.Start("watch");
            if (random.Next(8) > 0)
                await watcher.SaysAsync("Watching");
            await Task.Delay(random.Next(0, 1500));
            watcher.Kill();
            string moment = place.Files("processing").Length > 0 ? "with files in work" : place.Files("inbox").Length > 0 ? "with files waiting" : "idle";
            moments[moment] = moments.GetValueOrDefault(moment) + 1;
        }

        log.WriteLine($"{kills} kills: {string.Join(", ", moments.Select(pair => $"{pair.Value} {pair.Key}"))}");
        await FinishAsync(place);
        Verify(place, contents);
    }

    private static async Task FinishAsync(Installation place)
    {
        using RunningProgram watcher = place.Start("watch");
        long start = Stopwatch.GetTimestamp();
        while (place.Files("inbox").Length + place.Files("processing").Length > 0)
        {
            Assert.False(watcher.HasEnded, watcher.Error);
            Assert.True(Stopwatch.GetElapsedTime(start) < _limit, watcher.Error);
            await Task.Delay(100);
        }

        Assert.Equal(0, await watcher.TerminateAsync());
    }

    private void Verify(Installation place, byte[][] contents)
    {
        string[] all = [.. contents.Select(Installation.Sha256).Order(StringComparer.Ordinal)];
        // The scan is no budget that can be read; every fifth file is one.
        string[] unreadable = [.. contents.Where((_, i) => i % _originals.Length == 4).Select(Installation.Sha256)];
        string[] readable = [.. all.Except(unreadable)];

        Assert.Equal(readable, place.Query("SELECT sha256 FROM documents ORDER BY sha256"));
        Assert.Equal(readable, place.Query("SELECT sha256 FROM arrivals WHERE state = 'stored' ORDER BY sha256"));
        Assert.Equal(unreadable.Order(StringComparer.Ordinal), place.Query("SELECT sha256 FROM arrivals WHERE state = 'quarantined' ORDER BY sha256"));
        Assert.Equal(["0"], place.Query("SELECT count(*) FROM arrivals WHERE state NOT IN ('stored', 'quarantined')"));
        Assert.Equal(readable, place.Hashes("archive"));
        Assert.Equal(unreadable.Length * 3, place.Files("quarantine").Length);
        Assert.Equal(readable.Length, place.Files("reports").Length);
        // No half document: copies of one file have the same facts and findings, and there are some.
        foreach (string what in (string[])["facts", "findings"])
            Assert.All(
                contents.Select((bytes, i) => (Original: i % _originals.Length, Hash: Installation.Sha256(bytes))).Where(copy => copy.Original != 4).GroupBy(copy => copy.Original),
                copies => Assert.Single(copies.Select(copy => place.Query($"SELECT count(*) FROM {what} WHERE sha256 = '{copy.Hash}'")[0]).Distinct()));
        Assert.Equal(["0"], place.Query("SELECT count(*) FROM documents WHERE sha256 NOT IN (SELECT sha256 FROM facts)"));
        Outcome check = place.Run("check", "--hashes");
        Assert.True(check.ExitCode == 0, check.Output);
        log.WriteLine($"{all.Length} files: {readable.Length} stored once and archived once, {unreadable.Length} set aside; journal of {place.Query("SELECT count(*) FROM journal")[0]} entries; check: {check.Output.Trim()}");
    }
}
