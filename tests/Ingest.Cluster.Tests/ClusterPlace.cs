using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Ingest.Contract.Documents.Json;
using Ingest.Store;
using Ingest.Store.Postgres;
using Ingest.Store.Tests;

namespace Ingest.Cluster.Tests;

/// <summary>A broker, a database, a folder with settings, and the program's processes in it; gone afterwards.</summary>
internal sealed class ClusterPlace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-cluster-").FullName;

    private readonly string _database = PostgresServer.NewDatabase();

    private readonly List<Process> _processes = [];

    private readonly Dictionary<Process, string> _errors = [];

    /// <param name="cluster">More settings of the cluster, as JSON with a comma before each.</param>
    /// <param name="shared">Where documents lie meanwhile.</param>
    /// <param name="tls">The broker takes encrypted connections only.</param>
    public ClusterPlace(string cluster = "", TestCertificates? tls = null, string shared = "shared")
    {
        Broker = new RabbitServer(tls);
        File.WriteAllText(Config, $$"""
            {
              "store": "postgres", "storeConnection": "{{_database}}",
              "cluster": { "broker": "{{Broker.Address}}", "sharedFolder": "{{shared}}", "answerTime": "00:02:00", "inWork": 4{{cluster}} },
              "reports": { "formats": ["json"] }, "retry": { "pause": "00:00:01" }
            }
            """);
    }

    public static string Repository { get; } = Metadata("Repository");

    public RabbitServer Broker { get; }

    public string In => Directory.CreateDirectory(Path.Combine(_folder, "in")).FullName;

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

    /// <summary>Once so many workers wait for documents.</summary>
    public async Task WorkersAsync(int count)
    {
        for (int i = 0; ; i++)
        {
            if (Run("status").Contains($"Cluster: {count} worker", StringComparison.Ordinal))
                return;
            Assert.InRange(i, 0, 60);
            await Task.Delay(500);
        }
    }

    /// <summary>SIGTERM; what it has taken is brought to its end.</summary>
    public static async Task EndAsync(Process process)
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Metadata("IngestProgram"), .. arguments, "--config", Config, "--lang", "en"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        (start.Environment["AWS_ACCESS_KEY_ID"], start.Environment["AWS_SECRET_ACCESS_KEY"]) = (S3Server.Key, S3Server.Secret);
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
        using PostgresDocumentStore store = PostgresDocumentStore.Open(_database, TimeProvider.System);
        return question(store);
    }

    public string[] Stored() => Ask(store => store.Documents(DocumentQuery.All).Select(document => document.Sha256).Order(StringComparer.Ordinal).ToArray());

    public int CountStored() => Ask(store => store.Counts()[ArrivalState.Stored]);

    /// <summary>The stored extractions as JSON, by hash.</summary>
    public Dictionary<string, string> Results() => Ask(store => Stored().ToDictionary(sha256 => sha256, sha256 => Encoding.UTF8.GetString(DocumentJson.ToBytes(store.Load(sha256)!))));

    public void Dispose()
    {
        foreach (Process process in _processes)
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
