using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Store;

namespace Ingest.App.Reports;

/// <summary>A finding as the reports of a document number it, with what a reviewer said of it.</summary>
/// <param name="Number">From 1; the gravest first.</param>
/// <param name="Index">Into <see cref="BudgetDocument.Findings"/>.</param>
/// <param name="Fingerprint">By which the store knows it.</param>
/// <param name="Verdict">The last one; null where nobody has said anything.</param>
internal sealed record ReportedFinding(int Number, int Index, Finding Finding, string Fingerprint, Verdict? Verdict)
{
    /// <param name="prints">Of each finding of the document, in its order.</param>
    public static ImmutableArray<ReportedFinding> Of(BudgetDocument document, IReadOnlyList<string> prints, IReadOnlyDictionary<string, Verdict> verdicts) =>
    [
        .. Enumerable.Range(0, document.Findings.Length)
            .OrderByDescending(index => document.Findings[index].Severity)
            .Select((index, at) => new ReportedFinding(at + 1, index, document.Findings[index], prints[index], verdicts.GetValueOrDefault(prints[index]))),
    ];
}
