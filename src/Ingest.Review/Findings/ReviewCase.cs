using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Pictures;
using Ingest.Review.Ports;
using Ingest.Review.Words;
using Ingest.Store;

namespace Ingest.Review.Findings;

/// <summary>Everything that a finding is judged by. Nothing in it leads to a person.</summary>
/// <param name="Finding">Masked.</param>
/// <param name="Related">Other findings of the document on one of the same cells, then those of the same rule.</param>
/// <param name="Sheets">The pages that the cells stand on, that of the first suspect first.</param>
public sealed record ReviewCase(
    StoredDocument Document, BudgetDocument Extraction, StoredFinding Finding, IReadOnlyList<Verdict> History, IReadOnlyList<StoredFinding> Related, IReadOnlyList<Sheet> Sheets)
{
    private const int MostRelated = 30;

    /// <summary>Pages beyond are named and not drawn.</summary>
    private const int MostSheets = 6;

    public FindingId Id => new(Finding.Sha256, Finding.Fingerprint);

    /// <summary>Other findings of the same rule in the document.</summary>
    public int OfSameRule => Related.Count(other => other.Finding.Rule == Finding.Finding.Rule);

    /// <returns>Null when the document has no such finding (any more).</returns>
    public static ReviewCase? Find(IDocumentStore store, IDisclosure disclosure, FindingId id)
    {
        if (store.Find(id.Sha256) is not { } document || store.Load(id.Sha256) is not { } read)
            return null;
        BudgetDocument extraction = disclosure.Mask(read);
        // Masking keeps findings in their order, and the store names them by it.
        IReadOnlyList<StoredFinding> found = [.. store.FindingsOf(id.Sha256).Select((finding, i) => i < extraction.Findings.Length ? finding with { Finding = extraction.Findings[i] } : finding)];
        return found.FirstOrDefault(finding => finding.Fingerprint == id.Fingerprint) is { } wanted
            ? new ReviewCase(document, extraction, wanted, store.VerdictHistory(id.Sha256, id.Fingerprint), [.. RelatedTo(wanted, found).Take(MostRelated)], SheetsOf(wanted.Finding))
            : null;
    }

    /// <summary>The frames to draw on a page.</summary>
    public IReadOnlyList<PictureMark> Marks(int page, CellWords names)
    {
        var suspects = Finding.Finding.Suspects.Select(suspect => (suspect.Cell.Page, suspect.Cell.Box)).ToHashSet();
        return
        [
            .. Finding.Finding.Suspects.Select(suspect => suspect.Cell).Concat(Finding.Finding.Cells)
                .Where(cell => cell.Page == page && cell.Box is not null && cell.Year is null).DistinctBy(cell => cell.Box)
                .OrderBy(cell => suspects.Contains((cell.Page, cell.Box)))
                .Select(cell => new PictureMark(cell.Box!.Value, suspects.Contains((cell.Page, cell.Box)) ? MarkStyle.Suspect : MarkStyle.Flagged, $"{names.Of(cell)} = {ReviewWords.Amount(cell.Amount)}")),
        ];
    }

    private static IEnumerable<StoredFinding> RelatedTo(StoredFinding wanted, IReadOnlyList<StoredFinding> found)
    {
        var cells = Places(wanted.Finding).ToImmutableHashSet();
        StoredFinding[] others = [.. found.Where(other => other.Fingerprint != wanted.Fingerprint)];
        StoredFinding[] sharing = [.. others.Where(other => Places(other.Finding).Any(cells.Contains))];
        return sharing.Concat(others.Except(sharing).Where(other => other.Finding.Rule == wanted.Finding.Rule));
    }

    private static IEnumerable<(int?, object?)> Places(Finding finding) =>
        finding.Cells.Concat(finding.Suspects.Select(suspect => suspect.Cell)).Where(cell => cell.Box is not null).Select(cell => (cell.Page, (object?)cell.Box));

    private static IReadOnlyList<Sheet> SheetsOf(Finding finding)
    {
        IEnumerable<CellReference> placed = finding.Suspects.Select(suspect => suspect.Cell).Concat(finding.Cells).Where(cell => cell.Page is not null && cell.Box is not null && cell.Year is null);
        int[] suspected = [.. finding.Suspects.Select(suspect => suspect.Cell.Page).OfType<int>()];
        return [.. placed.Select(cell => cell.Page!.Value).Distinct().Take(MostSheets).Select(page => new Sheet(page, suspected.Contains(page)))];
    }
}

/// <summary>A page of the document that cells of a finding stand on.</summary>
public sealed record Sheet(int Page, bool HasSuspect);
