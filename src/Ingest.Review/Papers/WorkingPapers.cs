using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Review.Ports;
using Ingest.Store;

namespace Ingest.Review.Papers;

/// <summary>The working papers of a document: what was checked, what was found and said, and who has signed for it. Nothing in it leads to a person.</summary>
public sealed record WorkingPapers(StoredDocument Document, BudgetDocument Extraction, IReadOnlyList<StoredFinding> Findings, SignedSet Set, IReadOnlyList<SignOff> Signatures)
{
    /// <returns>Null when no such document is stored.</returns>
    public static WorkingPapers? Find(IDocumentStore store, IDisclosure disclosure, SignOffJournal journal, string sha256)
    {
        if (store.Find(sha256) is not { } document || store.Load(sha256) is not { } read)
            return null;
        BudgetDocument shown = disclosure.Mask(read);
        IReadOnlyList<StoredFinding> found = store.FindingsOf(sha256);
        return new WorkingPapers(
            document, shown, [.. found.Select((finding, i) => i < shown.Findings.Length ? finding with { Finding = shown.Findings[i] } : finding).OrderByDescending(finding => finding.Finding.Severity)],
            SignedSet.Of(document, found), journal.Of(sha256));
    }

    /// <summary>The last signature of each part.</summary>
    public IEnumerable<SignOff> Latest => Signatures.GroupBy(signature => signature.Role).Select(role => role.Last()).OrderBy(signature => signature.Role);

    /// <summary>What has changed since a signature; empty while it holds.</summary>
    public ImmutableArray<string> ChangedSince(SignOff signature) => signature.Hash == Set.Hash ? [] : Set.ChangedSince(signature.Lines);
}
