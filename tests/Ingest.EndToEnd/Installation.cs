using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ingest.Store;
using Ingest.Store.LiteDb;
using Ingest.Store.Sqlite;

namespace Ingest.EndToEnd;

/// <summary>A folder with a pipeline.json, as somebody would set the program up; gone afterwards.</summary>
internal sealed class Installation : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-installation-").FullName;

    private readonly Func<IDocumentStore> _open;

    /// <param name="settings">Contents of pipeline.json; short waiting times and one plain report by default.</param>
    /// <param name="store">Kind of the store; what the program takes by itself is not written down.</param>
    /// <param name="open">Opens a store that is no file, whose settings are given.</param>
    public Installation(string? settings = null, string store = "litedb", Func<IDocumentStore>? open = null)
    {
        _open = open ?? (store == "sqlite" ? () => SqliteDocumentStore.Open(Store, TimeProvider.System) : () => LiteDbDocumentStore.Open(Store, TimeProvider.System));
        settings ??= """{ "watch": { "settle": "00:00:00.2", "poll": "00:00:00.5" }, "reports": { "formats": ["json"] }, "retry": { "pause": "00:00:01" } }""";
        JsonObject json = JsonNode.Parse(settings)!.AsObject();
        if (store != "litedb")
            json["store"] = store;
        File.WriteAllText(Config, json.ToJsonString());
    }

    public string Config => Path.Combine(_folder, "pipeline.json");

    public string Store => Folder("ingest.db");

    /// <summary>A folder below <c>data</c>.</summary>
    public string Folder(params string[] parts) => Path.Combine([_folder, "data", .. parts]);

    /// <summary>A file beside the installation, for files that are read in place.</summary>
    public string Beside(string name)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    public Outcome Run(params string[] arguments) => IngestProgram.Run([.. arguments, "--config", Config]);

    public RunningProgram Start(params string[] arguments) => RunningProgram.Start([.. arguments, "--config", Config]);

    /// <summary>Puts a file into the inbox whole, as a careful sender does.</summary>
    public void Drop(string name, byte[] bytes)
    {
        string path = Folder("inbox", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".part", bytes);
        File.Move(path + ".part", path);
    }

    /// <summary>A fixture with a remark at its end, so that its bytes are like those of no other copy.</summary>
    public static byte[] Copy(string fixture, int number) =>
        [.. File.ReadAllBytes(IngestProgram.Fixture(fixture)), .. Encoding.ASCII.GetBytes($"\n% copy {number}\n")];

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>SHA-256 of every file below a folder of <c>data</c>, in order.</summary>
    public string[] Hashes(string folder) =>
        [.. Files(folder).Select(path => Sha256(File.ReadAllBytes(path))).Order(StringComparer.Ordinal)];

    /// <summary>Without the index of the reports, which is of all of them.</summary>
    public string[] Files(string folder) => Directory.Exists(Folder(folder))
        ? [.. Directory.EnumerateFiles(Folder(folder), "*", SearchOption.AllDirectories).Where(path => !Path.GetFileName(path).StartsWith(".ingest", StringComparison.Ordinal) && Path.GetFileName(path) != "index.html").Order(StringComparer.Ordinal)]
        : [];

    public JsonNode[] List() => [.. Run("list", "--json").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    public JsonNode Status() => JsonNode.Parse(Run("status", "--json").Output)!;

    /// <summary>The store, as another process of the program sees it.</summary>
    public IDocumentStore OpenStore() => _open();

    /// <summary>Asks the store.</summary>
    public T Ask<T>(Func<IDocumentStore, T> question)
    {
        using IDocumentStore store = OpenStore();
        return question(store);
    }

    /// <summary>Hashes of the stored documents, in order.</summary>
    public string[] Stored() => Ask(store => store.Documents(DocumentQuery.All).Select(document => document.Sha256).Order(StringComparer.Ordinal).ToArray());

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
