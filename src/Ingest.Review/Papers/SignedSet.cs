using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Store;

namespace Ingest.Review.Papers;

/// <summary>
/// What a signature covers: the bytes of the document, by what it was read and checked, every finding and the last verdict on it.
/// The same state gives the same lines, in whatever order the findings come.
/// </summary>
public sealed record SignedSet(ImmutableArray<string> Lines)
{
    /// <summary>Between the parts of a line; in no text that is shown.</summary>
    private const char Separator = '\u001F';

    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines))));

    public static SignedSet Of(StoredDocument document, IEnumerable<StoredFinding> findings) => new(
    [
        Line("", document.Sha256, document.Versions.Reader, document.Versions.Layouts, document.Versions.Rules),
        .. findings.Select(finding => Line(
            finding.Fingerprint, finding.Finding.Rule, finding.Finding.Severity.ToString(), finding.Finding.Message, finding.Verdict?.Status.ToString(), finding.Verdict?.Who,
            finding.Verdict?.At.UtcTicks.ToString(CultureInfo.InvariantCulture), finding.Verdict?.Note)).Order(StringComparer.Ordinal),
    ]);

    /// <summary>Of a body's papers together: each document with the hash of its own set.</summary>
    public static SignedSet Of(IEnumerable<BodyPaper> papers) =>
        new([.. papers.Select(paper => Line(paper.Document.Sha256, paper.Set.Hash)).Order(StringComparer.Ordinal)]);

    /// <summary>Prints of the findings that were added, are gone or were judged otherwise since; "" for the document itself; of a body, hashes of its documents.</summary>
    public ImmutableArray<string> ChangedSince(ImmutableArray<string> before) =>
        [.. Lines.Except(before, StringComparer.Ordinal).Concat(before.Except(Lines, StringComparer.Ordinal)).Select(line => line.Split(Separator)[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Line(params string?[] parts) => string.Join(Separator, parts.Select(part => (part ?? "").Replace('\n', ' ').Replace(Separator, ' ')));
}
