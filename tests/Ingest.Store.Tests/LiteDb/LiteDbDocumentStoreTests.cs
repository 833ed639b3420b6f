using Ingest.Store.LiteDb;
using LiteDB;

namespace Ingest.Store.Tests.LiteDb;

public sealed class LiteDbDocumentStoreTests : DocumentStoreContract
{
    private string Path => Folder.File("ingest.litedb");

    protected override IDocumentStore Open() => LiteDbDocumentStore.Open(Path, new SteppingClock());

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
    public void A_database_that_somebody_else_has_open_is_busy_and_may_be_tried_again()
    {
        using (IDocumentStore theirs = Open())
        {
            StoreException error = Assert.Throws<StoreException>(() => LiteDbDocumentStore.Open(Path, TimeProvider.System, TimeSpan.FromMilliseconds(100)));

            Assert.Equal(StoreFailure.Busy, error.Failure);
            Assert.True(error.IsTransient);
        }

        using IDocumentStore mine = Open();
        Assert.NotNull(mine.Claim("a.pdf", "aa", 1));
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
            foreach (string hash in (string[])["aa", "bb", "cc"])
                store.Save(store.Claim($"{hash}.pdf", hash, 1).Id, SampleDocument.Create(hash), SampleDocument.Versions, TimeSpan.Zero);
            Assert.Empty(store.CheckIntegrity());
        }

        Change(database => database.GetCollection("documents").Delete("aa"));
        Change(database => database.GetCollection("facts").DeleteMany(Query.StartsWith("_id", "bb/")));
        Change(database => database.GetCollection("extractions").Delete("cc"));

        using IDocumentStore damaged = Open();
        Assert.Equal(
            ["Arrival 1 is marked stored, but its document is not there.", "Document bb has other facts or findings than its contents.", "The contents of document cc are not there."],
            damaged.CheckIntegrity().Select(problem => problem.English));
    }

    [Fact]
    public void Schema_steps_that_are_missing_run_once_and_keep_everything()
    {
        using (IDocumentStore store = Open())
            store.Claim("a.pdf", "aa", 1);
        int runs = 0;
        List<Action<LiteDatabase>> steps = [.. LiteDbSchema.Steps, database =>
        {
            runs++;
            database.GetCollection(LiteDbSchema.Arrivals).EnsureIndex("path");
        }];

        Change(database => LiteDbSchema.Upgrade(database, Path, steps));
        Change(database => LiteDbSchema.Upgrade(database, Path, steps));

        Assert.Equal(1, runs);
        Assert.Equal(StoreFailure.NewerSchema, Assert.Throws<StoreException>(Open).Failure);
        Change(database => Assert.Equal("a.pdf", database.GetCollection(LiteDbSchema.Arrivals).FindOne(Query.EQ("path", "a.pdf"))["path"].AsString));
    }

    [Fact]
    public void A_schema_step_that_fails_leaves_the_version_before_it()
    {
        Open().Dispose();
        List<Action<LiteDatabase>> steps = [.. LiteDbSchema.Steps, database =>
        {
            database.GetCollection("half").Insert(new BsonDocument { ["_id"] = 1 });
            throw new InvalidOperationException("in the middle");
        }];

        Change(database => Assert.Throws<InvalidOperationException>(() => LiteDbSchema.Upgrade(database, Path, steps)));

        using IDocumentStore store = Open();
        Assert.Equal(1, store.Claim("a.pdf", "aa", 1).Id);
    }

    private void Change(Action<LiteDatabase> change)
    {
        using var database = new LiteDatabase(new ConnectionString { Filename = Path, Collation = Collation.Binary });
        change(database);
    }
}
