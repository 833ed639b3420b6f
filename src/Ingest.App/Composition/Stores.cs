using System.Text;
using Ingest.App.Configuration;
using Ingest.Contract.Text;
using Ingest.Store;
using Ingest.Store.LiteDb;
using Ingest.Store.Postgres;
using Ingest.Store.Sqlite;

namespace Ingest.App.Composition;

/// <summary>The stores by the names that settings use.</summary>
internal static class Stores
{
    public const string LiteDb = "litedb";

    public const string Sqlite = "sqlite";

    /// <summary>On a server, for several machines.</summary>
    public const string Postgres = "postgres";

    /// <summary>Where in its file each writes what it is.</summary>
    private static readonly (string Name, int Position, byte[] Mark)[] _marks =
        [(Sqlite, 0, Encoding.ASCII.GetBytes("SQLite format 3\0")), (LiteDb, 32, Encoding.ASCII.GetBytes("** This is a LiteDB file **"))];

    public static IReadOnlyList<string> Names { get; } = [LiteDb, Sqlite, Postgres];

    /// <param name="file">Of the store, or the connection string of its server.</param>
    /// <param name="said">Where verdicts are written down too; what is in the store and was never written down is, now, and what was written down last counts.</param>
    /// <exception cref="SettingsException">The file is of another store.</exception>
    /// <exception cref="StoreException">It cannot be opened; says why.</exception>
    public static IRestorableStore Open(string name, string file, TimeSpan busyWait, VerdictJournal said)
    {
        if (name != Postgres && NameOf(file) is { } other && other != name)
            throw new SettingsException(new Phrase(
                $"{file} 是 {other} 数据库，而设置的是 {name}。请在 pipeline.json 中写 \"store\": \"{other}\"，或用 ingest store copy --to {name} 转换。",
                $"{file} is a database of {other}, and the settings say {name}. Write \"store\": \"{other}\" in pipeline.json, or convert it with 'ingest store copy --to {name}'."));
        IRestorableStore store = Make(name, file, busyWait, said);
        if (!File.Exists(said.Path) && store.Verdicts().ToArray() is { Length: > 0 } verdicts)
            said.Append(verdicts);
        // A process that is killed between the two has written down what does not count yet.
        else if (said.Last() is { } last && !store.VerdictsOn(last.Sha256).Contains(last))
            store.Restore([last]);
        return store;
    }

    /// <summary>A store that is no place of work: verdicts on it are written down nowhere else.</summary>
    public static IRestorableStore OpenAlone(string name, string file, TimeSpan busyWait) => Make(name, file, busyWait, null);

    /// <summary>What a file is by what it begins with; null when it is not there, empty, or neither.</summary>
    public static string? NameOf(string file)
    {
        if (!File.Exists(file))
            return null;
        byte[] start = new byte[64];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return _marks.FirstOrDefault(mark => start.AsSpan(0, read).Slice(Math.Min(mark.Position, read)).StartsWith(mark.Mark)).Name;
    }

    private static IRestorableStore Make(string name, string address, TimeSpan busyWait, VerdictJournal? said) => name switch
    {
        Sqlite => SqliteDocumentStore.Open(address, TimeProvider.System, busyWait, said),
        Postgres => PostgresDocumentStore.Open(address, TimeProvider.System, busyWait, said),
        _ => LiteDbDocumentStore.Open(address, TimeProvider.System, busyWait, said),
    };
}
