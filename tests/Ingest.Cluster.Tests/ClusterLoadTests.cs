using System.Diagnostics;
using System.Globalization;
using Ingest.EndToEnd;
using Ingest.Store;
using Ingest.Store.Postgres;
using Xunit.Abstractions;

namespace Ingest.Cluster.Tests;

/// <summary>The figures of the README.</summary>
public class ClusterLoadTests(ITestOutputHelper log)
{
    private const int Rounds = 3;

    /// <summary>
    /// As many workers as one process has readers otherwise, by turns in the same run, over the same documents and the same database. What
    /// the rest of the machine does is in the seconds by the clock; what each part of this costs is told in processor time.
    /// </summary>
    [LongFact("INGEST_CLUSTER_LOAD")]
    public async Task Workers_read_about_as_fast_as_one_process_does()
    {
        int files = LongFactAttribute.Size("INGEST_CLUSTER_LOAD")!.Value;
        var taken = new List<Cost>();
        for (int round = 0; round < Rounds; round++)
            foreach (int readers in new[] { 1, 2 })
                foreach (bool cluster in new[] { false, true })
                {
                    taken.Add(await RunAsync(files, readers, cluster));
                    log.WriteLine($"{taken[^1]}");
                }

        foreach (int readers in new[] { 1, 2 })
        {
            (Cost alone, Cost shared) = (Of(readers, cluster: false), Of(readers, cluster: true));
            log.WriteLine($"{alone}\n{shared}");
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{readers}: {alone.Seconds / shared.Seconds:0.00} of its speed, {alone.Processor / shared.Processor:0.00} by processor time"));
        }

        Cost Of(int readers, bool cluster) => taken.Where(one => (one.Readers, one.Cluster) == (readers, cluster)).Aggregate((a, b) => a + b);
    }

    private static async Task<Cost> RunAsync(int files, int readers, bool cluster)
    {
        using var place = new ClusterPlace();
        place.Fill("pair-2023/pair-2023.pdf", files);
        Process[] workers = cluster ? [.. Enumerable.Range(0, readers).Select(_ => place.Work())] : [];
        if (cluster)
            await place.WorkersAsync(readers);
        using PostgresDocumentStore store = PostgresDocumentStore.Open(place.Database, TimeProvider.System);
        Process run = cluster ? place.Start("run", place.In, "--cluster") : place.Start("run", place.In, "--parallel", $"{readers}");
        _ = run.StandardOutput.ReadToEndAsync();
        // Starting and what is compiled in the first seconds is not what a night costs.
        Cost start = await SinceAsync(files / 4), end = await SinceAsync(files - (files / 20));
        await run.WaitForExitAsync();
        Assert.Equal(files, place.CountStored());
        return end - start;

        async Task<Cost> SinceAsync(int stored)
        {
            while (true)
            {
                int now = store.Counts()[ArrivalState.Stored];
                if (now >= stored)
                    return new Cost(readers, cluster, now, Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency, ProcessorTime.Of(run.Id), workers.Sum(worker => ProcessorTime.Of(worker.Id)), ProcessorTime.Of(place.Broker.ProcessId), ProcessorTime.Of(place.DatabaseProcessId));
                Assert.False(run.HasExited && now < stored, $"{now} of {stored}");
                await Task.Delay(250);
            }
        }
    }

    /// <param name="Run">Processor time of who asks, which has the readers below it where there are no workers.</param>
    private sealed record Cost(int Readers, bool Cluster, int Files, double Seconds, double Run, double Workers, double Broker, double Database)
    {
        public double Processor => Run + Workers + Broker + Database;

        public static Cost operator +(Cost a, Cost b) => a with
        {
            Files = a.Files + b.Files,
            Seconds = a.Seconds + b.Seconds,
            Run = a.Run + b.Run,
            Workers = a.Workers + b.Workers,
            Broker = a.Broker + b.Broker,
            Database = a.Database + b.Database,
        };

        public static Cost operator -(Cost a, Cost b) => a with { Files = a.Files - b.Files, Seconds = a.Seconds - b.Seconds, Run = a.Run - b.Run, Workers = a.Workers - b.Workers, Broker = a.Broker - b.Broker, Database = a.Database - b.Database };

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{Readers} {(Cluster ? "workers" : "readers of one process")}: {Files / Seconds:0.0} documents per second; processor time of each {1000 * Processor / Files:0} ms = {1000 * Run / Files:0} run + {1000 * Workers / Files:0} workers + {1000 * Broker / Files:0} broker + {1000 * Database / Files:0} database");
    }
}
