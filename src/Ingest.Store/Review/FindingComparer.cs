namespace Ingest.Store.Review;

/// <summary>What is equal by the order asked for stands by body, year and document; findings of one document are left as it has them.</summary>
internal sealed class FindingComparer(FindingOrder order) : IComparer<ReviewedFinding>
{
    public int Compare(ReviewedFinding? x, ReviewedFinding? y)
    {
        (ReviewedFinding one, ReviewedFinding other) = (x!, y!);
        int result = order switch
        {
            FindingOrder.Gravity => other.Line.Severity.CompareTo(one.Line.Severity),
            FindingOrder.Rule => string.CompareOrdinal(one.Line.Rule, other.Line.Rule),
            _ => 0,
        };
        if (result == 0 && order != FindingOrder.Document)
            result = (other.Line.Concerned ?? -1).CompareTo(one.Line.Concerned ?? -1);
        return result != 0 ? result : ByDocument(one.Document, other.Document);
    }

    private static int ByDocument(StoredDocument one, StoredDocument other)
    {
        int result = string.CompareOrdinal(one.Department, other.Department);
        if (result == 0)
            result = Nullable.Compare(one.FiscalYear, other.FiscalYear);
        return result != 0 ? result : string.CompareOrdinal(one.Sha256, other.Sha256);
    }
}
