using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Sqlite;

/// <summary>Documents; beside them their contents (JSON, Brotli) with a digest, and their facts in long form.</summary>
internal sealed class DocumentTable(SqliteDatabase database, TimeProvider clock)
{
    private const string Columns =
        """
        d.sha256, d.file_name, d.bytes, d.pages, d.department, d.fiscal_year, d.kind, d.level, d.published_on, d.layout, d.reader, d.layouts, d.rules, d.stored_at, d.read_ms,
        d.supersedes, d.replaced, d.order_unsure, d.errors, d.warnings, d.amounts, d.unchecked
        """;

    private const string FactColumns =
        """
        SELECT d.sha256, d.department, d.fiscal_year, f.statement, f.side, f.code, f.name, f.project, f.column_key, f.amount, f.unit, f.page,
            f.box_left, f.box_bottom, f.box_right, f.box_top
        FROM documents d JOIN facts f ON f.sha256 = d.sha256
        """;

    private const string Where =
        """
        WHERE ($first IS NULL OR d.fiscal_year >= $first) AND ($last IS NULL OR d.fiscal_year <= $last)
            AND ($department IS NULL OR instr(d.department, $department) > 0)
            AND ($level IS NULL OR d.level = $level)
            AND ($layout IS NULL OR d.layout = $layout)
            AND ($reader IS NULL OR d.reader <> $reader OR d.layouts <> $layouts OR d.rules <> $rules)
            AND (NOT $latest OR NOT d.replaced)
        """;

    private const string NextChange = "(SELECT coalesce(max(change), 0) + 1 FROM documents)";

    public void Save(SqliteConnection connection, SqliteTransaction transaction, BudgetDocument document, EngineVersions versions, TimeSpan readTime)
    {
        string sha256 = document.Source.Sha256;
        StoredDocument? before = TryFind(connection, transaction, sha256, out bool damaged);
        if (damaged)
            connection.Execute(
                "UPDATE documents SET supersedes = NULL WHERE supersedes = $sha; DELETE FROM documents WHERE sha256 = $sha", transaction, ("$sha", sha256));
        Insert(connection, transaction, StoredDocument.Of(document, versions, clock.GetUtcNow(), readTime), document);
        Arrange(connection, transaction, sha256);
        if (before is not null)
            Arrange(connection, transaction, before.Department, before.FiscalYear, before.Kind);
    }

    /// <summary>Takes a document over as it is, with its place among the publications of its body.</summary>
    public static void Restore(SqliteConnection connection, SqliteTransaction transaction, StoredDocument stored, BudgetDocument document)
    {
        Insert(connection, transaction, stored, document);
        Place(connection, transaction, stored.Sha256, new PublicationPlace(stored.Supersedes, stored.IsReplaced, stored.IsOrderUnsure));
    }

    /// <summary>From the third version's form, which had the contents beside what is said of them, and no digest.</summary>
    public static void Renew(SqliteConnection connection, SqliteTransaction transaction)
    {
        var hashes = new List<string>();
        using (SqliteCommand command = connection.Command("SELECT sha256 FROM documents ORDER BY rowid", transaction))
        using (SqliteDataReader rows = command.ExecuteReader())
            while (rows.Read())
                hashes.Add(rows.GetString(0));
        foreach (string sha256 in hashes)
            Renew(connection, transaction, sha256);
        connection.Execute("ALTER TABLE documents DROP COLUMN extraction", transaction);
        foreach (string sha256 in hashes)
            Arrange(connection, transaction, sha256);
    }

    private static void Renew(SqliteConnection connection, SqliteTransaction transaction, string sha256)
    {
        using SqliteCommand command = connection.Command("SELECT extraction FROM documents WHERE sha256 = $sha", transaction, ("$sha", sha256));
        byte[] packed = (byte[])command.ExecuteScalar()!;
        // What was damaged stays so; 'ingest check' tells.
        BudgetDocument? document = TryUnpack(packed, out _);
        connection.Execute(
            $"UPDATE documents SET level = $level, published_on = $published, change = {NextChange} WHERE sha256 = $sha",
            transaction, ("$level", document?.Identity.Level?.ToString()), ("$published", document?.Identity.PublishedOn?.ToString("O", CultureInfo.InvariantCulture)), ("$sha", sha256));
        InsertContents(connection, transaction, sha256, packed, document is null ? DocumentDigest.Empty : DocumentDigest.Of(document));
    }

