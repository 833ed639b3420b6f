using Ingest.App.Composition;
using Ingest.Store;

namespace Ingest.App.Tests.Composition;

public sealed class StoresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private VerdictJournal Said => new(_folder.File("verdicts.jsonl"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public void A_verdict_that_a_killed_process_has_written_down_counts_from_the_next_opening_on(string kind)
    {
        string print;
        using (IRestorableStore store = Open(kind))
        {
            store.Save(null, MadeDocument.Create("aaaaaaaa", findings: MadeDocument.Finding("X-01")), new EngineVersions("r", "l", "c"), TimeSpan.Zero);
            print = store.FindingsOf("aaaaaaaa")[0].Fingerprint;
        }

        var verdict = new Verdict(VerdictStatus.Confirmed, null, "李", DateTimeOffset.UnixEpoch);
        Said.Append(new StoredVerdict("aaaaaaaa", print, verdict));

        for (int i = 0; i < 2; i++)
        {
            using IRestorableStore store = Open(kind);
            Assert.Equal([verdict], store.VerdictHistory("aaaaaaaa", print));
        }

        // Half a line is nobody's word.
        File.AppendAllText(Said.Path, "{\"sha256\":\"aaaaaaaa\",\"finger");
        using IRestorableStore again = Open(kind);
        Assert.Single(again.Verdicts());
    }

    private IRestorableStore Open(string kind) => Stores.Open(kind, _folder.File("store.db"), TimeSpan.FromSeconds(5), Said);
}
