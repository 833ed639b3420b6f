using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Core.Checks;

namespace Ingest.App.Reports;

/// <summary>
/// A reconciled document to report on. <paramref name="ReadPage"/> gives a page again for pictures, or
/// null when the file is not at hand.
/// </summary>
internal sealed record ReportSubject(BudgetDocument Document, Func<int, Page?> ReadPage)
{
    private readonly Lazy<CheckedRelations> _relations = new(() => Reconciler.Relations(Document, CancellationToken.None));

    /// <summary>Every relation of the document, evaluated at the first question; of all formats of one subject once.</summary>
    public CheckedRelations Relations => _relations.Value;
}

/// <summary>Writes the report of one document in one format. The same document gives the same bytes.</summary>
internal interface IReportWriter
{
    /// <summary>With the dot: <c>.xlsx</c>.</summary>
    string Extension { get; }

    void Write(ReportSubject subject, ReportWords words, Stream output);
}