    /// <summary>Name, size and time of what is there already stay.</summary>
    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, StoredDocument stored, BudgetDocument document)
    {
        connection.Execute(
            $"""
            INSERT INTO documents (sha256, file_name, bytes, pages, department, fiscal_year, kind, level, published_on, layout, reader, layouts, rules, stored_at, read_ms, errors, warnings, amounts, unchecked, change)
            VALUES ($sha, $name, $bytes, $pages, $department, $year, $kind, $level, $published, $layout, $reader, $layouts, $rules, $at, $ms, $errors, $warnings, $amounts, $unchecked, {NextChange})
            ON CONFLICT (sha256) DO UPDATE SET department = $department, fiscal_year = $year, kind = $kind, level = $level, published_on = $published, layout = $layout,
                reader = $reader, layouts = $layouts, rules = $rules, read_ms = $ms, pages = $pages, errors = $errors, warnings = $warnings, amounts = $amounts, unchecked = $unchecked,
                change = {NextChange}
            """,
            transaction,
            ("$sha", stored.Sha256), ("$name", stored.FileName), ("$bytes", stored.Bytes), ("$pages", stored.Pages),
            ("$department", stored.Department), ("$year", stored.FiscalYear), ("$kind", stored.Kind?.ToString()),
            ("$level", stored.Level?.ToString()), ("$published", stored.PublishedOn?.ToString("O", CultureInfo.InvariantCulture)),
            ("$layout", stored.Layout ?? ""), ("$reader", stored.Versions.Reader), ("$layouts", stored.Versions.Layouts), ("$rules", stored.Versions.Rules),
            ("$at", stored.StoredAt.Stored()), ("$ms", stored.ReadMilliseconds), ("$errors", stored.Errors), ("$warnings", stored.Warnings),
            ("$amounts", stored.Amounts), ("$unchecked", stored.Unchecked));
        InsertContents(connection, transaction, stored.Sha256, PackedExtraction.Pack(document), DocumentDigest.Of(document));
        connection.Execute("DELETE FROM facts WHERE sha256 = $sha", transaction, ("$sha", stored.Sha256));
        connection.Execute("DELETE FROM findings WHERE sha256 = $sha", transaction, ("$sha", stored.Sha256));
        InsertFacts(connection, transaction, document);
        FindingTable.Insert(connection, transaction, stored.Sha256, document.Findings);
    }

    private static void InsertContents(SqliteConnection connection, SqliteTransaction transaction, string sha256, byte[] packed, DocumentDigest digest) => connection.Execute(
        """
        INSERT INTO contents (sha256, extraction, hash, digest) VALUES ($sha, $extraction, $hash, $digest)
        ON CONFLICT (sha256) DO UPDATE SET extraction = $extraction, hash = $hash, digest = $digest
        """,
        transaction, ("$sha", sha256), ("$extraction", packed), ("$hash", SHA256.HashData(packed)), ("$digest", digest.Pack()));

    public StoredDocument? Find(string sha256) =>
        database.Read($"SELECT {Columns} FROM documents d WHERE d.sha256 = $sha", Row, [("$sha", sha256)]).FirstOrDefault();

    public IReadOnlyList<StoredDocument> FindByPrefix(string prefix) =>
        [.. database.Read($"SELECT {Columns} FROM documents d WHERE substr(d.sha256, 1, length($prefix)) = $prefix ORDER BY d.sha256 LIMIT 2", Row, [("$prefix", prefix)])];

    public IEnumerable<StoredDocument> All(DocumentQuery query, Action<DamagedDocument>? damaged)
    {
        const string order = "ORDER BY d.department, d.fiscal_year, d.stored_at, d.sha256";
        (string Name, object? Value)[] parameters = Parameters(query);
        return StoreReading.Documents(
            () => [.. database.Read($"SELECT {Columns} FROM documents d {Where} {order}", Row, parameters)],
            () => [.. database.Read("SELECT sha256 FROM documents ORDER BY sha256", row => row.GetString(0), [])],
            sha256 => database.Read($"SELECT {Columns} FROM documents d {Where} AND d.sha256 = $sha", Row, [.. parameters, ("$sha", sha256)]).FirstOrDefault(),
            sound => sound.OrderBy(document => document.Department, StringComparer.Ordinal).ThenBy(document => document.FiscalYear).ThenBy(document => document.StoredAt).ThenBy(document => document.Sha256, StringComparer.Ordinal),
            damaged);
    }

    /// <summary>Documents whose number of change is greater, in its order.</summary>
    public IReadOnlyList<(long Change, ChangedDocument? Document)> ChangedSince(long change, int most) =>
    [
        .. database.Read(
            $"SELECT {Columns}, d.change, c.digest FROM documents d LEFT JOIN contents c ON c.sha256 = d.sha256 WHERE d.change > $change ORDER BY d.change LIMIT $most",
            row => (row.GetInt64(22), Changed(row)), [("$change", change), ("$most", most)]),
    ];

    public long LastChange() => database.Read("SELECT coalesce(max(change), 0) FROM documents", row => row.GetInt64(0), []).Single();

    public BudgetDocument? Load(string sha256) => database.Read(
        "SELECT c.extraction, c.hash FROM documents d LEFT JOIN contents c ON c.sha256 = d.sha256 WHERE d.sha256 = $sha", row => Unpack(sha256, row), [("$sha", sha256)]).FirstOrDefault();

    public IReadOnlyList<Fact> FactsOf(string sha256) => [.. database.Read($"{FactColumns} WHERE d.sha256 = $sha ORDER BY f.position", FactRow, [("$sha", sha256)])];

    public DocumentDigest DigestOf(string sha256) =>
        database.Read("SELECT digest FROM contents WHERE sha256 = $sha", row => DocumentDigest.UnpackOrEmpty((byte[])row.GetValue(0)), [("$sha", sha256)]).FirstOrDefault(DocumentDigest.Empty);

    /// <exception cref="StoreException">The contents are damaged.</exception>
    private BudgetDocument Unpack(string sha256, SqliteDataReader row)
    {
        if (row.IsDBNull(0) || row.GetValue(0) is not byte[] packed)
            throw Damaged("they are not there");
        if (row.GetValue(1) is not byte[] hash || !SHA256.HashData(packed).AsSpan().SequenceEqual(hash))
            throw Damaged("their digest is another");
        return TryUnpack(packed, out Exception? error) ?? throw Damaged(error!.Message);

        StoreException Damaged(string what) => new(
            StoreFailure.Corrupt, $"{database.Path}: the contents of document {sha256} are damaged ({what}). Read it again with 'ingest check --repair', or restore the file from a backup.");
    }

    private static BudgetDocument? TryUnpack(byte[] packed, out Exception? problem)
    {
        problem = null;
        try
        {
            return PackedExtraction.Unpack(packed);
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or InvalidOperationException)
        {
            problem = error;
            return null;
        }
    }

    private static (string Name, object? Value)[] Parameters(DocumentQuery query) =>
    [
        ("$first", query.FirstYear), ("$last", query.LastYear), ("$department", query.Department), ("$level", query.Level?.ToString()), ("$layout", query.Layout),
        ("$reader", query.OtherThan?.Reader), ("$layouts", query.OtherThan?.Layouts), ("$rules", query.OtherThan?.Rules), ("$latest", query.LatestOnly),
    ];

    private static StoredDocument? TryFind(SqliteConnection connection, SqliteTransaction transaction, string sha256, out bool damaged)
    {
        using SqliteCommand command = connection.Command($"SELECT {Columns} FROM documents d WHERE d.sha256 = $sha", transaction, ("$sha", sha256));
        using SqliteDataReader row = command.ExecuteReader();
        bool there = row.Read();
        StoredDocument? document = there ? TryRow(row) : null;
        damaged = there && document is null;
        return document;
    }

    /// <summary>Null when the row is damaged.</summary>
    private static StoredDocument? TryRow(SqliteDataReader row)
    {
        try
        {
            return Row(row);
        }
        catch (Exception error) when (SqliteErrors.IsDamage(error))
        {
            return null;
        }
    }

    /// <summary>Puts the publications of the document's body, year and kind into their places.</summary>
    private static void Arrange(SqliteConnection connection, SqliteTransaction transaction, string sha256)
    {
        if (TryFind(connection, transaction, sha256, out _) is not { } document)
            return;
        if (document is { Department: not null, FiscalYear: not null, Kind: not null })
            Arrange(connection, transaction, document.Department, document.FiscalYear, document.Kind);
        else if (document is { Supersedes: not null } or { IsReplaced: true } or { IsOrderUnsure: true })
            Place(connection, transaction, sha256, default);
    }

    private static void Arrange(SqliteConnection connection, SqliteTransaction transaction, string? department, int? year, DocumentKind? kind)
    {
        // One that is damaged counts as not there until it is mended.
        var series = new Dictionary<string, StoredDocument>(StringComparer.Ordinal);
        using (SqliteCommand command = connection.Command(
            $"SELECT {Columns} FROM documents d WHERE department = $department AND fiscal_year = $year AND kind = $kind",
            transaction, ("$department", department), ("$year", year), ("$kind", kind?.ToString())))
        using (SqliteDataReader row = command.ExecuteReader())
            while (row.Read())
                if (TryRow(row) is { } document)
                    series[document.Sha256] = document;
        foreach ((string sha256, PublicationPlace place) in Publications.Arrange([.. series.Values.Select(document => document.Publication)]))
            if (series[sha256] is var before && place != new PublicationPlace(before.Supersedes, before.IsReplaced, before.IsOrderUnsure))
                Place(connection, transaction, sha256, place);
    }

    private static void Place(SqliteConnection connection, SqliteTransaction transaction, string sha256, PublicationPlace place) => connection.Execute(
        $"UPDATE documents SET supersedes = $before, replaced = $replaced, order_unsure = $unsure, change = {NextChange} WHERE sha256 = $sha",
        transaction, ("$before", place.Supersedes), ("$replaced", place.IsReplaced), ("$unsure", place.IsOrderUnsure), ("$sha", sha256));

    private static void InsertFacts(SqliteConnection connection, SqliteTransaction transaction, BudgetDocument document)
    {
        string[] names = ["$sha", "$position", "$statement", "$side", "$code", "$name", "$project", "$column", "$amount", "$unit", "$yuan", "$page", "$left", "$bottom", "$right", "$top"];
        using SqliteCommand insert = connection.Command($"INSERT INTO facts VALUES ({string.Join(", ", names)})", transaction);
        foreach (string name in names)
            insert.Parameters.Add(new SqliteParameter { ParameterName = name });

        int position = 0;
        foreach (Fact fact in Fact.AllOf(document))
        {
            object?[] values =
            [
                fact.Sha256, position++, fact.Statement, fact.Side, fact.Code, fact.Name, fact.Project, fact.Column,
                fact.Amount.ToString(CultureInfo.InvariantCulture), fact.Unit, AmountUnits.FromPrinted(fact.Unit) is { } unit ? (double)fact.Amount * (double)unit.InYuan() : null,
                fact.Page, fact.Box.Left, fact.Box.Bottom, fact.Box.Right, fact.Box.Top,
            ];
            for (int i = 0; i < values.Length; i++)
                insert.Parameters[i].Value = values[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }

    private static Fact FactRow(SqliteDataReader row) => new(
        row.GetString(0), row.Text(1), row.Int(2), row.GetString(3), row.Text(4), row.Text(5), row.GetString(6), row.Text(7), row.GetString(8),
        decimal.Parse(row.GetString(9), NumberStyles.Number, CultureInfo.InvariantCulture), row.Text(10), row.GetInt32(11),
        new Box(row.GetFloat(12), row.GetFloat(13), row.GetFloat(14), row.GetFloat(15)));

    private static StoredDocument Row(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt32(3), row.Text(4), row.Int(5), row.Name<DocumentKind>(6), row.Name<DocumentLevel>(7), row.Date(8),
        row.GetString(9) is { Length: > 0 } layout ? layout : null,
        new EngineVersions(row.GetString(10), row.GetString(11), row.GetString(12)),
        row.Instant(13), row.GetDouble(14), row.Text(15), row.GetBoolean(16), row.GetBoolean(17), row.GetInt32(18), row.GetInt32(19), row.Int(20), row.Int(21));

    /// <summary>Null for an entry that is damaged: who asks for changes goes on with the others.</summary>
    private static ChangedDocument? Changed(SqliteDataReader row) =>
        TryRow(row) is { } document ? new ChangedDocument(document, row.GetValue(23) is byte[] packed ? DocumentDigest.UnpackOrEmpty(packed) : DocumentDigest.Empty) : null;
}
