using System.Diagnostics;
using Npgsql;

namespace Ingest.Store.Tests;

/// <summary>
/// A PostgreSQL server of these tests' own, on a socket in a temporary folder and nowhere else; started at the first test that needs it and
/// ended with them. <c>INGEST_POSTGRES</c> names another, whose user may make databases.
/// </summary>
internal static class PostgresServer
{
    private static readonly Lazy<string?> _binaries = new(FindBinaries);

    private static readonly Lazy<string> _connection = new(Start);

    private static string? _folder;

    /// <summary>Null when there is a server to be had.</summary>
    public static string? Missing => Named is null && _binaries.Value is null ? "PostgreSQL is not installed (Debian: postgresql), and INGEST_POSTGRES names no server." : null;

    private static string? Named => Environment.GetEnvironmentVariable("INGEST_POSTGRES");

    /// <summary>A connection string to an empty database.</summary>
    public static string NewDatabase()
    {
        string name = "t" + Guid.NewGuid().ToString("N");
        using NpgsqlDataSource source = NpgsqlDataSource.Create(_connection.Value);
        using NpgsqlCommand create = source.CreateCommand($"CREATE DATABASE {name}");
        create.ExecuteNonQuery();
        return new NpgsqlConnectionStringBuilder(_connection.Value) { Database = name }.ToString();
    }

    /// <summary>Ends the server as if by a power cut, connections and all, and starts it again over the same data. Not for a server that is named.</summary>
    public static void Restart() =>
        AsServer(Environment.IsPrivilegedProcess, Path.Combine(_binaries.Value!, "pg_ctl"), "-D", Path.Combine(_folder!, "data"), "-w", "-m", "immediate", "-l", Path.Combine(_folder!, "log"), "restart");

    private static string Start()
    {
        if (Named is { } named)
            return named;
        string folder = _folder = Directory.CreateTempSubdirectory("ingest-postgres-").FullName;
        // The server does not run as root; whoever runs the tests as root has a user for it where the package is installed.
        bool root = Environment.IsPrivilegedProcess;
        if (root)
            Run("chown", "postgres", folder);
        AsServer(root, Path.Combine(_binaries.Value!, "initdb"), "-D", Path.Combine(folder, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        string control = Path.Combine(_binaries.Value!, "pg_ctl");
        AsServer(root, control, "-D", Path.Combine(folder, "data"), "-w", "-l", Path.Combine(folder, "log"), "-o", $"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c max_connections=50", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            AsServer(root, control, "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
        return $"Host={folder};Username=postgres;Database=postgres;Maximum Pool Size=10";
    }

    private static void AsServer(bool root, string program, params string[] arguments)
    {
        if (root)
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]);
        else
            Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // What it says goes nowhere: a server that is started keeps the pipes of whoever started it.
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static string? FindBinaries() => !OperatingSystem.IsLinux() ? null
        : Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;
}
