using System.Collections.Immutable;
using Ingest.Review.Ports;
using Ingest.Store;

namespace Ingest.Review.Findings;

/// <summary>What came of a verdict.</summary>
/// <param name="History">Everything said on the finding, oldest first; empty when it is gone.</param>
/// <param name="Unseen">What others had said meanwhile and the reviewer had not seen.</param>
public sealed record VerdictOutcome(FindingId Id, bool IsRecorded, ImmutableArray<Verdict> History, ImmutableArray<Verdict> Unseen);

/// <summary>Records verdicts. Nothing is ever taken back: undoing is a verdict that says so.</summary>
public sealed class VerdictDesk(IDocumentStore store, IStoreChanges changes, IReports reports, TimeProvider clock)
{
    /// <summary>Longer notes are refused.</summary>
    public const int LongestNote = 2000;

    /// <summary>More findings at once are refused.</summary>
    public const int MostAtOnce = 500;

    /// <param name="seen">When the last verdict was given that the reviewer knew of; null when none was there.</param>
    public VerdictOutcome Judge(FindingId id, VerdictStatus status, string? note, string who, DateTimeOffset? seen) =>
        Record(id, new Verdict(status, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), who, clock.GetUtcNow()), seen);

    /// <summary>Puts the finding back to what was said before the last verdict, which must be the reviewer's own.</summary>
    /// <param name="remark">Note of the record that undoes it, given the status that is undone.</param>
    public VerdictOutcome Undo(FindingId id, string who, Func<VerdictStatus, string> remark)
    {
        IReadOnlyList<Verdict> history = store.VerdictHistory(id.Sha256, id.Fingerprint);
        if (history.Count == 0 || history[^1].Who != who)
            return new VerdictOutcome(id, false, [.. history], []);
        VerdictStatus before = history.Count > 1 ? history[^2].Status : VerdictStatus.Open;
        return Record(id, new Verdict(before, remark(history[^1].Status), who, clock.GetUtcNow()), history[^1].At);
    }

    private VerdictOutcome Record(FindingId id, Verdict verdict, DateTimeOffset? seen)
    {
        bool recorded = store.Judge(id.Sha256, id.Fingerprint, verdict);
        if (recorded)
            reports.Outdate(id.Sha256);
        changes.Changed();
        ImmutableArray<Verdict> history = [.. store.VerdictHistory(id.Sha256, id.Fingerprint)];
        return new VerdictOutcome(id, recorded, history, [.. history.Where(said => said.Who != verdict.Who && said.At > (seen ?? DateTimeOffset.MinValue))]);
    }
}
