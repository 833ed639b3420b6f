using Ingest.App.Readers;
using Ingest.Contract.Text;
using Ingest.Store;
using Ingest.Store.Sqlite;

namespace Ingest.App.Composition;

/// <summary>The stores by the names that settings use.</summary>
internal static class Stores
{
    private const string LiteDb = "litedb";

    /// <summary>Why this program has no such store; null when it has.</summary>
    public static Phrase? Missing(string name)
    {
#if WITH_LITEDB
        _ = name;
        return null;
#else
        return name == LiteDb ? EngineParts.NotBuiltIn(name, "WithLiteDb") : null;
#endif
    }

    /// <exception cref="StoreException">It cannot be opened; says why.</exception>
    public static IDocumentStore Open(string name, string file, TimeSpan busyWait) => name switch
    {
#if WITH_LITEDB
        LiteDb => Store.LiteDb.LiteDbDocumentStore.Open(file, TimeProvider.System, busyWait),
#endif
        _ => SqliteDocumentStore.Open(file, TimeProvider.System, busyWait),
    };
}
