using Ingest.App.Batch;
using Ingest.App.Compare;
using Ingest.App.Readers;
using Ingest.Contract.Documents;
using Ingest.Store;

namespace Ingest.App.Tests.Batch;

public sealed class ReprocessingTests : IDisposable
{
    private static readonly EngineVersions _newer = new("reader-2", "layouts-1", "rules-2");

    private readonly Workspace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task What_a_newer_program_reads_differently_is_told_and_kept()
    {
        string sha256 = await StoreAsync("a.pdf", source => MadeDocument.Create(source, total: 10m, findings: [MadeDocument.Finding("X-01"), MadeDocument.Finding("X-02")]));
        _place.Reading.Content = source => MadeDocument.Create(source, total: 11m, findings: [MadeDocument.Finding("X-02"), MadeDocument.Finding("X-03")]);

        ReprocessOutcome outcome = Assert.Single(await AgainAsync(keep: true));

        FactChange fact = Assert.Single(outcome.Changes!.Facts);
        Assert.Equal((ChangeKind.Changed, 10m, 11m), (fact.Kind, fact.Before, fact.After));
        Assert.Equal([(ChangeKind.Gone, "X-01"), (ChangeKind.Added, "X-03")], outcome.Changes.Findings.Select(change => (change.Kind, change.Finding.Rule)).OrderBy(change => change.Rule));
        Assert.Equal((11m, "rules-2"), (_place.Store.Facts(DocumentQuery.All).Single().Amount, _place.Store.Find(sha256)!.Versions.Rules));
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_keeps_everything_as_it_was()
    {
        string sha256 = await StoreAsync("a.pdf", source => MadeDocument.Create(source, total: 10m));
        string[] reports = Workspace.Files(_place.Folders.Reports);
        _place.Reading.Content = source => MadeDocument.Create(source, body: "别的局", total: 11m);

        ReprocessOutcome outcome = Assert.Single(await AgainAsync(keep: false));

        Assert.Single(outcome.Changes!.Facts);
        Assert.Equal((10m, "rules-1"), (_place.Store.Facts(DocumentQuery.All).Single().Amount, _place.Store.Find(sha256)!.Versions.Rules));
        Assert.Equal(reports, Workspace.Files(_place.Folders.Reports));
    }

    [Fact]
    public async Task A_verdict_stays_with_its_finding()
    {
        string sha256 = await StoreAsync("a.pdf", source => MadeDocument.Create(source, findings: MadeDocument.Finding("X-01")));
        string print = _place.Store.FindingsOf(sha256).Single().Fingerprint;
        _place.Store.Judge(sha256, print, new Verdict(VerdictStatus.Dismissed, "与原件核对无误", "王", _place.Clock.GetUtcNow()));
        _place.Reading.Content = source => MadeDocument.Create(source, findings: [MadeDocument.Finding("X-00"), MadeDocument.Finding("X-01", message: "换了说法")]);

        await AgainAsync(keep: true);

        Assert.Equal([null, "与原件核对无误"], _place.Store.FindingsOf(sha256).Select(finding => finding.Verdict?.Note));
    }

    [Fact]
    public async Task A_reading_that_fails_changes_nothing()
    {
        string sha256 = await StoreAsync("a.pdf", source => MadeDocument.Create(source, total: 10m));
        _place.Reading.Content = source => MadeDocument.Refused(source, "damaged");

        ReprocessOutcome outcome = Assert.Single(await AgainAsync(keep: true));

        Assert.Contains("保留已存的结果", outcome.Problem, StringComparison.Ordinal);
        Assert.Equal(10m, _place.Store.Load(sha256)!.Statements[0].Rows[0].Cells[0].Value);
    }

    [Fact]
    public async Task A_file_that_is_no_longer_there_or_has_other_bytes_changes_nothing()
    {
        await StoreAsync("a.pdf", source => MadeDocument.Create(source));
        await StoreAsync("b.pdf", source => MadeDocument.Create(source));
        File.Delete(_place.Folder.File("in", "a.pdf"));
        _place.Folder.Write("in/b.pdf", "something else");

        IReadOnlyList<ReprocessOutcome> outcomes = await AgainAsync(keep: true);

        Assert.Equal(["原处的文件内容已改变。保留已存的结果。", "文件已不在原处，未作任何改动"], outcomes.Select(outcome => outcome.Problem).Order(StringComparer.Ordinal));
        Assert.All(_place.Store.Documents(DocumentQuery.All).ToList(), document => Assert.Equal("rules-1", document.Versions.Rules));
    }

    [Fact]
    public async Task What_was_set_aside_and_can_be_read_now_leaves_the_quarantine_with_its_notes()
    {
        _place.Reading.Content = source => MadeDocument.Refused(source, "no-budget");
        await RunAsync("scan.pdf", move: true);
        Assert.Equal(3, Workspace.Files(_place.Folders.Quarantine).Length);
        _place.Reading.Content = source => MadeDocument.Create(source);

        var outcomes = new List<ReprocessOutcome>();
        await Reprocessing(keep: true).RunFailedAsync(_place.Store.Arrivals(ArrivalState.Quarantined).ToList(), 1, outcomes.Add, default);

        Assert.NotNull(Assert.Single(outcomes).Document);
        Assert.Empty(Workspace.Files(_place.Folders.Quarantine));
        Assert.NotNull(_place.Archived("2024", "某某局", "scan.pdf"));
        Assert.Equal((1, 0), (_place.Store.Counts()[ArrivalState.Stored], _place.Store.Counts()[ArrivalState.Quarantined]));
    }

    [Fact]
    public async Task What_cannot_be_read_or_kept_for_now_is_that_documents_result_and_the_others_go_on()
    {
        foreach (string name in (string[])["a.pdf", "b.pdf", "c.pdf"])
            await StoreAsync(name, source => MadeDocument.Create(source));
        _place.Reading.Script = (request, usual, _) => request.FileName == "a.pdf" ? throw new ReaderUnavailableException("no process") : Task.FromResult(usual);
        _place.Disk.Fault = (step, path) => step == "Write" && path.Contains("b-", StringComparison.Ordinal) ? new UnauthorizedAccessException("not allowed") : null;

        ReprocessOutcome[] outcomes = [.. (await AgainAsync(keep: true)).OrderBy(outcome => outcome.Name)];

        Assert.Equal(["读取进程无法启动：no process", "没有权限读写。请检查该文件及其文件夹的权限，或换一个位置。", null], outcomes.Select(outcome => outcome.Problem));
    }

    private async Task<string> StoreAsync(string name, Func<SourceFile, BudgetDocument> content)
    {
        _place.Reading.Content = content;
        return (await RunAsync(name, move: false)).Result!.Document!.Source.Sha256;
    }

    private async Task<BatchOutcome> RunAsync(string name, bool move)
    {
        BatchOutcome? outcome = null;
        await new BatchRun(_place.Store, _place.Flow, _place.StepRetry, _place.Disk, move, Workspace.Words)
            .RunAsync([_place.Folder.Write("in/" + name, name)], 1, done => outcome = done, default);
        return outcome!;
    }

    private async Task<IReadOnlyList<ReprocessOutcome>> AgainAsync(bool keep)
    {
        var outcomes = new List<ReprocessOutcome>();
        await Reprocessing(keep).RunAsync(_place.Store.Documents(DocumentQuery.All).Select(document => (document.Sha256, document.FileName)).ToList(), 2, outcomes.Add, default);
        return outcomes;
    }

    private Reprocessing Reprocessing(bool keep) =>
        new(_place.Store, _place.Reading, _place.FileArchive, _place.Reports, _place.Renewal, _place.StepRetry, _place.Disk, _newer, keep, Workspace.Words);
}
