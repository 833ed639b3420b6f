using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Compare;

internal enum ChangeKind
{
    Added,
    Gone,
    Changed,
}

/// <summary>An amount that differs.</summary>
/// <param name="Before">Null when added.</param>
/// <param name="After">Null when gone.</param>
internal sealed record FactChange(ChangeKind Kind, CellId Cell, decimal? Before, decimal? After);

/// <summary>A finding that differs.</summary>
/// <param name="Finding">As it is now, or was when it is gone.</param>
internal sealed record FindingChange(ChangeKind Kind, string Fingerprint, Finding Finding);

/// <summary>What differs between two readings of a document, or between two documents of one body and year.</summary>
internal sealed record DocumentChanges(ImmutableArray<FactChange> Facts, ImmutableArray<FindingChange> Findings, bool Identity)
{
    public bool None => Facts.IsEmpty && Findings.IsEmpty && !Identity;

    public static DocumentChanges Between(BudgetDocument before, BudgetDocument after) => new(
        [.. Between(PrintedAmounts.Of(before), PrintedAmounts.Of(after))],
        [.. Between(ByFingerprint(before), ByFingerprint(after))],
        before.Identity != after.Identity);

    public int Count(ChangeKind kind) => Facts.Count(change => change.Kind == kind);

    public int CountFindings(ChangeKind kind) => Findings.Count(change => change.Kind == kind);

    private static IEnumerable<FactChange> Between(Dictionary<CellId, CellReference> before, Dictionary<CellId, CellReference> after)
    {
        foreach ((CellId cell, CellReference old) in before)
            if (!after.TryGetValue(cell, out CellReference? now))
                yield return new FactChange(ChangeKind.Gone, cell, old.Amount, null);
            else if (now.Amount != old.Amount)
                yield return new FactChange(ChangeKind.Changed, cell, old.Amount, now.Amount);
        foreach ((CellId cell, CellReference now) in after)
            if (!before.ContainsKey(cell))
                yield return new FactChange(ChangeKind.Added, cell, null, now.Amount);
    }

    /// <summary>Wording alone is no change; severity, difference and what is most likely wrong are.</summary>
    private static IEnumerable<FindingChange> Between(Dictionary<string, Finding> before, Dictionary<string, Finding> after)
    {
        foreach ((string print, Finding old) in before)
            if (!after.TryGetValue(print, out Finding? now))
                yield return new FindingChange(ChangeKind.Gone, print, old);
            else if (Says(now) != Says(old))
                yield return new FindingChange(ChangeKind.Changed, print, now);
        foreach ((string print, Finding now) in after)
            if (!before.ContainsKey(print))
                yield return new FindingChange(ChangeKind.Added, print, now);
    }

    private static (Severity, decimal?, decimal?, decimal?, CellReference?, decimal?) Says(Finding finding)
    {
        Suspect? suspect = finding.Suspects.IsEmpty ? null : finding.Suspects[0];
        return (finding.Severity, finding.Expected, finding.Actual, finding.Difference, suspect?.Cell, suspect?.Suggested);
    }

    private static Dictionary<string, Finding> ByFingerprint(BudgetDocument document)
    {
        IReadOnlyList<string> prints = FindingFingerprint.Of(document.Findings);
        return Enumerable.Range(0, prints.Count).ToDictionary(i => prints[i], i => document.Findings[i], StringComparer.Ordinal);
    }
}
