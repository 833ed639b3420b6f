using System.Diagnostics;
using System.Globalization;
using Ingest.Store;
using Xunit.Abstractions;

namespace Ingest.EndToEnd;

/// <summary>
/// The watcher, and its readers, are killed at random moments while files drop in, with folders on one volume or on two. Whatever the
/// moment: in the end every file is stored once, archived once, whole, and the store is sound.
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

    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public Task No_file_is_lost_or_doubled_by_a_few_kills(string store) => SurviveAsync(store, kills: 5, files: 30, seed: 20260101);

    [TwoVolumesFact]
    public Task No_file_is_lost_or_doubled_by_a_few_kills_where_folders_are_links_to_two_volumes() => SurviveAsync("litedb", kills: 5, files: 20, seed: 20260102, twoVolumes: true);

    [LongFact("INGEST_KILLS")]
    public Task No_file_is_lost_or_doubled_by_many_kills() => SurviveManyAsync("litedb");

    [LongFact("INGEST_KILLS")]
    public Task No_file_is_lost_or_doubled_by_many_kills_where_folders_are_links_to_two_volumes() => SurviveManyAsync("litedb", twoVolumes: true);

    [LongFact("INGEST_KILLS")]
    public Task No_file_is_lost_or_doubled_by_many_kills_with_SQLite() => SurviveManyAsync("sqlite");

    private Task SurviveManyAsync(string store, bool twoVolumes = false) =>
        SurviveAsync(store, LongFactAttribute.Size("INGEST_KILLS")!.Value, LongFactAttribute.Size("INGEST_KILL_FILES") ?? 300, seed: Environment.TickCount, twoVolumes);

    private async Task SurviveAsync(string store, int kills, int files, int seed, bool twoVolumes = false)
    {
        log.WriteLine($"{store}, seed {seed}{(twoVolumes ? ", inbox and processing on another volume than archive and quarantine" : "")}");
        var random = new Random(seed);
        using var place = new Installation(store: store);
        using SecondVolume? volume = twoVolumes ? SecondVolume.Holding(place, "inbox", "processing") : null;
        byte[][] contents = [.. Enumerable.Range(0, files).Select(i => Installation.Copy(_originals[i % _originals.Length], i))];
        int dropped = 0, readers = 0;
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
            // In every second round its readers first, so that it meets their end too.
            if (kill % 2 == 1)
            {
                readers += watcher.KillChildren();
                await Task.Delay(random.Next(0, 300));
            }

            watcher.Kill();
            string moment = place.Files("processing").Length > 0 ? "with files in work" : place.Files("inbox").Length > 0 ? "with files waiting" : "idle";
            moments[moment] = moments.GetValueOrDefault(moment) + 1;
        }

        log.WriteLine($"{kills} kills, {readers} of readers before: {string.Join(", ", moments.Select(pair => $"{pair.Value} {pair.Key}"))}");
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

        using IDocumentStore store = place.OpenStore();
        Assert.Equal(readable, place.Stored());
        Assert.Equal(readable, Hashes(ArrivalState.Stored));
        Assert.Equal(unreadable.Order(StringComparer.Ordinal), Hashes(ArrivalState.Quarantined));
        Assert.Equal(all.Length, store.Counts().Values.Sum());
        Assert.Equal(readable, place.Hashes("archive"));
        Assert.Equal(unreadable.Length * 3, place.Files("quarantine").Length);
        Assert.Equal(readable.Length, place.Files("reports").Length);
        // No half document: copies of one file have the same facts and findings, and there are some.
        ILookup<string, Fact> facts = store.Facts(DocumentQuery.All).ToLookup(fact => fact.Sha256);
        Assert.All(
            contents.Select((bytes, i) => (Original: i % _originals.Length, Hash: Installation.Sha256(bytes))).Where(copy => copy.Original != 4).GroupBy(copy => copy.Original),
            copies => Assert.InRange(Assert.Single(copies.Select(copy => (Facts: facts[copy.Hash].Count(), Findings: store.FindingsOf(copy.Hash).Count)).Distinct()).Facts, 1, int.MaxValue));
        Outcome check = place.Run("check", "--hashes");
        Assert.True(check.ExitCode == 0, check.Output);
        log.WriteLine($"{all.Length} files: {readable.Length} stored once and archived once, {unreadable.Length} set aside; journal of {store.Journal().Count()} entries; check: {check.Output.Trim()}");

        string[] Hashes(ArrivalState state) => [.. store.Arrivals(state).Select(arrival => arrival.Sha256).Order(StringComparer.Ordinal)];
    }
}
