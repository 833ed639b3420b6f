using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store.LiteDb;
using Ingest.Store.Sqlite;

namespace Ingest.Store.Tests;

/// <summary>From each store into each.</summary>
public sealed class StoreCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sqlite", "litedb")]
    [InlineData("litedb", "sqlite")]
    [InlineData("litedb", "litedb")]
    public void Everything_arrives_as_it_was_and_work_goes_on_there(string fromKind, string toKind)
    {
        using IRestorableStore from = Filled(fromKind);
        using IRestorableStore to = Open(toKind, "to", TimeProvider.System);
        var copy = new StoreCopy(from, to);

        int copied = copy.Run(CancellationToken.None);

        Assert.Equal(4, copied);
        Assert.Empty(copy.Differences(CancellationToken.None));
        Assert.Equal(from.Counts(), to.Counts());
        // Numbers go on after the last, the chain of publications from its end, verdicts at their findings.
        Assert.Equal(from.Arrivals().Last().Id + 1, to.Claim("new.pdf", "ee", 1).Id);
        to.Save(null, SampleDocument.Published("ee", "2024-12-01"), SampleDocument.Versions, TimeSpan.Zero);
        Assert.Equal("cc", to.Find("ee")!.Supersedes);
        Assert.Equal("复核", Assert.Single(to.FindingsOf("aa")).Verdict!.Note);
        Assert.Equal(from.Journal().First().Sequence + 1, to.Journal().First().Sequence);
    }

    [Fact]
    public void What_is_not_the_same_in_both_is_told()
    {
        using IRestorableStore from = Filled("sqlite");
        using IRestorableStore to = Open("litedb", "to", TimeProvider.System);
        var copy = new StoreCopy(from, to);
        copy.Run(CancellationToken.None);

        to.Save(null, SampleDocument.Create("aa", total: 1m, findings: SampleDocument.Finding("T03-row")), SampleDocument.Versions, TimeSpan.Zero);
        to.Judge("aa", to.FindingsOf("aa")[0].Fingerprint, new Verdict(VerdictStatus.Open, null, "王", DateTimeOffset.UnixEpoch));
        to.Withdraw(to.Claim("more.pdf", "ff", 1).Id, "gone", "Taken away.");

        Phrase[] differences = [.. copy.Differences(CancellationToken.None)];
        Assert.Equal(
            [
                "The arrivals of the two stores differ.", "The journals of the two stores differ.", "The verdicts of the two stores differ.",
                "The lists of documents of the two stores differ.", "The contents of document aa differ.",
            ],
            differences.Select(difference => difference.English));
    }

    private IRestorableStore Filled(string kind)
    {
        IRestorableStore store = Open(kind, "from", new SteppingClock());
        // The first to come is the last that was published.
        foreach ((string hash, string on) in (ReadOnlySpan<(string, string)>)[("cc", "2024-04-01"), ("aa", "2024-02-01"), ("bb", "2024-03-01")])
            store.Save(
                store.Claim($"{hash}.pdf", hash, 10, $"/in/{hash}.pdf").Id, SampleDocument.Published(hash, on) with { Findings = [SampleDocument.Finding("T03-row")] },
                SampleDocument.Versions, TimeSpan.FromMilliseconds(12));
        BudgetDocument counted = SampleDocument.Create("dd", null, 2024, 1m, [], DocumentKind.Budget) with { Coverage = new Coverage(5, 3, 1, [], []) };
        store.Save(store.Claim("dd.pdf", "dd", 10).Id, counted, SampleDocument.Versions, TimeSpan.Zero);
        Arrival again = store.Claim("again.pdf", "aa", 10);
        store.Relocate(again.Id, "/archive/duplicates/again.pdf");
        store.MarkDuplicate(again.Id);
        store.Quarantine(store.Claim("scan.pdf", "99", 10).Id, "image-only", "只有图像");
        store.Judge("aa", store.FindingsOf("aa")[0].Fingerprint, new Verdict(VerdictStatus.Confirmed, "复核", "李", DateTimeOffset.UnixEpoch));
        store.Judge("bb", store.FindingsOf("bb")[0].Fingerprint, new Verdict(VerdictStatus.Dismissed, null, "李", DateTimeOffset.UnixEpoch));
        // The finding that was judged is gone; what was said of it stays.
        store.Save(null, SampleDocument.Published("bb", "2024-03-01"), SampleDocument.Versions, TimeSpan.Zero);
        return store;
    }

    private IRestorableStore Open(string kind, string name, TimeProvider clock) => kind == "sqlite"
        ? SqliteDocumentStore.Open(_folder.File(name + ".db"), clock)
        : LiteDbDocumentStore.Open(_folder.File(name + ".db"), clock);
}
