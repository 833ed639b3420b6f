using Ingest.App.Words;

namespace Ingest.App.Reports;

/// <summary>Writes the report of one document in one format. The same document gives the same bytes.</summary>
internal interface IReportWriter
{
    /// <summary>With the dot: <c>.xlsx</c>.</summary>
    string Extension { get; }

    void Write(ReportSubject subject, ReportWords words, Stream output);
}
