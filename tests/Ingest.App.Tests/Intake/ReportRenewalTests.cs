using Ingest.App.Readers;
using Ingest.Store;

namespace Ingest.App.Tests.Intake;

public sealed class ReportRenewalTests : IDisposable
{
    private readonly Workspace _space = new();

    public ReportRenewalTests() =>
        _space.Reading.Content = source => MadeDocument.Create(source, findings: [MadeDocument.Finding("X-01"), MadeDocument.Finding("X-02")]);

    public void Dispose() => _space.Dispose();

    [Fact]
    public async Task A_report_shows_a_verdict_once_it_is_renewed()
    {
        StoredDocument document = await StoreAsync("a.pdf");
        Judge(document, "王");

        Assert.True(await _space.Renewal.RenewAsync(document.Sha256, CancellationToken.None));

        Assert.Equal("报告 Confirmed 王", Report());
    }

    [Fact]
    public async Task A_verdict_that_comes_while_a_report_is_written_is_in_it_as_well()
    {
        StoredDocument document = await StoreAsync("a.pdf");
        Judge(document, "王");
        bool first = true;
        _space.Reading.Script = (_, usual, _) =>
        {
            if (first)
                Judge(document, "李");
            first = false;
            return Task.FromResult(usual);
        };

        await _space.Renewal.RenewAsync(document.Sha256, CancellationToken.None);

        Assert.Equal("报告 Confirmed 李", Report());
    }

    [Fact]
    public async Task A_reader_that_fails_leaves_the_report_that_was_there()
    {
        StoredDocument document = await StoreAsync("a.pdf");
        _space.Reading.Script = (_, _, _) => Task.FromResult(ReadReply.Failed(ReadFailures.Crashed, "crashed"));

        Assert.False(await _space.Renewal.RenewAsync(document.Sha256, CancellationToken.None));

        Assert.Equal("报告", Report());
    }

    [Fact]
    public async Task A_report_leads_to_where_the_file_was_archived_when_another_had_its_name()
    {
        var asked = new List<(string Path, bool Stays)>();
        _space.Reading.Script = (request, usual, _) =>
        {
            asked.Add((request.Path, request.Stays));
            return Task.FromResult(usual);
        };

        await StoreAsync("a.pdf", "one");
        await StoreAsync("a.pdf", "two");

        // Read once each where they were taken to; the second again where it lies, beside the first.
        Assert.Equal([false, false, true], asked.Select(one => one.Stays));
        Assert.Matches(@"a-[0-9a-f]{8}\.pdf$", asked[2].Path);
        Assert.Equal(_space.Folders.Archive, asked[2].Path[.._space.Folders.Archive.Length]);
    }

    private async Task<StoredDocument> StoreAsync(string name, string text = "one")
    {
        string path = _space.Drop(name, text);
        string hash = Ingest.App.Files.FileHash.Of(new MemoryStream(File.ReadAllBytes(path)));
        string taken = Path.Combine(_space.Folders.Processing, hash);
        File.Move(path, taken);
        Arrival arrival = _space.Store.Claim(name, hash, new FileInfo(taken).Length, taken);
        await _space.Flow.CompleteAsync(arrival, taken, move: true, CancellationToken.None);
        return _space.Store.Find(hash)!;
    }

    private void Judge(StoredDocument document, string who) => Assert.True(_space.Store.Judge(
        document.Sha256, _space.Store.FindingsOf(document.Sha256)[0].Fingerprint, new Verdict(VerdictStatus.Confirmed, null, who, _space.Clock.GetUtcNow())));

    private string Report() => File.ReadAllText(Path.Combine(_space.Folders.Reports, Assert.Single(Workspace.Files(_space.Folders.Reports))));
}
