using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Ingest.EndToEnd;

/// <summary>A folder with a pipeline.json, as somebody would set the program up; gone afterwards.</summary>
internal sealed class Installation : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-installation-").FullName;

    /// <param name="settings">Contents of pipeline.json; short waiting times and one plain report by default.</param>
    public Installation(string? settings = null) => File.WriteAllText(Config, settings ??
        """{ "watch": { "settle": "00:00:00.2", "poll": "00:00:00.5" }, "reports": { "formats": ["json"] }, "retry": { "pause": "00:00:01" } }""");

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

    public string[] Files(string folder) => Directory.Exists(Folder(folder))
        ? [.. Directory.EnumerateFiles(Folder(folder), "*", SearchOption.AllDirectories).Where(path => !Path.GetFileName(path).StartsWith(".ingest", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
        : [];

    public JsonNode[] List() => [.. Run("list", "--json").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    public JsonNode Status() => JsonNode.Parse(Run("status", "--json").Output)!;

    /// <summary>First column of each row.</summary>
    public string[] Query(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return [.. rows];
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
