using Ingest.Store.Relational;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Sqlite;

/// <summary>
/// The tables, as a list of migrations: entry n leads from version n to n + 1 (<c>PRAGMA user_version</c>).
/// Published entries never change. Amounts are text, so that no decimal is lost; <c>yuan</c> is the same
/// amount as a floating-point number, for questions in SQL only.
/// </summary>
internal static class Schema
{
    /// <summary>"ingt"; tells this program's databases from others (<c>PRAGMA application_id</c>).</summary>
    public const int ApplicationId = 0x696E6774;

    public static readonly IReadOnlyList<Migration> Migrations =
    [
        new("""
        CREATE TABLE arrivals (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            seen_at TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('claimed', 'stored', 'duplicate', 'quarantined')),
            location TEXT,
            reason TEXT,
            message TEXT);
        CREATE INDEX arrivals_by_state ON arrivals (state, id);
        CREATE INDEX arrivals_by_hash ON arrivals (sha256);

        CREATE TABLE documents (
            sha256 TEXT PRIMARY KEY,
            file_name TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            pages INTEGER NOT NULL,
            department TEXT,
            fiscal_year INTEGER,
            kind TEXT,
            reader TEXT NOT NULL,
            layout TEXT NOT NULL,
            rules TEXT NOT NULL,
            stored_at TEXT NOT NULL,
            read_ms REAL NOT NULL,
            supersedes TEXT REFERENCES documents (sha256),
            errors INTEGER NOT NULL,
            warnings INTEGER NOT NULL,
            extraction BLOB NOT NULL);
        CREATE INDEX documents_by_body ON documents (department, fiscal_year, kind, stored_at);
        CREATE INDEX documents_by_supersedes ON documents (supersedes);

        CREATE TABLE facts (
            sha256 TEXT NOT NULL REFERENCES documents (sha256) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            statement TEXT NOT NULL,
            side TEXT,
            code TEXT,
            name TEXT NOT NULL,
            project TEXT,
            column_key TEXT NOT NULL,
            amount TEXT NOT NULL,
            unit TEXT,
            yuan REAL,
            page INTEGER NOT NULL,
            box_left REAL NOT NULL, box_bottom REAL NOT NULL, box_right REAL NOT NULL, box_top REAL NOT NULL,
            PRIMARY KEY (sha256, position)) WITHOUT ROWID;
        CREATE INDEX facts_by_code ON facts (statement, code, column_key);

        CREATE TABLE findings (
            sha256 TEXT NOT NULL REFERENCES documents (sha256) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            fingerprint TEXT NOT NULL,
            severity TEXT NOT NULL,
            rule TEXT NOT NULL,
            PRIMARY KEY (sha256, position)) WITHOUT ROWID;
        CREATE UNIQUE INDEX findings_by_fingerprint ON findings (sha256, fingerprint);

        CREATE TABLE verdicts (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            sha256 TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('open', 'confirmed', 'dismissed')),
            note TEXT,
            who TEXT NOT NULL,
            at TEXT NOT NULL);
        CREATE INDEX verdicts_by_finding ON verdicts (sha256, fingerprint, sequence);

        CREATE TABLE journal (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            at TEXT NOT NULL,
            arrival INTEGER NOT NULL REFERENCES arrivals (id),
            state TEXT NOT NULL,
            location TEXT,
            detail TEXT);
        CREATE INDEX journal_by_arrival ON journal (arrival, sequence);
        CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        """),
        // Arrivals can be withdrawn; the version of the layout catalogue is kept apart from the layout's id.
        new("""
        CREATE TABLE arrivals_new (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            seen_at TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('claimed', 'stored', 'duplicate', 'quarantined', 'withdrawn')),
            location TEXT,
            reason TEXT,
            message TEXT);
        INSERT INTO arrivals_new SELECT id, path, sha256, bytes, seen_at, state, location, reason, message FROM arrivals;
        DELETE FROM sqlite_sequence WHERE name = 'arrivals_new';
        INSERT INTO sqlite_sequence (name, seq) SELECT 'arrivals_new', seq FROM sqlite_sequence WHERE name = 'arrivals';
        DROP TABLE arrivals;
        ALTER TABLE arrivals_new RENAME TO arrivals;
        CREATE INDEX arrivals_by_state ON arrivals (state, id);
        CREATE INDEX arrivals_by_hash ON arrivals (sha256);

        ALTER TABLE documents ADD COLUMN layouts TEXT NOT NULL DEFAULT '';
        UPDATE documents SET layouts = layout;
        UPDATE documents SET layout = CASE WHEN instr(layout, '@') > 0 THEN substr(layout, 1, instr(layout, '@') - 1) ELSE '' END;
        """),
        // How far the checks reached; unknown of what was stored before.
        new("""
        ALTER TABLE documents ADD COLUMN amounts INTEGER;
        ALTER TABLE documents ADD COLUMN unchecked INTEGER;
        """),
        // Level and date of publication are part of what a document is; contents lie apart, with a digest; changes are numbered.
        new("""
        CREATE TABLE identity (store TEXT NOT NULL);
        INSERT INTO identity (store) VALUES (lower(hex(randomblob(16))));

        ALTER TABLE documents ADD COLUMN level TEXT;
        ALTER TABLE documents ADD COLUMN published_on TEXT;
        ALTER TABLE documents ADD COLUMN replaced INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE documents ADD COLUMN order_unsure INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE documents ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX documents_by_change ON documents (change);

        CREATE TABLE contents (
            sha256 TEXT PRIMARY KEY REFERENCES documents (sha256) ON DELETE CASCADE,
            extraction BLOB NOT NULL,
            hash BLOB NOT NULL,
            digest BLOB NOT NULL);
        """, ContentsApart.Renew),
        // A verdict can be that somebody has to look further (待查); digests hold what stands in the tables.
        new("""
        CREATE TABLE verdicts_new (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            sha256 TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('open', 'confirmed', 'dismissed', 'pending')),
            note TEXT,
            who TEXT NOT NULL,
            at TEXT NOT NULL);
        INSERT INTO verdicts_new SELECT sequence, sha256, fingerprint, status, note, who, at FROM verdicts;
        DELETE FROM sqlite_sequence WHERE name = 'verdicts_new';
        INSERT INTO sqlite_sequence (name, seq) SELECT 'verdicts_new', seq FROM sqlite_sequence WHERE name = 'verdicts';
        DROP TABLE verdicts;
        ALTER TABLE verdicts_new RENAME TO verdicts;
        CREATE INDEX verdicts_by_finding ON verdicts (sha256, fingerprint, sequence);
        """, DigestRenewal.Renew),
    ];

