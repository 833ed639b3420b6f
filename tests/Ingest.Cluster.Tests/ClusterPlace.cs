using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Ingest.Contract.Documents.Json;
using Ingest.Store;
using Ingest.Store.Postgres;
using Ingest.Store.Tests;
using Npgsql;

namespace Ingest.Cluster.Tests;

/// <summary>A broker, a database, a folder with settings, and the program's processes in it; gone afterwards.</summary>
internal sealed class ClusterPlace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-cluster-").FullName;

    private readonly List<Process> _processes = [];

    private readonly Dictionary<Process, string> _errors = [];

    /// <param name="cluster">More settings of the cluster, as JSON with a comma before each.</param>
    /// <param name="shared">Where documents lie meanwhile.</param>
    /// <param name="broker">For a test that asks more of it than the usual one gives; ended with this place.</param>
    public ClusterPlace(string cluster = "", RabbitServer? broker = null, string shared = "shared")
    {
        Broker = broker ?? new RabbitServer();
        File.WriteAllText(Config, $$"""
            {
              "store": "postgres", "storeConnection": "{{Database}}",
              "cluster": { "broker": "{{Broker.Address}}", "sharedFolder": "{{shared}}", "queue": "{{Queue}}", "answerTime": "00:02:00", "inWork": 4{{cluster}} },
              "reports": { "formats": ["json"] }, "retry": { "pause": "00:00:01" }
            }
            """);
    }

    /// <summary>Of what is started from now on.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public static string Repository { get; } = Metadata("Repository");

    public RabbitServer Broker { get; }

    /// <summary>A connection string.</summary>
    public string Database { get; } = PostgresServer.NewDatabase();

    /// <summary>Of the database server.</summary>
    public int DatabaseProcessId => int.Parse(File.ReadLines(Path.Combine(new NpgsqlConnectionStringBuilder(Database).Host!, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public string In => Directory.CreateDirectory(Path.Combine(_folder, "in")).FullName;

    private string Queue => Path.GetFileName(_folder);

    public string Shared => Path.Combine(_folder, "shared");

    private string Config => Path.Combine(_folder, "pipeline.json");

    /// <summary>Copies of a fixture whose bytes are like those of no other copy; their hashes, in order.</summary>
    public string[] Fill(string fixture, int count)
    {
        byte[] original = File.ReadAllBytes(Path.Combine(Repository, "fixtures", fixture));
        for (int i = 0; i < count; i++)
            File.WriteAllBytes(Path.Combine(In, $"{i}.pdf"), [.. original, .. Encoding.ASCII.GetBytes($"\n% copy {i}\n")]);
        return [.. Directory.EnumerateFiles(In).Select(file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))).Order(StringComparer.Ordinal)];
    }

    /// <summary>A worker with one reader.</summary>
    public Process Work(params string[] more) => Start(["work", "--parallel", "1", .. more]);

    /// <summary>Returns when the broker sees so many workers, and no document that none of them has taken.</summary>
    public async Task WorkersAsync(int count)
    {
        var options = new ClusterOptions { Broker = new Uri(Broker.Address), User = "guest", Password = "guest", SharedFolder = Shared, Queue = Queue };
        for (long start = Stopwatch.GetTimestamp(); ; await Task.Delay(100))
        {
            ClusterState now = await ClusterClient.StateAsync(options, TimeProvider.System, CancellationToken.None);
            if (now.Consumers == count && now.Waiting == 0)
                return;
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(2), $"{now.Consumers} workers, {now.Waiting} documents wait.");
        }
    }

    /// <summary>SIGTERM; what it has taken is brought to its end.</summary>
    public static async Task EndAsync(Process process)
    {
        await SignalAsync(process.Id, "TERM");
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
    }

    public static async Task SignalAsync(int process, string signal)
    {
        using Process kill = Process.Start("kill", ["-" + signal, $"{process}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The processes that a worker has started (proc(5): each thread has children of its own).</summary>
    public static int[] ReadersOf(Process worker) => [.. Directory.GetDirectories($"/proc/{worker.Id}/task").SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Metadata("IngestProgram"), .. arguments, "--config", Config, "--lang", "en"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        (start.Environment["AWS_ACCESS_KEY_ID"], start.Environment["AWS_SECRET_ACCESS_KEY"]) = (S3Server.Key, S3Server.Secret);
        foreach ((string name, string value) in Environment)
            start.Environment[name] = value;
        Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Keep(process, line.Data);
        process.BeginErrorReadLine();
        lock (_processes)
            _processes.Add(process);
        return process;
    }

    /// <summary>What a command prints, errors last; it is given an hour.</summary>
    public string Run(params string[] arguments)
    {
        Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromHours(1)), string.Join(' ', arguments));
        string said = output.GetAwaiter().GetResult();
        process.WaitForExit();
        lock (_errors)
            return said + _errors.GetValueOrDefault(process);
    }

    private void Keep(Process process, string? line)
    {
        lock (_errors)
            _errors[process] = _errors.GetValueOrDefault(process) + line + "\n";
    }

    public T Ask<T>(Func<IDocumentStore, T> question)
    {
        using PostgresDocumentStore store = PostgresDocumentStore.Open(Database, TimeProvider.System);
        return question(store);
    }

    public string[] Stored() => Ask(store => store.Documents(DocumentQuery.All).Select(document => document.Sha256).Order(StringComparer.Ordinal).ToArray());

    public int CountStored() => Ask(store => store.Counts()[ArrivalState.Stored]);

    /// <summary>The stored extractions as JSON, by hash.</summary>
    public Dictionary<string, string> Results() => Ask(store => Stored().ToDictionary(sha256 => sha256, sha256 => Encoding.UTF8.GetString(DocumentJson.ToBytes(store.Load(sha256)!))));

    public void Dispose()
    {
        Process[] processes;
        // A test that failed leaves a command that starts and ends meanwhile.
        lock (_processes)
            processes = [.. _processes];
        foreach (Process process in processes)
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        Broker.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Metadata(string key) => Path.GetFullPath(typeof(ClusterPlace).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!);
}
