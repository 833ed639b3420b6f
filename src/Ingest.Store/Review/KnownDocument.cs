using System.Collections.Immutable;

namespace Ingest.Store.Review;

/// <summary>A document as the index knows it.</summary>
internal sealed class KnownDocument(StoredDocument document, DocumentDigest digest, IReadOnlyDictionary<string, Verdict>? verdicts)
{
    public StoredDocument Document => document;

    public ImmutableArray<RuleFigures> Rules => digest.Rules;

    public FigureSet Figures => digest.Figures;

    public IReadOnlyList<ReviewedFinding> Findings { get; private set; } = Judged(document, digest, verdicts);

    /// <summary>Takes up what was said since.</summary>
    public void Judge(IReadOnlyDictionary<string, Verdict> said) => Findings = Judged(document, digest, said);

    private static ReviewedFinding[] Judged(StoredDocument document, DocumentDigest digest, IReadOnlyDictionary<string, Verdict>? verdicts) =>
        [.. digest.Findings.Select(line => new ReviewedFinding(document, line, verdicts?.GetValueOrDefault(line.Fingerprint)))];
}