    /// <summary>
    /// Brings a database to the newest version, in one transaction that has read the version: of several who open an old database at
    /// once, one migrates it and the others find it migrated.
    /// </summary>
    /// <param name="keep">Called with the old version before anything of an existing database is changed.</param>
    /// <exception cref="StoreException">It was written by a newer program, or is another program's.</exception>
    public static void Migrate(SqliteConnection connection, string path, Action<long>? keep = null)
    {
        if (VersionOf(connection, null, path) == Migrations.Count)
            return;
        // A table that others refer to can only be rebuilt while references are not enforced, which cannot be switched within a transaction.
        connection.Execute("PRAGMA foreign_keys = OFF");
        using (SqliteTransaction transaction = connection.BeginTransaction(deferred: false))
        {
            long version = VersionOf(connection, transaction, path);
            if (version > 0 && version < Migrations.Count)
                keep?.Invoke(version);
            foreach (Migration migration in Migrations.Skip((int)version))
            {
                connection.Execute(migration.Sql, transaction);
                migration.Then?.Invoke(connection, transaction);
            }

            connection.Execute($"PRAGMA user_version = {Migrations.Count}; PRAGMA application_id = {ApplicationId}", transaction);
            transaction.Commit();
        }

        connection.Execute("PRAGMA foreign_keys = ON");
    }

    private static long VersionOf(SqliteConnection connection, SqliteTransaction? transaction, string path)
    {
        long version = connection.Scalar("PRAGMA user_version", transaction);
        if (connection.Scalar("SELECT count(*) FROM sqlite_master", transaction) > 0 && connection.Scalar("PRAGMA application_id", transaction) != ApplicationId)
            throw new StoreException(StoreFailure.Corrupt, $"{path} is a database of another program. Give the store a file of its own.");
        if (version > Migrations.Count)
            throw new StoreException(StoreFailure.NewerSchema,
                $"{path} was written by a newer version of ingest (schema {version}, this program knows {Migrations.Count}). Use that version, or another file.");
        return version;
    }
}
