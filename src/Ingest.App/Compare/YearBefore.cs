using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Rules.YearOnYear;

namespace Ingest.App.Compare;

/// <summary>Compares a document with what its body published for the year before.</summary>
internal static class YearBefore
{
    /// <returns>
    /// The document with the findings over both years; with a diagnostic that says why where none of the candidates is of
    /// its body and of the year before.
    /// </returns>
    public static BudgetDocument Compare(
        BudgetDocument document, IReadOnlyCollection<BudgetDocument> candidates, Language language, CancellationToken cancellation)
    {
        var options = new ReconciliationOptions { Language = language };
        BudgetDocument[] fitting = [.. candidates.Where(before => YearOnYearCheck.Mismatch(document, before) is null)];
        if (fitting.Length == 0 && candidates.Count > 0)
        {
            Phrase reason = Phrase.Join(new("；", "; "), candidates.Select(before =>
                Phrase.Same(before.Source.FileName + ": ") + YearOnYearCheck.Mismatch(document, before)!.Value));
            return document with
            {
                Diagnostics = document.Diagnostics.Add(new Diagnostic("no-year-before", Severity.Warning, new Phrase("未与上年文件比较：", "Not compared with a year before: ") + reason)),
            };
        }

        return fitting.Aggregate(document, (now, before) => YearOnYearCheck.Apply(now, before, options, cancellation));
    }
}
