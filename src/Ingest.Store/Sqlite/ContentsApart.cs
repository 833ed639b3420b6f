using System.Data.Common;
using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Store.Relational;

namespace Ingest.Store.Sqlite;

/// <summary>The step to the fourth version that SQL alone cannot take.</summary>
internal static class ContentsApart
{
    /// <summary>From the third version's form, which had the contents beside what is said of them, and no digest.</summary>
    public static void Renew(DbConnection connection, DbTransaction transaction)
    {
        var hashes = new List<string>();
        using (DbCommand command = connection.Command("SELECT sha256 FROM documents ORDER BY rowid", transaction))
        using (DbDataReader rows = command.ExecuteReader())
            while (rows.Read())
                hashes.Add(rows.GetString(0));
        foreach (string sha256 in hashes)
            Renew(connection, transaction, sha256);
        connection.Execute("ALTER TABLE documents DROP COLUMN extraction", transaction);
        foreach (string sha256 in hashes)
            DocumentTable.Arrange(connection, transaction, sha256);
    }

    private static void Renew(DbConnection connection, DbTransaction transaction, string sha256)
    {
        using DbCommand command = connection.Command("SELECT extraction FROM documents WHERE sha256 = @sha", transaction, ("@sha", sha256));
        byte[] packed = (byte[])command.ExecuteScalar()!;
        // What was damaged stays so; 'ingest check' tells.
        BudgetDocument? document = DocumentTable.TryUnpack(packed, out _);
        connection.Execute(
            $"UPDATE documents SET level = @level, published_on = @published, change = {DocumentTable.NextChange} WHERE sha256 = @sha",
            transaction, ("@level", document?.Identity.Level?.ToString()), ("@published", document?.Identity.PublishedOn?.ToString("O", CultureInfo.InvariantCulture)), ("@sha", sha256));
        DocumentTable.InsertContents(connection, transaction, sha256, packed, document is null ? DocumentDigest.Empty : DocumentDigest.Of(document));
    }
}
