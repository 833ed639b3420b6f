using System.Collections.Immutable;
using Ingest.App.Compare;
using Ingest.App.Files;
using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Store;

namespace Ingest.App.Batch;

/// <summary>What reading a stored or refused file again gave.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Changes">Null when there is nothing to compare: newly readable, or still not.</param>
/// <param name="Problem">Why there is no new result; the old one is kept.</param>
internal sealed record ReprocessOutcome(string Sha256, string Name, BudgetDocument? Document, DocumentChanges? Changes, string? Problem);

/// <summary>Reads files again, from wherever they are kept, and replaces what is stored of them.</summary>
/// <param name="keep">False to only say what would change.</param>
internal sealed class Reprocessing(
    IDocumentStore store, IDocumentReading reading, FileArchive archive, ReportShelf reports, ReportRenewal renewal, StepRetry retry, IDisk disk, EngineVersions versions, bool keep, ReportWords words)
{
    public Task RunAsync(IEnumerable<(string Sha256, string Name)> documents, int parallel, Action<ReprocessOutcome> next, CancellationToken cancellation) =>
        ParallelBatch.RunAsync(documents, parallel, (document, token) => OrPutOffAsync(document.Sha256, document.Name, () => AgainAsync(document.Sha256, document.Name, token)), next, cancellation);

    /// <summary>Quarantined arrivals: those that can be read now are stored.</summary>
    public Task RunFailedAsync(IEnumerable<Arrival> arrivals, int parallel, Action<ReprocessOutcome> next, CancellationToken cancellation) =>
        ParallelBatch.RunAsync(arrivals, parallel, (arrival, token) => OrPutOffAsync(arrival.Sha256, Path.GetFileName(arrival.OriginalPath), () => TryAgainAsync(arrival, token)), next, cancellation);

    /// <summary>What the store or a folder refuses for one document is that document's result, and what is stored of it stays.</summary>
    private async Task<ReprocessOutcome> OrPutOffAsync(string sha256, string name, Func<Task<ReprocessOutcome>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (Faults.IsPutOff(error))
        {
            return new ReprocessOutcome(sha256, name, null, null, Faults.Explain(error).In(words.Language));
        }
    }

    private async Task<ReprocessOutcome> AgainAsync(string sha256, string name, CancellationToken cancellation)
    {
        string? path = store.ArrivalsOf(sha256).Select(arrival => arrival.Location).FirstOrDefault(path => path is not null && disk.FileExists(path));
        if (path is null)
            return Failed(words.Say("文件已不在原处，未作任何改动", "its file is not where it was; nothing was changed"));
        IReadOnlyDictionary<string, Verdict> verdicts = store.TryRead(sha256, _ => { }, one => ReportRenewal.VerdictsOf(store, one)) ?? ImmutableDictionary<string, Verdict>.Empty;
        ReadReply reply = await reading.ReadAsync(new ReadRequest(path, name) { Stays = true, Sha256 = sha256, Verdicts = verdicts }, cancellation);
        if (Problem(reply, sha256) is { } problem)
            return Failed(problem + words.Say("保留已存的结果。", " The stored result is kept."));
        // What is stored and cannot be read is nothing to compare with; it is mended by what was read now.
        BudgetDocument? before = store.TryRead(sha256, _ => { }, store.Load);
        DocumentChanges? changes = before is null ? null : DocumentChanges.Between(before, reply.Document!);
        if (keep)
        {
            await KeepAsync(null, reply, cancellation);
            // A finding that is back, or was judged meanwhile.
            await renewal.SettleAsync(sha256, verdicts, cancellation);
        }

        return new ReprocessOutcome(sha256, name, reply.Document, changes, null);

        ReprocessOutcome Failed(string why) => new(sha256, name, null, null, why);
    }

    private async Task<ReprocessOutcome> TryAgainAsync(Arrival arrival, CancellationToken cancellation)
    {
        string name = Path.GetFileName(arrival.OriginalPath);
        if (arrival.Location is not { } path || !disk.FileExists(path))
            return new ReprocessOutcome(arrival.Sha256, name, null, null, words.Say("文件已不在原处", "its file is not where it was"));
        ReadReply reply = await reading.ReadAsync(new ReadRequest(path, name) { Stays = path == arrival.OriginalPath, Sha256 = arrival.Sha256 }, cancellation);
        if (Problem(reply, arrival.Sha256) is { } problem)
            return new ReprocessOutcome(arrival.Sha256, name, null, null, problem);
        if (keep)
        {
            await KeepAsync(arrival.Id, reply, cancellation);
            if (path != arrival.OriginalPath)
                await retry.TryAsync(() => MoveOut(arrival, path, reply.Document!), cancellation);
        }

        return new ReprocessOutcome(arrival.Sha256, name, reply.Document, null, null);
    }

    private async Task KeepAsync(long? arrivalId, ReadReply reply, CancellationToken cancellation)
    {
        IReadOnlyList<StagedReport> staged = await retry.TryAsync(() => reports.Stage(reply.Document!, reply.Reports), cancellation);
        await retry.TryAsync(() => store.Save(arrivalId, reply.Document!, versions, reply.Elapsed), cancellation);
        await retry.TryAsync(() => reports.Publish(staged), cancellation);
    }

    private void MoveOut(Arrival arrival, string path, BudgetDocument document)
    {
        archive.Archive(arrival, path, document.Identity.FiscalYear, document.Identity.Department);
        archive.DropNotes(path);
    }

    private string? Problem(ReadReply reply, string sha256) =>
        reply.Document is null ? reply.Message
        : reply.Document.Source.Sha256 != sha256 ? words.Say("原处的文件内容已改变。", "The file at its place has other bytes now.")
        : ReadFailures.Refusal(reply.Document)?.Message.In(words.Language);
}
