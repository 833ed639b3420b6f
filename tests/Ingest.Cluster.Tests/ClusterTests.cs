using System.Diagnostics;
using Ingest.EndToEnd;
using Ingest.Store;
using Ingest.Store.Tests;
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
        string status = place.Run("status");
        Assert.Contains("2 workers, 0 documents in the queue", status, StringComparison.Ordinal);
        Assert.Equal(2, status.Split('\n').Count(line => line.Contains(": 1 reader, ", StringComparison.Ordinal)));
        first.Kill();
        second.Kill();
        place.Run("reprocess");
        Assert.Equal(byWorkers, place.Results());
        Assert.All(Directory.EnumerateFiles(place.Shared), file => Assert.StartsWith("worker-", Path.GetFileName(file), StringComparison.Ordinal));
    }

    [ServerFact]
    public async Task The_reading_by_a_worker_is_in_the_trace_of_its_document()
    {
        using var collector = new OtlpCollector();
        using var place = new ClusterPlace();
        string[] hashes = place.Fill(Fixture, 2);
        Process worker = place.Work($"--telemetry:endpoint={collector.Address}");
        place.Run("run", place.In, "--cluster", $"--telemetry:endpoint={collector.Address}");
        await ClusterPlace.EndAsync(worker);

        IReadOnlyList<SentSpan> spans = collector.Spans();

        ILookup<string, SentSpan> traces = spans.ToLookup(span => span.Trace);
        SentSpan[] files = [.. spans.Where(span => span.Name == "ingest.file")];
        Assert.Equal(hashes.Length, files.Select(file => file.Trace).Distinct().Count());
        Assert.All(files, file =>
        {
            Assert.Superset(new HashSet<string> { "ingest.file", "ingest.read", "ingest.work", "ingest.store" }, traces[file.Trace].Select(span => span.Name).ToHashSet());
            SentSpan span = traces[file.Trace].Single(one => one.Name == "ingest.work");
            var way = new List<string>();
            while (span.Parent.Length > 0)
                way.Add((span = traces[file.Trace].Single(one => one.Id == span.Parent)).Name);
            // What asked, the message's way, and the file that all of it is about.
            Assert.Equal(["ingest.read", "ingest.file"], way.TakeLast(2));
        });
        Assert.DoesNotContain(".pdf\"", collector.Text("/v1/traces"), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, hashes.Length), i => Assert.DoesNotContain($"/{i}.pdf", collector.Text("/v1/traces"), StringComparison.Ordinal));
    }

    [ServerFact]
    public async Task Documents_may_lie_in_a_bucket_while_they_are_worked_on()
    {
        using var bucket = new S3Server();
        using var place = new ClusterPlace($$""", "s3Server": "{{bucket.Address}}" """, shared: $"s3://{S3Server.Bucket}/work");
        string[] hashes = place.Fill(Fixture, 2);
        Process worker = place.Work();

        Assert.Contains("2 stored", place.Run("run", place.In, "--cluster"), StringComparison.Ordinal);

        Assert.Equal(hashes, place.Stored());
        Assert.InRange(bucket.Written, 6, int.MaxValue);
        Assert.StartsWith("work/worker-", Assert.Single(bucket.Keys), StringComparison.Ordinal);
        await ClusterPlace.EndAsync(worker);
        Assert.Empty(bucket.Keys);
        Assert.False(Directory.Exists(place.Shared));
    }

    [ServerFact]
    public void A_broker_is_spoken_to_over_TLS_under_an_authority_of_its_own_and_not_under_another()
    {
        using var certificates = new TestCertificates();
        using var place = new ClusterPlace($$""", "authorityFile": "{{certificates.Authority}}", "certificateFile": "{{certificates.Client}}" """, new RabbitServer(certificates));
        place.Fill(Fixture, 1);
        place.Work();

        Assert.Contains("1 stored", place.Run("run", place.In, "--cluster"), StringComparison.Ordinal);
        Assert.Contains("Cluster: 1 worker", place.Run("status"), StringComparison.Ordinal);

        using var others = new TestCertificates();
        Assert.Contains("cannot be used", place.Run("status", $"--cluster:authorityFile={others.Authority}"), StringComparison.Ordinal);
        Assert.Contains("cannot be used", place.Run("status", $"--cluster:certificateFile={others.Client}"), StringComparison.Ordinal);
    }

    /// <summary>
    /// Workers are killed at random moments, the broker and the database once each as if by a power cut; then everything is there once.
    /// </summary>
    [LongFact("INGEST_CLUSTER")]
    public Task Many_killed_workers_a_broken_broker_and_a_broken_database_lose_and_double_nothing() =>
        KillAsync(LongFactAttribute.Size("INGEST_CLUSTER")!.Value, workers: 3, kills: Math.Max(3, LongFactAttribute.Size("INGEST_CLUSTER")!.Value / 40));

    private async Task KillAsync(int files, int workers, int kills)
    {
        using var place = new ClusterPlace();
        string[] hashes = place.Fill(Fixture, files);
        Process[] working = [.. Enumerable.Range(0, workers).Select(_ => place.Work())];
        var random = new Random(files);
        long began = Stopwatch.GetTimestamp();
        Task<string> run = Task.Run(() => place.Run("run", place.In, "--cluster"));
        int[] moments = [.. Enumerable.Range(0, kills).Select(_ => random.Next(1, files)).Order()];
        foreach ((int kill, int moment) in moments.Index())
        {
            // Somewhere within the documents that come after so many.
            while (place.CountStored() < moment && !run.IsCompleted)
                await Task.Delay(100);
            await Task.Delay(random.Next(0, 500));
            int victim = random.Next(workers);
            working[victim].Kill(entireProcessTree: true);
            working[victim] = place.Work();
            if (kill == kills / 3)
                Said("broker", place.Broker.Restart);
            if (kill == 2 * kills / 3)
                Said("database", PostgresServer.Restart);
        }

        log.WriteLine((await run).Split('\n').TakeLast(8).Aggregate((a, b) => $"{a}\n{b}"));
        log.WriteLine($"{files} documents, {workers} workers, {kills} kills: {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; stored {place.CountStored()}");
        // What was put off while broker or database were gone is taken up by the next run.
        for (int again = 0; again < 3 && place.CountStored() < files; again++)
            log.WriteLine(place.Run("run", place.In, "--cluster").Split('\n').First(line => line.Contains(" stored, ", StringComparison.Ordinal)));

        Assert.Equal(hashes, place.Stored());
        IReadOnlyDictionary<ArrivalState, int> counts = place.Ask(store => store.Counts());
        Assert.Equal(files, counts[ArrivalState.Stored]);
        Assert.Equal(files, counts.Values.Sum());
        Assert.Empty(place.Ask(store => store.CheckIntegrity()));
        // Each was stored once: one entry of the journal says so, and one that it came in.
        Assert.Equal(
            [(ArrivalState.Claimed, files), (ArrivalState.Stored, files)], place.Ask(store => store.Journal().CountBy(entry => entry.State).Select(count => (count.Key, count.Value)).Order().ToArray()));

        void Said(string what, Action restart)
        {
            long start = Stopwatch.GetTimestamp();
            restart();
            log.WriteLine($"{what} broken after {place.CountStored()} documents, back after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        }
    }
}
