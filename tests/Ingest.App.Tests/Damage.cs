using LiteDB;
using Microsoft.Data.Sqlite;

namespace Ingest.App.Tests;

/// <summary>Damages one document in the file of a store that nobody has open, past the store.</summary>
internal static class Damage
{
    /// <summary>What was read of it cannot be read any more.</summary>
    public static void Contents(string kind, string file, string sha256)
    {
        if (kind == "sqlite")
        {
            Run(file, "UPDATE contents SET extraction = substr(extraction, 1, length(extraction) / 2) WHERE sha256 = $sha", sha256);
            return;
        }

        Change(file, "extractions", $"{sha256}/000000", entry => entry["extraction"].AsBinary[^1] ^= 1);
    }

    /// <summary>The entry itself is nothing that the program has written.</summary>
    public static void Entry(string kind, string file, string sha256)
    {
        if (kind == "sqlite")
            Run(file, "UPDATE documents SET stored_at = 'nonsense', kind = 'Nonsense' WHERE sha256 = $sha", sha256);
        else
            Change(file, "documents", sha256, entry => (entry["storedAt"], entry["kind"]) = ("nonsense", "Nonsense"));
    }

    private static void Change(string file, string collection, string id, Action<BsonDocument> change)
    {
        using var database = new LiteDatabase(new ConnectionString { Filename = file, Collation = Collation.Binary });
        BsonDocument entry = database.GetCollection(collection).FindById(id);
        change(entry);
        database.GetCollection(collection).Update(entry);
    }

    private static void Run(string file, string sql, string sha256)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$sha", sha256);
        command.ExecuteNonQuery();
    }
}
