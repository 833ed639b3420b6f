using System.Reflection;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Store.LiteDb;
using Ingest.Store.LiteDb.Files;
using LiteDB;

namespace Ingest.Store.Tests.LiteDb;

public sealed class LiteDbDocumentStoreTests : FileStoreContract
{
    private string Path => Folder.File("ingest.litedb");

    protected override IRestorableStore Open(VerdictJournal? said) => LiteDbDocumentStore.Open(Path, new SteppingClock(), said: said);

    protected override IDocumentStore OpenFile(string file) => LiteDbDocumentStore.Open(file, new SteppingClock());

    protected override void DamageEntry(string sha256) => Change(database =>
    {
        BsonDocument entry = database.GetCollection("documents").FindById(sha256);
        entry["storedAt"] = "nonsense";
        database.GetCollection("documents").Update(entry);
    });

    [Fact]
    public void A_file_that_is_no_database_is_refused_as_corrupt_with_its_name()
    {
        File.WriteAllText(Path, new string('x', 16384));

        StoreException error = Assert.Throws<StoreException>(Open);

        Assert.Equal(StoreFailure.Corrupt, error.Failure);
        Assert.Contains(Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        Open().Dispose();
        Change(database => database.GetCollection("ingest").Update(new BsonDocument { ["_id"] = "schema", ["version"] = 999 }));

        StoreException error = Assert.Throws<StoreException>(Open);

        Assert.Equal(StoreFailure.NewerSchema, error.Failure);
        Change(database => Assert.Equal(999, database.GetCollection("ingest").FindById("schema")["version"].AsInt32));
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        Change(database => database.GetCollection("theirs").Insert(new BsonDocument { ["_id"] = 1 }));

        Assert.Equal(StoreFailure.Corrupt, Assert.Throws<StoreException>(Open).Failure);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_reported_as_unreachable()
    {
        StoreException error = Assert.Throws<StoreException>(() => LiteDbDocumentStore.Open(Folder.File("none/ingest.litedb"), TimeProvider.System));

        Assert.Equal(StoreFailure.Unreachable, error.Failure);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public void A_database_that_somebody_else_is_using_is_busy_and_may_be_tried_again()
    {
        using LiteDbDocumentStore mine = LiteDbDocumentStore.Open(Path, TimeProvider.System, TimeSpan.FromMilliseconds(50));
        using (new DiskFiles(Path).Lock(TimeSpan.Zero))
        {
            StoreException error = Assert.Throws<StoreException>(() => mine.Claim("a.pdf", "aa", 1));

            Assert.Equal(StoreFailure.Busy, error.Failure);
            Assert.True(error.IsTransient);
            Assert.Equal(StoreFailure.Busy, Assert.Throws<StoreException>(() => LiteDbDocumentStore.Open(Path, TimeProvider.System, TimeSpan.FromMilliseconds(50))).Failure);
        }

        Assert.Equal(1, mine.Claim("a.pdf", "aa", 1).Id);
    }

    [Fact]
    public async Task Questions_are_answered_while_another_writes_all_the_time()
    {
        const int Documents = 60, Questions = 3;
        using IDocumentStore writer = Open();
        int begun = 0, asked = 0;
        // However the machine parts its time, questions are asked while it writes.
        Task writing = Task.Run(() =>
        {
            while (begun < Documents || Volatile.Read(ref asked) < Questions)
            {
                int i = Interlocked.Increment(ref begun);
                writer.Save(writer.Claim($"{i}.pdf", $"h{i}", 1).Id, SampleDocument.Create($"h{i}", $"局{i}", findings: SampleDocument.Finding("T03-row")), SampleDocument.Versions, TimeSpan.Zero);
            }
        });

        while (!writing.IsCompleted)
        {
            // Opened and closed each time, as commands do.
            using IDocumentStore reader = Open();
            int stored = reader.Counts()[ArrivalState.Stored];
            Assert.InRange(reader.Findings(DocumentQuery.All).Count(), stored, Volatile.Read(ref begun));
            Interlocked.Increment(ref asked);
        }

        await writing;
        Assert.Equal(begun, writer.Facts(DocumentQuery.All).Count());
        Assert.Empty(writer.CheckIntegrity());
    }

    [Fact]
    public void A_store_that_is_closed_leaves_everything_in_its_file()
    {
        using (IDocumentStore store = Open())
            store.Save(store.Claim("a.pdf", "aa", 1).Id, SampleDocument.Create("aa"), SampleDocument.Versions, TimeSpan.Zero);
        File.Delete(Path + DiskFiles.JournalEnd);

        using IDocumentStore again = Open();
        Assert.NotNull(again.Load("aa"));
    }

    [Fact]
    public void A_file_that_is_taken_away_while_the_store_is_open_is_not_made_anew()
    {
        using IDocumentStore store = Open();
        store.Claim("a.pdf", "aa", 1);
        File.Delete(Path);

        Assert.Equal(StoreFailure.Gone, Assert.Throws<StoreException>(() => store.Counts()).Failure);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void Conditions_leave_nothing_of_their_values_behind()
    {
        using IDocumentStore store = Open();
        Work(0);
        int before = Remembered();

        for (int i = 1; i < 30; i++)
            Work(i);

        Assert.Equal(before, Remembered());

        void Work(int i)
        {
            store.Save(store.Claim($"{i}.pdf", $"h{i}", 1).Id, SampleDocument.Create($"h{i}", $"局{i}", findings: SampleDocument.Finding("T03-row")), SampleDocument.Versions, TimeSpan.Zero);
            store.Judge($"h{i}", store.FindingsOf($"h{i}")[0].Fingerprint, new Verdict(VerdictStatus.Open, null, "李", DateTimeOffset.UnixEpoch));
            store.Save(null, SampleDocument.Create($"h{i}"), SampleDocument.Versions, TimeSpan.Zero);
            store.FindByPrefix($"h{i}");
            store.FindArrival($"{i}.pdf", $"h{i}");
            store.VerdictHistory($"h{i}", "x");
            _ = (store.Counts(), store.Journal(i).Count(), store.Arrivals(ArrivalState.Claimed).Count(), store.Facts(DocumentQuery.All).Count());
        }

        // The engine's caches of conditions; there is no public way to see them.
        static int Remembered() => typeof(BsonExpression).GetFields(BindingFlags.NonPublic | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<System.Collections.IDictionary>().Select(cache => cache.Count).DefaultIfEmpty(-1).Sum();
    }

    [Fact]
    public void What_does_not_fit_one_entry_is_kept_in_parts()
    {
        BudgetDocument small = SampleDocument.Create("aa", new string('长', 2000));
        Statement statement = small.Statements[0];
        var random = new Random(1);
        // Names that cannot be packed: some 5 MB of them.
        BudgetDocument large = small with
        {
            Statements = [statement with { Rows = [.. Enumerable.Range(0, 20_000).Select(i => statement.Rows[0] with { Name = $"{i} {Convert.ToHexString(Bytes(120))}" })] }],
        };
        using IDocumentStore store = Open();

        store.Save(store.Claim("a.pdf", "aa", 1).Id, large, SampleDocument.Versions, TimeSpan.Zero);

        Assert.Equal(DocumentJson.ToBytes(large), DocumentJson.ToBytes(store.Load("aa")!));
        Assert.Equal(Fact.AllOf(large), store.Facts(DocumentQuery.All));
        Assert.Empty(store.CheckIntegrity());
        store.Save(null, small, SampleDocument.Versions, TimeSpan.Zero);
        Assert.Equal(Fact.AllOf(small), store.Facts(DocumentQuery.All));

        byte[] Bytes(int count)
        {
            byte[] bytes = new byte[count];
            random.NextBytes(bytes);
            return bytes;
        }
    }

    [Fact]
    public void Paths_that_differ_in_case_are_different_files()
    {
        using IDocumentStore store = Open();

        Assert.NotEqual(store.Claim("a.pdf", "aa", 1).Id, store.Claim("A.pdf", "aa", 1).Id);
        Assert.Null(store.FindArrival("a.PDF", "aa"));
    }

    [Fact]
    public void A_document_without_its_contents_or_with_other_facts_is_found_by_the_integrity_check()
    {
        using (IDocumentStore store = Open())
        {
            foreach (string hash in (string[])["aa", "bb", "cc", "dd"])
                store.Save(store.Claim($"{hash}.pdf", hash, 1).Id, SampleDocument.Create(hash), SampleDocument.Versions, TimeSpan.Zero);
            Assert.Empty(store.CheckIntegrity());
        }

        Change(database =>
        {
            database.GetCollection("documents").Delete("aa");
            database.GetCollection("facts").Delete("bb/000000");
            database.GetCollection("extractions").Delete("cc/000000");
            BsonDocument packed = database.GetCollection("extractions").FindById("dd/000000");
            packed["extraction"].AsBinary[^1] ^= 1;
            database.GetCollection("extractions").Update(packed);
        });

        using IDocumentStore damaged = Open();
        string[] problems = [.. damaged.CheckIntegrity().Select(problem => problem.Text.English)];
        Assert.Equal(4, problems.Length);
        Assert.Equal("Arrival 1 is marked stored, but its document is not there.", problems[0]);
        Assert.Contains(problems, problem => problem == "Document bb has other facts or findings than its contents.");
        Assert.Contains(problems, problem => problem.Contains("the contents of document cc are damaged (they are not there)", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("the contents of document dd are damaged (their digest is another)", StringComparison.Ordinal));
    }

    [Fact]
    public void Entries_that_the_journal_has_lost_are_found_by_the_integrity_check()
    {
        using (IDocumentStore store = Open())
            for (int i = 1; i <= 4; i++)
                store.Quarantine(store.Claim($"{i}.pdf", $"h{i}", 1).Id, "damaged", "No page could be found.");
        Change(database =>
        {
            foreach (long lost in (long[])[1, 4, 5, 6])
                database.GetCollection("journal").Delete(lost);
        });

        using IDocumentStore damaged = Open();
        Assert.Equal(
            [
                "Entries 4 to 6 of the journal are missing.", "Entries 1 to 1 of the journal are missing.",
                "Arrival 2 is not in the state or at the place that the journal says last.", "Arrival 3 is not in the state or at the place that the journal says last.",
            ],
            damaged.CheckIntegrity().Select(problem => problem.Text.English));
    }

    [Fact]
    public void A_file_of_the_first_version_is_brought_up_to_date_with_everything_in_it()
    {
        BudgetDocument document = SampleDocument.Published("aa", "2024-02-01") with { Findings = [SampleDocument.Finding("T03-row")] };
        string print = FindingFingerprint.Of(document.Findings)[0];
        Change(database =>
        {
            LiteDbSchema.Steps[0](database);
            database.GetCollection("ingest").Insert(new BsonDocument { ["_id"] = "schema", ["version"] = 1 });
            database.GetCollection("arrivals", BsonAutoId.Int64).Insert(new BsonDocument { ["path"] = "a.pdf", ["sha256"] = "aa", ["bytes"] = 10L, ["seenAt"] = "2026-01-01T00:00:00.0000000Z", ["state"] = "Stored" });
            database.GetCollection("journal", BsonAutoId.Int64).Insert(new BsonDocument { ["at"] = "2026-01-01T00:00:00.0000000Z", ["arrival"] = 1L, ["state"] = "Stored" });
            database.GetCollection("documents").Insert(new BsonDocument
            {
                ["_id"] = "aa", ["fileName"] = "a.pdf", ["bytes"] = 10L, ["storedAt"] = "2026-01-01T00:00:00.0000000Z", ["order"] = 1L, ["pages"] = 3, ["department"] = "某某局", ["year"] = 2024,
                ["kind"] = "Budget", ["layout"] = "xinjiang-2024", ["reader"] = "r", ["layouts"] = "l", ["rules"] = "1", ["readMs"] = 5.0, ["errors"] = 1, ["warnings"] = 0,
            });
            database.GetCollection("extractions").Insert(new BsonDocument { ["_id"] = "aa", ["extraction"] = PackedExtraction.Pack(document) });
            database.GetCollection("facts").Insert(new BsonDocument { ["_id"] = "aa/00000000", ["statement"] = "T03" });
            database.GetCollection("findings").Insert(new BsonDocument { ["_id"] = $"aa/{print}", ["sha256"] = "aa" });
            database.GetCollection("verdicts", BsonAutoId.Int64).Insert(new BsonDocument { ["sha256"] = "aa", ["fingerprint"] = print, ["status"] = "Confirmed", ["who"] = "李", ["at"] = "2026-01-01T00:00:00.0000000Z" });
        });

        byte[] before = File.ReadAllBytes(Path);
        using IDocumentStore store = Open();

        // The older program can go on with what was kept.
        Assert.Equal(before, File.ReadAllBytes(KeptVersion.PathOf(Path, 1)));
        Assert.Empty(store.CheckIntegrity());
        Assert.Equal(534.20m, Assert.Single(store.Facts(DocumentQuery.All)).Amount);
        Assert.Equal("李", Assert.Single(store.Findings(DocumentQuery.All)).Verdict!.Who);
        store.Save(store.Claim("b.pdf", "bb", 10).Id, SampleDocument.Published("bb", "2024-03-01"), SampleDocument.Versions, TimeSpan.Zero);
        Assert.Equal("aa", store.Find("bb")!.Supersedes);
    }

    [Fact]
    public void Of_several_that_open_an_old_file_at_once_one_upgrades_it()
    {
        Change(database =>
        {
            LiteDbSchema.Steps[0](database);
            database.GetCollection("ingest").Insert(new BsonDocument { ["_id"] = "schema", ["version"] = 1 });
            database.GetCollection("arrivals", BsonAutoId.Int64).Insert(new BsonDocument { ["path"] = "a.pdf", ["sha256"] = "aa", ["bytes"] = 10L, ["seenAt"] = "2026-01-01T00:00:00.0000000Z", ["state"] = "Claimed" });
        });

        IDocumentStore[] stores = OpenAtOnce(8);

        Assert.Single(stores.Select(store => store.Changes(default).Now.Store).Distinct());
        Assert.All(stores, store => Assert.Single(store.Arrivals()));
        Assert.Single(Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!, "*.schema-*"));
        foreach (IDocumentStore store in stores)
            store.Dispose();
    }

    [Fact]
    public void A_schema_step_that_fails_leaves_the_version_before_it()
    {
        Open().Dispose();
        List<Action<LiteDatabase>> steps = [.. LiteDbSchema.Steps, database =>
        {
            database.GetCollection("half").Insert(new BsonDocument { ["_id"] = 1 });
            throw new TimeoutException("in the middle");
        }];
        using var database = new LiteDbDatabase(new DiskFiles(Path), TimeSpan.Zero, LiteDbDatabase.JournalLimit);

        Assert.Throws<TimeoutException>(() => database.Shape((engine, _) => LiteDbSchema.Upgrade(engine, Path, steps)));

        using IDocumentStore store = Open();
        Assert.Equal(1, store.Claim("a.pdf", "aa", 1).Id);
        store.Dispose();
        Change(engine => Assert.DoesNotContain("half", engine.GetCollectionNames()));
    }

    /// <summary>With the engine alone: the journal is empty while no store is open.</summary>
    private void Change(Action<LiteDatabase> change)
    {
        using var database = new LiteDatabase(new ConnectionString { Filename = Path, Collation = Collation.Binary });
        change(database);
    }
}
