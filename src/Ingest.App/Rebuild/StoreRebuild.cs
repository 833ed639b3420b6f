using Ingest.App.Batch;
using Ingest.App.Composition;
using Ingest.App.Files;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Rebuild;

/// <summary>
/// Makes a store anew beside the old one: files are read again as <c>ingest run</c> does, what was set aside
/// stays so, verdicts come from where they were written down. Stopped at any moment, it goes on where it was.
/// </summary>
internal sealed class StoreRebuild(BatchTools tools, IRestorableStore store, BatchRun run, CompositionRoot place)
{
    private int _putOff;

    /// <returns>False when something must be tried again before the new store can take the place of the old one.</returns>
    public async Task<bool> ReadAsync(KeptFiles files, int parallel, Action<BatchOutcome> next, CancellationToken cancellation)
    {
        await run.RunAsync(files.Read, parallel, Count, cancellation);
        await run.RunAsync(files.Duplicates, parallel, Count, cancellation);
        foreach (SetAsideFile file in files.SetAside)
            await tools.StepRetry.RetryAsync(() => SetAside(file), cancellation);
        return _putOff == 0;

        void Count(BatchOutcome outcome)
        {
            if (outcome.Status == BatchStatus.PutOff)
                _putOff++;
            next(outcome);
        }
    }

    /// <returns>How many verdicts there are.</returns>
    public int TakeVerdicts(Salvage salvage)
    {
        HashSet<StoredVerdict> written = [.. place.Verdicts.Read(out _)];
        StoredVerdict[] unwritten = [.. salvage.Verdicts.Where(written.Add)];
        if (unwritten.Length > 0)
            place.Verdicts.Append(unwritten);
        HashSet<StoredVerdict> there = [.. store.Verdicts()];
        store.Restore([.. written.Where(said => !there.Contains(said)).OrderBy(said => said.Verdict.At)]);
        return written.Count;
    }

    /// <summary>Reports were written before the verdicts were there.</summary>
    public async Task RenewReportsAsync(CancellationToken cancellation)
    {
        foreach (string sha256 in store.Verdicts().Select(said => said.Sha256).Distinct(StringComparer.Ordinal).ToList())
            await tools.Renewal.RenewAsync(sha256, cancellation);
    }

    public IReadOnlyList<Phrase> Check() => [.. store.CheckIntegrity().Select(problem => problem.Text)];

    /// <summary>What was being worked on comes in again: in the new store its number means another file.</summary>
    public void Return(KeptFiles files)
    {
        foreach (string path in files.Unfinished)
            tools.Disk.Move(path, Path.Combine(place.Folders.Inbox, $"recovered-{Path.GetFileNameWithoutExtension(path)}-{Guid.NewGuid():N}.pdf"));
    }

    private void SetAside(SetAsideFile file)
    {
        using Stream stream = tools.Disk.OpenRead(file.Path);
        string sha256 = FileHash.Of(stream);
        if (store.ArrivalsOf(sha256).Any(arrival => arrival.Location == file.Path && arrival.State == ArrivalState.Quarantined))
            return;
        Arrival arrival = store.Claim(file.OriginalPath, sha256, stream.Length, file.Path);
        store.Quarantine(arrival.Id, file.Reason, file.Message);
    }
}
