using System.Globalization;
using System.Text.Json;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Sqlite;

/// <summary>Documents with their extraction (JSON, Brotli) and their facts in long form.</summary>
internal sealed class DocumentTable(SqliteDatabase database, TimeProvider clock)
{
    private const string Columns =
        "d.sha256, d.file_name, d.bytes, d.pages, d.department, d.fiscal_year, d.kind, d.layout, d.reader, d.layouts, d.rules, d.stored_at, d.read_ms, d.supersedes, d.errors, d.warnings, d.amounts, d.unchecked";

    private const string FactColumns =
        """
        SELECT d.sha256, d.department, d.fiscal_year, f.statement, f.side, f.code, f.name, f.project, f.column_key, f.amount, f.unit, f.page,
            f.box_left, f.box_bottom, f.box_right, f.box_top
        FROM documents d JOIN facts f ON f.sha256 = d.sha256
        """;

    private const string Order = "ORDER BY d.department, d.fiscal_year, d.stored_at, d.sha256";

    public void Save(SqliteConnection connection, SqliteTransaction transaction, BudgetDocument document, EngineVersions versions, TimeSpan readTime)
    {
        string sha256 = document.Source.Sha256;
        Unlink(connection, transaction, sha256);
        Insert(connection, transaction, StoredDocument.Of(document, versions, clock.GetUtcNow(), readTime), document);
        Link(connection, transaction, sha256);
    }

    /// <summary>Takes a document over as it is, with its place among the publications of its body.</summary>
    public static void Restore(SqliteConnection connection, SqliteTransaction transaction, StoredDocument stored, BudgetDocument document)
    {
        Insert(connection, transaction, stored, document);
        connection.Execute("UPDATE documents SET supersedes = $before WHERE sha256 = $sha", transaction, ("$before", stored.Supersedes), ("$sha", stored.Sha256));
    }

