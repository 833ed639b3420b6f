using Ingest.Store.Postgres;
using Npgsql;

namespace Ingest.Store.Tests;

[NeedsPostgres]
public sealed class PostgresDocumentStoreTests : DocumentStoreContract
{
    private readonly Lazy<string> _database = new(PostgresServer.NewDatabase);

    protected override IRestorableStore Open(VerdictJournal? said) => PostgresDocumentStore.Open(_database.Value, new SteppingClock(), said: said);

    protected override void DamageEntry(string sha256) => Run($"UPDATE documents SET stored_at = 'nonsense' WHERE sha256 = '{sha256}'");

    [StoreFact]
    public void What_is_numbered_after_entries_were_taken_over_goes_on_after_them()
    {
        var arrival = new Arrival(7, "a.pdf", "aa", 1, DateTimeOffset.UnixEpoch, ArrivalState.Claimed, null, null, null);
        using IRestorableStore store = Open(said: null);

        store.Restore([arrival], [new JournalEntry(12, DateTimeOffset.UnixEpoch, 7, ArrivalState.Claimed, null, null)]);

        Assert.Equal(8, store.Claim("b.pdf", "bb", 1).Id);
        Assert.Equal([13L, 12], store.Journal().Select(entry => entry.Sequence));
    }

    [StoreFact]
    public void Numbers_that_a_dying_server_has_given_away_leave_no_gap_in_the_journal()
    {
        using IDocumentStore store = Open();
        store.Claim("a.pdf", "aa", 1);
        Run("SELECT setval(pg_get_serial_sequence('journal', 'sequence'), 33)");

        store.Claim("b.pdf", "bb", 1);

        Assert.Equal([2L, 1], store.Journal().Select(entry => entry.Sequence));
        Assert.Empty(store.CheckIntegrity());
    }

    [StoreFact]
    public void A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        Run("CREATE TABLE theirs (x INTEGER)");

        Assert.Equal(StoreFailure.Corrupt, Assert.Throws<StoreException>(Open).Failure);
        Assert.Equal(1L, Run("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [StoreFact]
    public void A_database_of_a_newer_program_is_refused()
    {
        Open().Dispose();
        Run("UPDATE ingest_schema SET version = 999");

        Assert.Equal(StoreFailure.NewerSchema, Assert.Throws<StoreException>(Open).Failure);
    }

    [StoreFact]
    public void The_journal_is_never_changed()
    {
        using IDocumentStore store = Open();
        store.Claim("a.pdf", "aa", 1);

        Assert.All(["UPDATE journal SET state = 'stored'", "DELETE FROM journal", "TRUNCATE journal"], change =>
            Assert.Contains("append-only", Assert.Throws<PostgresException>(() => Run(change)).Message, StringComparison.Ordinal));
    }

    /// <summary>With the rights of src/Ingest.App/Deploy/postgres-rights.sql.</summary>
    [StoreFact]
    public void A_user_who_can_neither_make_tables_nor_empty_them_can_do_all_work()
    {
        Open().Dispose();
        Run(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "postgres-rights.sql")));
        string worker = new NpgsqlConnectionStringBuilder(_database.Value) { Username = "ingest_work" }.ToString();
        using PostgresDocumentStore store = PostgresDocumentStore.Open(worker, new SteppingClock());

        Arrival arrival = store.Claim("a.pdf", "aa", 1);
        for (int time = 0; time < 2; time++)
            store.Save(arrival.Id, SampleDocument.Create("aa", findings: SampleDocument.Finding("X-01")), SampleDocument.Versions, TimeSpan.Zero);
        store.Quarantine(store.Claim("b.pdf", "bb", 1).Id, "damaged", "No page could be found.");
        Assert.True(store.Judge("aa", store.FindingsOf("aa")[0].Fingerprint, new Verdict(VerdictStatus.Confirmed, null, "王", DateTimeOffset.UnixEpoch)));
        store.Relocate(arrival.Id, "archive/a.pdf");

        Assert.Empty(store.CheckIntegrity());
        Assert.All(["DELETE FROM journal", "UPDATE verdicts SET who = 'x'", "TRUNCATE facts", "DROP TABLE facts", "CREATE TABLE t (x INTEGER)"], change =>
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.Throws<PostgresException>(() => Run(change, worker)).SqlState));
    }

    [StoreFact]
    public async Task Several_that_open_a_new_database_at_once_find_it_made_once()
    {
        _ = _database.Value;
        IDocumentStore[] stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Open)));

        stores[0].Claim("a.pdf", "aa", 1);
        Assert.All(stores, store => Assert.Single(store.Arrivals()));
        Array.ForEach(stores, store => store.Dispose());
    }

    [StoreFact]
    public void A_change_that_another_holds_up_is_busy_and_may_be_tried_again()
    {
        using PostgresDocumentStore store = PostgresDocumentStore.Open(_database.Value, new SteppingClock(), busyWait: TimeSpan.FromMilliseconds(200));
        using NpgsqlConnection other = NpgsqlDataSource.Create(_database.Value).OpenConnection();
        using NpgsqlTransaction theirs = other.BeginTransaction();
        using (var hold = new NpgsqlCommand("SELECT pg_advisory_xact_lock(115922902020980)", other))
            hold.ExecuteNonQuery();

        StoreException error = Assert.Throws<StoreException>(() => store.Claim("a.pdf", "aa", 1));

        Assert.Equal(StoreFailure.Busy, error.Failure);
        theirs.Rollback();
        Assert.Equal(ArrivalState.Claimed, store.Claim("a.pdf", "aa", 1).State);
    }

    [Fact]
    public void A_server_that_is_not_there_is_unreachable_and_said_without_the_password()
    {
        StoreException error = Assert.Throws<StoreException>(() => PostgresDocumentStore.Open("Host=127.0.0.1;Port=1;Database=budgets;Username=u;Password=secret;Timeout=2", TimeProvider.System));

        Assert.Equal(StoreFailure.Unreachable, error.Failure);
        Assert.Contains("127.0.0.1:1/budgets", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_that_is_none_is_refused_with_its_form() =>
        Assert.Contains("Host=…", Assert.Throws<StoreException>(() => PostgresDocumentStore.Open("nonsense", TimeProvider.System)).Message, StringComparison.Ordinal);

    private object? Run(string sql, string? connection = null)
    {
        using NpgsqlDataSource source = NpgsqlDataSource.Create(connection ?? _database.Value);
        using NpgsqlCommand command = source.CreateCommand(sql);
        return command.ExecuteScalar();
    }
}
