using Ingest.App.Files;
using Ingest.App.Reports;
using Ingest.App.Reports.Html;
using Ingest.App.Words;
using Ingest.Store;

namespace Ingest.App.Intake;

/// <summary>Keeps <c>reports/index.html</c>: where the reports of all documents are, and what is in them.</summary>
/// <param name="formats">Of the reports that are written; without any there is no index.</param>
internal sealed class ReportIndex(IDocumentStore store, Locations folders, IReadOnlyList<string> formats, ReportWords words)
{
    public const string FileName = "index.html";

    /// <summary>Writes it anew; whoever has it open keeps what was there.</summary>
    /// <exception cref="IOException">It cannot be written; the one before is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Write()
    {
        if (formats.Count == 0)
            return;
        HashSet<string> judged = [.. store.Verdicts().Select(said => said.Sha256)];
        IndexEntry[] entries = [.. store.Documents(DocumentQuery.All, _ => { }).Select(document => Entry(document, judged.Contains(document.Sha256)))];
        IndexRefusal[] refusals = [.. store.Arrivals(ArrivalState.Quarantined).Select(arrival => new IndexRefusal(
            Legible.Masked(Path.GetFileName(arrival.OriginalPath)), Legible.Masked(arrival.Message ?? arrival.Reason ?? "")))];
        Directory.CreateDirectory(folders.Reports);
        WholeFile.Write(Path.Combine(folders.Reports, FileName), output => IndexPage.Write(entries, refusals, words, output));
    }

    private IndexEntry Entry(StoredDocument document, bool judged)
    {
        IReadOnlyList<StoredFinding>? findings = judged ? store.TryRead(document.Sha256, _ => { }, store.FindingsOf) : null;
        string stem = ShelfName.Report(document.FiscalYear, document.Department, PersonalNumbers.Mask(document.FileName), document.Sha256);
        (string Name, string Link)[] reports =
        [
            .. formats.Select(format => (Name: format, Path: stem + (format == "text" ? ".txt" : "." + format)))
                .Where(report => File.Exists(Path.Combine(folders.Reports, report.Path)))
                .Select(report => (report.Name, PdfLink.Between(Path.Combine(folders.Reports, FileName), Path.Combine(folders.Reports, report.Path)))),
        ];
        return new IndexEntry(
            document.Department, document.FiscalYear, document.Kind, document.Level, Legible.Masked(document.FileName), document.Errors, document.Warnings, document.Unchecked,
            findings?.Count(found => found.Verdict is { IsDecided: true }), findings?.Count ?? 0, reports, document.IsReplaced ? words.Say("已被替代", "replaced") : null);
    }
}
