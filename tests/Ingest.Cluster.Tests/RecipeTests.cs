using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;

namespace Ingest.Cluster.Tests;

/// <summary>What src/Ingest.App/Deploy/compose.cluster.yaml does to a database, done to one.</summary>
public sealed partial class RecipeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-recipe-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ServerFact]
    public void The_user_that_the_recipe_makes_does_all_work_and_can_take_nothing_back()
    {
        using var place = new ClusterPlace();
        string[] hashes = place.Fill("pair-2023/pair-2023.pdf", 1);
        // The service "tables".
        Assert.Contains("Came in: 0", place.Run("status"), StringComparison.Ordinal);

        // The service "rights", as often as it is started.
        GiveRights(place.Database);
        GiveRights(place.Database);

        Assert.StartsWith("SCRAM-SHA-256$", (string)Ask(place.Database, "SELECT rolpassword FROM pg_authid WHERE rolname = 'ingest_work'")!, StringComparison.Ordinal);
        string user = new NpgsqlConnectionStringBuilder(place.Database) { Username = "ingest_work" }.ToString();
        // The service "work" has no connection at all.
        place.Environment["INGEST__STORECONNECTION"] = "";
        place.Work();
        place.Environment["INGEST__STORECONNECTION"] = user;
        Assert.Contains("1 stored", place.Run("run", place.In, "--cluster"), StringComparison.Ordinal);
        Assert.Contains(hashes[0][..8], place.Run("list"), StringComparison.Ordinal);
        Assert.Contains("stored 1", place.Run("status"), StringComparison.Ordinal);
        Assert.All(["DELETE FROM journal", "UPDATE journal SET state = 'stored'", "DELETE FROM verdicts", "DROP TABLE documents", "CREATE TABLE theirs (x INTEGER)", "TRUNCATE arrivals"], change =>
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.Throws<PostgresException>(() => Ask(user, change)).SqlState));
    }

    private void GiveRights(string database)
    {
        string deploy = Path.Combine(ClusterPlace.Repository, "src/Ingest.App/Deploy"), password = Path.Combine(_folder, "database_work");
        File.WriteAllText(password, "0123456789abcdef\n");
        string command = Command().Match(File.ReadAllText(Path.Combine(deploy, "compose.cluster.yaml"))).Groups[1].Value;
        var settings = new NpgsqlConnectionStringBuilder(database);
        foreach ((string there, string here) in new[]
        {
            // As YAML and compose read it; then the places of the containers.
            ("''", "'"), ("$$", "$"), ("/run/secrets/database_work", password), ("-h database -U ingest -d ingest", $"-h {settings.Host} -U {settings.Username} -d {settings.Database}"), ("/rights.sql", Path.Combine(deploy, "postgres-rights.sql")),
        })
        {
            Assert.Contains(there, command, StringComparison.Ordinal);
            command = command.Replace(there, here, StringComparison.Ordinal);
        }

        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _ = process.StandardOutput.ReadToEndAsync();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((0, ""), (process.ExitCode, string.Join('\n', errors.Split('\n').Where(line => line.Contains("ERROR", StringComparison.Ordinal)))));
    }

    private static object? Ask(string database, string sql)
    {
        using NpgsqlDataSource source = NpgsqlDataSource.Create(database);
        using NpgsqlCommand command = source.CreateCommand(sql);
        return command.ExecuteScalar();
    }

    /// <summary>Of the one service that runs psql.</summary>
    [GeneratedRegex(@"entrypoint: \[/bin/sh, -c, '((?:[^']|'')*psql(?:[^']|'')*)'\]")]
    private static partial Regex Command();
}
