using System.Text.Json;
using Ingest.App.Words;
using Ingest.Contract.Documents.Json;
using Ingest.Store;

namespace Ingest.App.Reports;

/// <summary>The output contract, indented. A finding on which a reviewer has said something has a <c>verdict</c> beside what the contract says of it.</summary>
internal sealed class JsonReport : IReportWriter
{
    public string Extension => ".json";

    public void Write(ReportSubject subject, ReportWords words, Stream output)
    {
        Dictionary<int, Verdict> said = subject.Findings.Where(found => found.Verdict is not null).ToDictionary(found => found.Index, found => found.Verdict!);
        DocumentJson.Write(output, subject.Document, indented: true, words.Language, (json, finding) =>
        {
            if (said.TryGetValue(finding, out Verdict? verdict))
                Write(json, verdict);
        });
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject("verdict");
        json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(verdict.Status.ToString()));
        json.WriteString("note", verdict.Note);
        json.WriteString("who", verdict.Who);
        json.WriteString("at", verdict.At.ToUniversalTime());
        json.WriteEndObject();
    }
}
