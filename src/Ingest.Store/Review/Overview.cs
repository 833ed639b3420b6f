using Ingest.Contract.Documents;

namespace Ingest.Store.Review;

/// <summary>What is known of all documents, added up; documents that a later publication replaces are counted apart.</summary>
/// <param name="Arrivals">By what became of them; they add up to all that came in.</param>
public sealed record StoreTotals(IReadOnlyDictionary<ArrivalState, int> Arrivals, int Documents, int Replaced, int OrderUnsure, ReviewCounts Findings);

/// <summary>Findings by what was said of them.</summary>
/// <param name="OpenErrors">Errors on which nothing was decided.</param>
/// <param name="OpenDoubts">The same of findings below an error, and of those that a mis-read table may explain.</param>
public readonly record struct ReviewCounts(int All, int OpenErrors, int OpenDoubts, int Confirmed, int Dismissed)
{
    public int Reviewed => Confirmed + Dismissed;

    internal ReviewCounts With(ReviewedFinding finding) => new(
        All + 1,
        OpenErrors + (finding is { IsDecided: false, Line: { Severity: Contract.Text.Severity.Error, InDoubt: false } } ? 1 : 0),
        OpenDoubts + (finding is { IsDecided: false, Line: { Severity: > Contract.Text.Severity.Info } line } && (line.InDoubt || line.Severity != Contract.Text.Severity.Error) ? 1 : 0),
        Confirmed + (finding.Status == VerdictStatus.Confirmed ? 1 : 0),
        Dismissed + (finding.Status == VerdictStatus.Dismissed ? 1 : 0));
}

/// <summary>One body across its years.</summary>
/// <param name="Department">Null where documents do not say whose they are.</param>
public sealed record BodyRow(string? Department, DocumentLevel? Level, IReadOnlyList<BodyCell> Years);

/// <summary>One body, year and kind.</summary>
/// <param name="Documents">Those that count: the latest, or all where the order is unsure.</param>
/// <param name="Replaced">Earlier publications.</param>
public sealed record BodyCell(int? FiscalYear, DocumentKind? Kind, IReadOnlyList<StoredDocument> Documents, int Replaced, ReviewCounts Findings);

/// <summary>How a rule did on all documents, and what reviewers said of what it found.</summary>
public sealed record RuleRecord(string Rule, long Held, long Rounded, long Failed, long NotAssessed, ReviewCounts Findings);
