using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Review.Ports;
using Ingest.Store;

namespace Ingest.Review.Findings;

/// <summary>The list as it is read from the store, kept until the store changes.</summary>
internal sealed class FindingsInMemory(IDocumentStore store, IStoreChanges changes, IDisclosure disclosure) : IFindingList
{
    private readonly Lock _reading = new();

    private (long Version, FindingItem[] Items)? _known;

    public FindingPage Page(FindingFilter filter, int skip, int take)
    {
        FindingItem[] all = Sorted(filter);
        return new FindingPage([.. all.Skip(skip).Take(take)], all.Length, skip);
    }

    public FindingPlace Place(FindingFilter filter, FindingId id)
    {
        FindingItem[] all = Sorted(filter);
        int at = Array.FindIndex(all, item => item.Id == id);
        return at < 0
            ? new FindingPlace(0, all.Length, null, all.FirstOrDefault()?.Id)
            : new FindingPlace(at + 1, all.Length, at > 0 ? all[at - 1].Id : null, at + 1 < all.Length ? all[at + 1].Id : null);
    }

    public FindingTotals Totals(FindingFilter filter)
    {
        FindingItem[] matching = [.. Items().Where(filter.Matches)];
        return new FindingTotals(
            matching.Count(item => item.Severity == Severity.Error), matching.Count(item => item.Severity == Severity.Warning), matching.Count(item => item.Severity == Severity.Info),
            matching.Count(item => item.Verdict is { Status: not VerdictStatus.Open }),
            [.. Items().Where((filter with { Rule = null }).Matches).CountBy(item => item.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => (rule.Key, rule.Value))],
            [.. Items().Select(item => item.FiscalYear).OfType<int>().Distinct().OrderDescending()]);
    }

    private FindingItem[] Sorted(FindingFilter filter)
    {
        IEnumerable<FindingItem> matching = Items().Where(filter.Matches);
        IOrderedEnumerable<FindingItem> sorted = filter.Order switch
        {
            FindingOrder.Amount => matching.OrderByDescending(item => item.Amount ?? -1),
            FindingOrder.Document => matching.OrderBy(item => item.Department, StringComparer.Ordinal).ThenByDescending(item => item.FiscalYear).ThenBy(item => item.Sha256, StringComparer.Ordinal).ThenByDescending(item => item.Severity),
            FindingOrder.Rule => matching.OrderBy(item => item.Rule, StringComparer.Ordinal).ThenByDescending(item => item.Severity),
            _ => matching.OrderByDescending(item => item.Severity),
        };
        return [.. sorted.ThenByDescending(item => item.Amount ?? -1).ThenBy(item => item.Sha256, StringComparer.Ordinal).ThenBy(item => item.Fingerprint, StringComparer.Ordinal)];
    }

    private FindingItem[] Items()
    {
        lock (_reading)
        {
            long version = changes.Version;
            if (_known is not { } known || known.Version != version)
                _known = known = (version, [.. store.Findings(new DocumentQuery { LatestOnly = true }).Select(Item)]);
            return known.Items;
        }
    }

    private FindingItem Item(StoredFinding found)
    {
        Finding finding = found.Finding;
        return new FindingItem(
            found.Sha256, found.Fingerprint, found.Department is { } body ? disclosure.Mask(body) : null, found.FiscalYear, finding.Rule, finding.Severity, finding.ExtractionInDoubt, disclosure.Mask(finding.Message),
            finding.Difference is { } difference ? Math.Abs(difference) : null,
            finding.Suspects.Select(suspect => suspect.Cell.Page).Concat(finding.Cells.Select(cell => cell.Page)).FirstOrDefault(page => page is not null), found.Verdict);
    }
}
