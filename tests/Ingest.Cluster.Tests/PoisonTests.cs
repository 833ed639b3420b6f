using System.Diagnostics;
using Ingest.Store;

namespace Ingest.Cluster.Tests;

/// <summary>Documents that end whoever reads them, and workers that cannot read any.</summary>
public class PoisonTests
{
    private const string Fixture = "pair-2023/pair-2023.pdf";

    /// <summary>Readers are stopped before a document comes to them, and their workers killed when they have begun it: that is as if it had killed them. The other document waits beside it each time.</summary>
    [ServerFact]
    public async Task A_document_over_which_workers_die_is_set_aside_with_its_reason_after_the_configured_tries_and_the_one_that_waits_behind_it_is_read()
    {
        using var place = new ClusterPlace(""", "tries": 2 """);
        place.Fill(Fixture, 2);
        Process first = await StoppedAsync(place, 1);
        Task<string> run = Task.Run(() => place.Run("run", place.In, "--cluster"));
        // The file of what is asked is there before the message; only the first worker can take it.
        await ThereAsync(place, "*.request", 2);
        Process second = await StoppedAsync(place, 2);
        first.Kill(entireProcessTree: true);
        await ThereAsync(place, "*.tries", 1);
        place.Work();
        await place.WorkersAsync(2);
        second.Kill(entireProcessTree: true);

        string said = await run;

        Assert.Matches("1 stored, .* 1 unreadable, 0 put off", said);
        Arrival arrival = Assert.Single(place.Ask(store => store.Arrivals(ArrivalState.Quarantined).ToArray()));
        Assert.Equal("reader-crashed", arrival.Reason);
        Assert.Contains("ended several workers", arrival.Message, StringComparison.Ordinal);
        Assert.Empty(place.Ask(store => store.CheckIntegrity()));
        await ThereAsync(place, "*.tries", 0);
    }

    /// <summary>The runtime alone is more than this reader may take.</summary>
    [ServerFact]
    public void A_document_that_ends_its_reader_is_set_aside_with_what_the_worker_said_of_it()
    {
        using var place = new ClusterPlace();
        place.Fill(Fixture, 1);
        place.Work("--readers:memoryMegabytes=64");

        string said = place.Run("run", place.In, "--cluster");

        Arrival arrival = Assert.Single(place.Ask(store => store.Arrivals().ToArray()));
        Assert.Equal((ArrivalState.Quarantined, "memory-limit"), (arrival.State, arrival.Reason));
        Assert.Contains("64 MB", arrival.Message, StringComparison.Ordinal);
        Assert.Contains("64 MB", said, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_worker_that_does_not_see_the_shared_folder_says_so_and_the_document_is_put_off()
    {
        using var place = new ClusterPlace();
        string[] hashes = place.Fill(Fixture, 1);
        Process lost = place.Work("--cluster:sharedFolder=elsewhere");

        string said = place.Run("run", place.In, "--cluster");

        Assert.Contains("not in the shared folder", said, StringComparison.Ordinal);
        Assert.Empty(place.Stored());
        await ClusterPlace.EndAsync(lost);
        place.Work();
        Assert.Contains("1 stored", place.Run("run", place.In, "--cluster"), StringComparison.Ordinal);
        Assert.Equal(hashes, place.Stored());
    }

    /// <summary>A worker that waits for documents and can read none.</summary>
    private static async Task<Process> StoppedAsync(ClusterPlace place, int workers)
    {
        Process worker = place.Work();
        await place.WorkersAsync(workers);
        foreach (int reader in ClusterPlace.ReadersOf(worker))
            await ClusterPlace.SignalAsync(reader, "STOP");
        return worker;
    }

    private static async Task ThereAsync(ClusterPlace place, string files, int count)
    {
        Directory.CreateDirectory(place.Shared);
        for (long start = Stopwatch.GetTimestamp(); Directory.GetFiles(place.Shared, files).Length != count; await Task.Delay(20))
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1), $"{Directory.GetFiles(place.Shared, files).Length} of {files}");
    }
}
