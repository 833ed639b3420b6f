using System.Data.Common;

namespace Ingest.Store.Relational;

/// <summary>Makes the digests of all documents anew from their contents, when a digest has come to hold more.</summary>
internal static class DigestRenewal
{
    public static void Renew(DbConnection connection, DbTransaction transaction)
    {
        var hashes = new List<string>();
        using (DbCommand command = connection.Command("SELECT sha256 FROM contents ORDER BY sha256", transaction))
        using (DbDataReader rows = command.ExecuteReader())
            while (rows.Read())
                hashes.Add(rows.GetString(0));
        foreach (string sha256 in hashes)
        {
            using DbCommand contents = connection.Command("SELECT extraction FROM contents WHERE sha256 = @sha", transaction, ("@sha", sha256));
            // What was damaged stays so; 'ingest check' tells.
            if (DocumentTable.TryUnpack((byte[])contents.ExecuteScalar()!, out _) is { } document)
                connection.Execute("UPDATE contents SET digest = @digest WHERE sha256 = @sha", transaction, ("@digest", DocumentDigest.Of(document).Pack()), ("@sha", sha256));
        }
    }
}
