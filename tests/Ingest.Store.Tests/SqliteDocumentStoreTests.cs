using Ingest.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ingest.Store.Tests;

public sealed class SqliteDocumentStoreTests : DocumentStoreContract
{
    private string File => Folder.File("ingest.db");

    protected override IRestorableStore Open(VerdictJournal? said) => SqliteDocumentStore.Open(File, new SteppingClock(), said: said);

    protected override IDocumentStore OpenFile(string file) => SqliteDocumentStore.Open(file, new SteppingClock());

    protected override void DamageEntry(string sha256) => Run($"UPDATE documents SET stored_at = 'nonsense' WHERE sha256 = '{sha256}'");

    [Fact]
    public void A_file_that_is_no_database_is_refused_as_corrupt_with_its_name()
    {
        System.IO.File.WriteAllText(File, new string('x', 4096));

        StoreException error = Assert.Throws<StoreException>(Open);

        Assert.Equal(StoreFailure.Corrupt, error.Failure);
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        Open().Dispose();
        Run("PRAGMA user_version = 999");

        StoreException error = Assert.Throws<StoreException>(Open);

        Assert.Equal(StoreFailure.NewerSchema, error.Failure);
        Assert.Equal(999, Run("PRAGMA user_version"));
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        Run("CREATE TABLE theirs (x)");

        Assert.Equal(StoreFailure.Corrupt, Assert.Throws<StoreException>(Open).Failure);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_reported_as_unreachable()
    {
        StoreException error = Assert.Throws<StoreException>(() => SqliteDocumentStore.Open(Folder.File("none/ingest.db"), TimeProvider.System));

        Assert.Equal(StoreFailure.Unreachable, error.Failure);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public void A_database_that_another_process_keeps_locked_is_busy_and_may_be_tried_again()
    {
        using SqliteDocumentStore store = SqliteDocumentStore.Open(File, new SteppingClock(), busyWait: TimeSpan.FromSeconds(1));
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        using SqliteTransaction theirs = other.BeginTransaction(deferred: false);

        StoreException error = Assert.Throws<StoreException>(() => store.Claim("a.pdf", "aa", 1));
        theirs.Rollback();

        Assert.Equal(StoreFailure.Busy, error.Failure);
        Assert.NotNull(store.Claim("a.pdf", "aa", 1));
    }

    [Fact]
    public void When_the_disk_is_full_a_document_is_stored_not_at_all_and_whole_when_there_is_room_again()
    {
        using SqliteDocumentStore store = SqliteDocumentStore.Open(File, new SteppingClock());
        Arrival arrival = store.Claim("a.pdf", "aa", 1);
        LimitPages("1");

        StoreException error = Assert.Throws<StoreException>(() => store.Save(arrival.Id, Large(), SampleDocument.Versions, TimeSpan.Zero));
        Assert.Equal((StoreFailure.DiskFull, true), (error.Failure, error.IsTransient));
        Assert.Null(store.Find("aa"));
        Assert.Equal(ArrivalState.Claimed, store.FindArrival(arrival.Id)!.State);

        LimitPages("1073741823");
        store.Save(arrival.Id, Large(), SampleDocument.Versions, TimeSpan.Zero);
        Assert.Equal(1001, store.Facts(DocumentQuery.All).Count());
        Assert.Empty(store.CheckIntegrity());
    }

    [Theory]
    [InlineData("UPDATE journal SET detail = 'x'")]
    [InlineData("DELETE FROM journal")]
    public void The_journal_cannot_be_changed_even_in_sql(string sql)
    {
        using (IDocumentStore store = Open())
            store.Claim("a.pdf", "aa", 1);

        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => Run(sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_arrival_marked_stored_without_a_document_is_found_by_the_integrity_check()
    {
        using IDocumentStore store = Open();
        store.Claim("a.pdf", "aa", 1);
        Run("UPDATE arrivals SET state = 'stored'");

        Assert.Equal(
            ["Arrival 1 is marked stored, but its document is not there.", "Arrival 1 is not in the state or at the place that the journal says last."],
            store.CheckIntegrity().Select(problem => problem.Text.English));
    }

    [Fact]
    public void A_database_of_the_first_schema_is_brought_up_to_date_with_everything_in_it()
    {
        Run(Schema.Migrations[0].Sql + $"PRAGMA user_version = 1; PRAGMA application_id = {Schema.ApplicationId};");
        Run("""
            INSERT INTO arrivals (id, path, sha256, bytes, seen_at, state, location) VALUES (7, 'a.pdf', 'aa', 10, '2026-01-01T00:00:00.0000000Z', 'stored', '/archive/a.pdf');
            INSERT INTO journal (at, arrival, state, location) VALUES ('2026-01-01T00:00:00.0000000Z', 7, 'stored', '/archive/a.pdf');
            INSERT INTO documents VALUES ('aa', 'a.pdf', 10, 1, '某局', 2024, 'Budget', 'r', 'xinjiang-2024@1', '1', '2026-01-01T00:00:00.0000000Z', 5, NULL, 0, 0, x'');
            INSERT INTO documents VALUES ('bb', 'b.pdf', 10, 1, '某局', 2025, 'Budget', 'r', 'none', '1', '2026-01-01T00:00:00.0000000Z', 5, NULL, 0, 0, x'');
            """);

        using IDocumentStore store = Open();

        // The older program can go on with what was kept.
        Assert.Equal((1, 2), (Run("PRAGMA user_version", KeptVersion.PathOf(File, 1)), Run("SELECT count(*) FROM documents", KeptVersion.PathOf(File, 1))));
        Assert.Equal(("/archive/a.pdf", ArrivalState.Stored), (store.FindArrival(7)!.Location, store.FindArrival(7)!.State));
        Assert.Single(store.Journal(7));
        Assert.Equal(("xinjiang-2024", "xinjiang-2024@1"), (store.Find("aa")!.Layout, store.Find("aa")!.Versions.Layouts));
        Assert.Null(store.Find("bb")!.Layout);
        Assert.Equal((null, null), (store.Find("aa")!.Amounts, store.Find("aa")!.Unchecked));
        Assert.Equal(8, store.Claim("b.pdf", "bb", 10).Id);
        store.Withdraw(8, "gone", "Taken away.");
        // The documents of this test have no contents; nothing else is wrong.
        Assert.All(store.CheckIntegrity(), problem => Assert.Contains("ocument", problem.Text.English, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_several_that_open_an_old_file_at_once_one_migrates_it()
    {
        Run(Schema.Migrations[0].Sql + $"PRAGMA user_version = 1; PRAGMA application_id = {Schema.ApplicationId};");

        IDocumentStore[] stores = OpenAtOnce(8);

        Assert.Single(stores.Select(store => store.Changes(default).Now.Store).Distinct());
        Assert.Equal(Schema.Migrations.Count, Run("PRAGMA user_version"));
        foreach (IDocumentStore store in stores)
            store.Dispose();
    }

    [Theory]
    [InlineData("x'00'")]
    [InlineData("x''")]
    [InlineData("substr(extraction, 1, length(extraction) / 2)")]
    public void Contents_that_are_damaged_are_said_to_be_and_name_the_document(string contents)
    {
        using IDocumentStore store = Open();
        store.Save(store.Claim("a.pdf", "aa", 1).Id, SampleDocument.Create("aa"), SampleDocument.Versions, TimeSpan.Zero);
        Run($"UPDATE contents SET extraction = {contents}");

        StoreException error = Assert.Throws<StoreException>(() => store.Load("aa"));

        Assert.Equal(StoreFailure.Corrupt, error.Failure);
        Assert.Contains("document aa", error.Message, StringComparison.Ordinal);
        Assert.Throws<StoreException>(() => store.Findings(DocumentQuery.All).ToList());
    }

    [Fact]
    public void A_store_that_is_closed_holds_its_file_no_longer()
    {
        using (IDocumentStore store = Open())
            store.Claim("a.pdf", "aa", 1);

        // The last connection takes the write-ahead log with it.
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
    }

    /// <summary>A document that does not fit into the pages that a new database has.</summary>
    private static Contract.Documents.BudgetDocument Large()
    {
        Contract.Documents.BudgetDocument small = SampleDocument.Create("aa");
        Contract.Documents.Statement statement = small.Statements[0];
        return small with { Statements = [statement with { Rows = [.. statement.Rows, .. Enumerable.Range(0, 1000).Select(i => statement.Rows[0] with { Name = $"第{i}行" })] }] };
    }

    /// <summary>
    /// Bounds the file of the connection that the store will be handed next: SQLite keeps the bound as long
    /// as the pooled connection lives. A bound below what is there means that not one page more is given.
    /// </summary>
    private void LimitPages(string pages)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, DefaultTimeout = 30, ForeignKeys = true }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A number of this test.
        command.CommandText = $"PRAGMA max_page_count = {pages}";
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private long Run(string sql, string? file = null)
    {
        using var connection = new SqliteConnection($"Data Source={file ?? File};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
