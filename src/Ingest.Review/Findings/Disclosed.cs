using Ingest.Review.Ports;
using Ingest.Store;
using Ingest.Store.Review;

namespace Ingest.Review.Findings;

/// <summary>What the index knows, with all that leads to a person masked.</summary>
internal static class Disclosed
{
    public static ReviewedFinding Mask(this IDisclosure disclosure, ReviewedFinding finding) =>
        finding with { Document = disclosure.Mask(finding.Document), Line = finding.Line with { Message = disclosure.Mask(finding.Line.Message) } };

    public static StoredDocument Mask(this IDisclosure disclosure, StoredDocument document) =>
        document with { FileName = disclosure.Mask(document.FileName), Department = document.Department is { } body ? disclosure.Mask(body) : null };
}
