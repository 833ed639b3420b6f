using Ingest.App.Words;
using Ingest.Contract.Documents.Json;

namespace Ingest.App.Reports;

/// <summary>The output contract, indented.</summary>
internal sealed class JsonReport : IReportWriter
{
    public string Extension => ".json";

    public void Write(ReportSubject subject, ReportWords words, Stream output)
    {
        DocumentJson.Write(output, subject.Document, indented: true, words.Language);
        output.WriteByte((byte)'\n');
    }
}
