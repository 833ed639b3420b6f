using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>What the foot of a printed page says of the document, so that a loose sheet can be put back.</summary>
internal static class WorkbookFooter
{
    /// <summary>"某某局 2024 · 1a2b3c4d".</summary>
    public static string Of(BudgetDocument document) =>
        $"{document.Identity.Department ?? document.Source.FileName} {document.Identity.FiscalYear} · {document.Source.Sha256[..Math.Min(8, document.Source.Sha256.Length)]}";
}