    /// <summary>Name, size and time of what is there already stay.</summary>
    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, StoredDocument stored, BudgetDocument document)
    {
        connection.Execute(
            """
            INSERT INTO documents (sha256, file_name, bytes, pages, department, fiscal_year, kind, layout, reader, layouts, rules, stored_at, read_ms, errors, warnings, amounts, unchecked, extraction)
            VALUES ($sha, $name, $bytes, $pages, $department, $year, $kind, $layout, $reader, $layouts, $rules, $at, $ms, $errors, $warnings, $amounts, $unchecked, $extraction)
            ON CONFLICT (sha256) DO UPDATE SET department = $department, fiscal_year = $year, kind = $kind, layout = $layout, reader = $reader, layouts = $layouts, rules = $rules,
                read_ms = $ms, pages = $pages, errors = $errors, warnings = $warnings, amounts = $amounts, unchecked = $unchecked, extraction = $extraction
            """,
            transaction,
            ("$sha", stored.Sha256), ("$name", stored.FileName), ("$bytes", stored.Bytes), ("$pages", stored.Pages),
            ("$department", stored.Department), ("$year", stored.FiscalYear), ("$kind", stored.Kind?.ToString()),
            ("$layout", stored.Layout ?? ""), ("$reader", stored.Versions.Reader), ("$layouts", stored.Versions.Layouts), ("$rules", stored.Versions.Rules),
            ("$at", stored.StoredAt.Stored()), ("$ms", stored.ReadMilliseconds), ("$errors", stored.Errors), ("$warnings", stored.Warnings),
            ("$amounts", stored.Amounts), ("$unchecked", stored.Unchecked), ("$extraction", PackedExtraction.Pack(document)));
        connection.Execute("DELETE FROM facts WHERE sha256 = $sha", transaction, ("$sha", stored.Sha256));
        connection.Execute("DELETE FROM findings WHERE sha256 = $sha", transaction, ("$sha", stored.Sha256));
        InsertFacts(connection, transaction, document);
        FindingTable.Insert(connection, transaction, stored.Sha256, document.Findings);
    }

    public StoredDocument? Find(string sha256) =>
        database.Read($"SELECT {Columns} FROM documents d WHERE d.sha256 = $sha", Row, [("$sha", sha256)]).FirstOrDefault();

    public IReadOnlyList<StoredDocument> FindByPrefix(string prefix) =>
        [.. database.Read($"SELECT {Columns} FROM documents d WHERE substr(d.sha256, 1, length($prefix)) = $prefix ORDER BY d.sha256 LIMIT 2", Row, [("$prefix", prefix)])];

    public IEnumerable<StoredDocument> All(DocumentQuery query) =>
        database.Read($"SELECT {Columns} FROM documents d {Where} {Order}", Row, Parameters(query));

    public BudgetDocument? Load(string sha256) =>
        database.Read("SELECT extraction FROM documents WHERE sha256 = $sha", row => Unpack(sha256, (byte[])row.GetValue(0)), [("$sha", sha256)]).FirstOrDefault();

    public IEnumerable<Fact> Facts(DocumentQuery query) => database.Read($"{FactColumns} {Where} {Order}, f.position", FactRow, Parameters(query));

    public IEnumerable<Fact> FactsOf(StoredDocument document) =>
        database.Read($"{FactColumns} WHERE d.sha256 = $sha ORDER BY f.position", FactRow, [("$sha", document.Sha256)]);

    /// <summary>Documents with their extraction, as <see cref="FindingTable"/> needs them.</summary>
    public IEnumerable<(StoredDocument Document, BudgetDocument Extraction)> WithExtraction(DocumentQuery query) => database.Read(
        $"SELECT {Columns}, d.extraction FROM documents d {Where} {Order}",
        row => (Row(row), Unpack(row.GetString(0), (byte[])row.GetValue(18))), Parameters(query));

    private const string Where =
        """
        WHERE ($first IS NULL OR d.fiscal_year >= $first) AND ($last IS NULL OR d.fiscal_year <= $last)
            AND ($department IS NULL OR instr(d.department, $department) > 0)
            AND ($layout IS NULL OR d.layout = $layout)
            AND ($reader IS NULL OR d.reader <> $reader OR d.layouts <> $layouts OR d.rules <> $rules)
            AND (NOT $latest OR d.sha256 NOT IN (SELECT supersedes FROM documents WHERE supersedes IS NOT NULL))
        """;

    /// <exception cref="StoreException">The contents are damaged.</exception>
    private BudgetDocument Unpack(string sha256, byte[] packed)
    {
        try
        {
            return PackedExtraction.Unpack(packed);
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or InvalidOperationException)
        {
            throw new StoreException(StoreFailure.Corrupt, $"{database.Path}: the contents of document {sha256} are damaged ({error.Message}). Read it again with 'ingest reprocess', or restore the file from a backup.", error);
        }
    }

    private static (string Name, object? Value)[] Parameters(DocumentQuery query) =>
    [
        ("$first", query.FirstYear), ("$last", query.LastYear), ("$department", query.Department), ("$layout", query.Layout),
        ("$reader", query.OtherThan?.Reader), ("$layouts", query.OtherThan?.Layouts), ("$rules", query.OtherThan?.Rules), ("$latest", query.LatestOnly),
    ];

    /// <summary>Takes a document out of its chain of publications before what it says of itself changes.</summary>
    private static void Unlink(SqliteConnection connection, SqliteTransaction transaction, string sha256)
    {
        connection.Execute(
            "UPDATE documents SET supersedes = (SELECT old.supersedes FROM documents old WHERE old.sha256 = $sha) WHERE supersedes = $sha",
            transaction, ("$sha", sha256));
        connection.Execute("UPDATE documents SET supersedes = NULL WHERE sha256 = $sha", transaction, ("$sha", sha256));
    }

    /// <summary>
    /// Puts a document into the chain of its body, year and kind by the time of storing, so that a document
    /// whose body only a later version recognises takes the place it always had.
    /// </summary>
    private static void Link(SqliteConnection connection, SqliteTransaction transaction, string sha256)
    {
        const string same = "FROM documents o, documents d WHERE d.sha256 = $sha AND o.sha256 <> $sha AND o.department = d.department AND o.fiscal_year = d.fiscal_year AND o.kind = d.kind";
        using SqliteCommand before = connection.Command(
            $"SELECT o.sha256 {same} AND (o.stored_at, o.rowid) < (d.stored_at, d.rowid) ORDER BY o.stored_at DESC, o.rowid DESC LIMIT 1", transaction, ("$sha", sha256));
        using SqliteCommand after = connection.Command(
            $"SELECT o.sha256 {same} AND (o.stored_at, o.rowid) > (d.stored_at, d.rowid) ORDER BY o.stored_at, o.rowid LIMIT 1", transaction, ("$sha", sha256));
        const string link = "UPDATE documents SET supersedes = $before WHERE sha256 = $after";
        connection.Execute(link, transaction, ("$before", before.ExecuteScalar() as string), ("$after", sha256));
        if (after.ExecuteScalar() is string successor)
            connection.Execute(link, transaction, ("$before", sha256), ("$after", successor));
    }

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
        row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt32(3), row.Text(4), row.Int(5),
        row.Text(6) is { } kind ? Enum.Parse<DocumentKind>(kind) : null,
        row.GetString(7) is { Length: > 0 } layout ? layout : null,
        new EngineVersions(row.GetString(8), row.GetString(9), row.GetString(10)),
        row.Instant(11), row.GetDouble(12), row.Text(13), row.GetInt32(14), row.GetInt32(15), row.Int(16), row.Int(17));
}
