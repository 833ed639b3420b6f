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

    public static BodyRow Mask(this IDisclosure disclosure, BodyRow body) => body with
    {
        Department = body.Department is { } name ? disclosure.Mask(name) : null,
        Years = [.. body.Years.Select(cell => cell with { Documents = [.. cell.Documents.Select(disclosure.Mask)] })],
    };

    public static Arrival Mask(this IDisclosure disclosure, Arrival arrival) =>
        arrival with { OriginalPath = disclosure.Mask(arrival.OriginalPath), Message = arrival.Message is { } message ? disclosure.Mask(message) : null };
}
