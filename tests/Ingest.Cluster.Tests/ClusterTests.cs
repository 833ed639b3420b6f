using System.Diagnostics;
using Ingest.EndToEnd;
using Ingest.Store;
using Xunit.Abstractions;

namespace Ingest.Cluster.Tests;

/// <summary>The program over a broker and a database, in processes of its own.</summary>
public class ClusterTests(ITestOutputHelper log)
{
    private const string Fixture = "pair-2023/pair-2023.pdf";

    [ServerFact]
    public void What_workers_read_is_stored_once_and_is_what_one_machine_reads()
    {
        using var place = new ClusterPlace();
        string[] hashes = place.Fill(Fixture, 4);
        Process first = place.Work(), second = place.Work();

        string said = place.Run("run", place.In, "--cluster");

        Assert.Contains("4 stored", said, StringComparison.Ordinal);
        Assert.Equal(hashes, place.Stored());
        Dictionary<string, string> byWorkers = place.Results();
        Assert.Contains("2 workers", place.Run("status"), StringComparison.Ordinal);
        first.Kill();
        second.Kill();
        place.Run("reprocess");
        Assert.Equal(byWorkers, place.Results());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(place.In, "../shared")));
    }

    /// <summary>Workers are killed at random moments, and the broker once; then everything is there once.</summary>
    [LongFact("INGEST_CLUSTER")]
    public Task Many_killed_workers_and_a_broken_broker_lose_and_double_nothing() =>
        KillAsync(LongFactAttribute.Size("INGEST_CLUSTER")!.Value, workers: 3, kills: LongFactAttribute.Size("INGEST_CLUSTER")!.Value / 20);

    private async Task KillAsync(int files, int workers, int kills)
    {
        using var place = new ClusterPlace();
        string[] hashes = place.Fill(Fixture, files);
        Process[] working = [.. Enumerable.Range(0, workers).Select(_ => place.Work())];
        var random = new Random(files);
        Task<string> run = Task.Run(() => place.Run("run", place.In, "--cluster"));
        for (int kill = 0; kill < kills; kill++)
        {
            // As soon as more is stored than before, so that workers have work.
            int stored = place.Stored().Length;
            while (place.Stored().Length == stored && !run.IsCompleted)
                await Task.Delay(50);
            int victim = random.Next(workers);
            working[victim].Kill(entireProcessTree: true);
            working[victim] = place.Work();
            if (kill == kills / 2)
                place.Broker.Restart();
        }

        log.WriteLine(await run);
        // What was put off while the broker was gone is taken up by the next run.
        for (int again = 0; again < 3 && place.Stored().Length < files; again++)
            log.WriteLine(place.Run("run", place.In, "--cluster"));

        Assert.Equal(hashes, place.Stored());
        IReadOnlyDictionary<ArrivalState, int> counts = place.Ask(store => store.Counts());
        Assert.Equal(files, counts[ArrivalState.Stored]);
        Assert.Equal(files, counts.Values.Sum());
        Assert.Empty(place.Ask(store => store.CheckIntegrity()));
        // Each was stored once: one entry of the journal says so.
        Assert.Equal(files, place.Ask(store => store.Journal().Count(entry => entry.State == ArrivalState.Stored)));
    }
}
