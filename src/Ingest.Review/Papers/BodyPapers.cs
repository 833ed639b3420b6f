using System.Collections.Immutable;
using Ingest.Review.Findings;
using Ingest.Review.Ports;
using Ingest.Store;
using Ingest.Store.Review;

namespace Ingest.Review.Papers;

/// <summary>One document among the papers of a body.</summary>
/// <param name="Undecided">Errors and doubts on which nothing is decided.</param>
public sealed record BodyPaper(StoredDocument Document, int Findings, int Decided, int Undecided, SignedSet Set, IReadOnlyList<SignOff> Signatures)
{
    /// <summary>The last signature of a part; null where nobody has signed.</summary>
    public SignOff? LastOf(SignOffRole role) => Signatures.LastOrDefault(signature => signature.Role == role);
}

/// <summary>The working papers of a body and its units for one year, signed together. Nothing in it leads to a person.</summary>
public sealed record BodyPapers(string Department, int? FiscalYear, IReadOnlyList<BodyPaper> Papers, SignedSet Set, IReadOnlyList<SignOff> Signatures)
{
    /// <summary>A body with more documents of one year signs them one by one.</summary>
    public const int Most = 200;

    /// <returns>Null when there are no such documents.</returns>
    public static BodyPapers? Find(ReviewIndex index, IDocumentStore store, IDisclosure disclosure, SignOffJournal journal, string department, int? year)
    {
        ILookup<string, SignOff> signatures = journal.All().Where(signature => signature.Body is null).ToLookup(signature => signature.Sha256, StringComparer.Ordinal);
        BodyPaper[] papers = [.. index.DocumentsOf(department, year).Take(Most).Select(document => Of(document, store, disclosure, [.. signatures[document.Sha256]])).OfType<BodyPaper>()];
        return papers.Length == 0 ? null : new BodyPapers(disclosure.Mask(department), year, papers, SignedSet.Of(papers), journal.Of(department, year));
    }

    /// <summary>The last signature of each part.</summary>
    public IEnumerable<SignOff> Latest => Signatures.GroupBy(signature => signature.Role).Select(role => role.Last()).OrderBy(signature => signature.Role);

    /// <summary>Hashes of documents that came, went or changed since a signature; empty while it holds.</summary>
    public ImmutableArray<string> ChangedSince(SignOff signature) => signature.Hash == Set.Hash ? [] : Set.ChangedSince(signature.Lines);

    /// <summary>Null for a document that is damaged: nobody signs for what cannot be read.</summary>
    private static BodyPaper? Of(StoredDocument document, IDocumentStore store, IDisclosure disclosure, ImmutableArray<SignOff> signatures)
    {
        if (store.TryRead(document.Sha256, _ => { }, store.FindingsOf) is not { } findings)
            return null;
        return new BodyPaper(
            disclosure.Mask(document), findings.Count, findings.Count(finding => finding.Verdict is { IsDecided: true }),
            findings.Count(finding => finding.Finding.Severity != Contract.Text.Severity.Info && finding.Verdict is not { IsDecided: true }), SignedSet.Of(document, findings), signatures);
    }
}
