using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ingest.Contract.Amounts;
using Ingest.Contract.Text;

namespace Ingest.Contract.Documents.Json;

/// <summary>Writes the parts of a document in the order of the contract.</summary>
internal sealed class DocumentWriter(Utf8JsonWriter json, Language language, Action<Utf8JsonWriter, int>? remark = null)
{
    private const int MostPending = 1 << 16;

    public void Write(BudgetDocument document)
    {
        json.WriteStartObject();
        json.WriteString("schema", BudgetDocument.Schema);
        WriteSource(document.Source);
        WriteIdentity(document.Identity);
        WriteArray("statements", document.Statements, new StatementWriter(json, language).Write);
        WriteArray("performance", document.Performance, new PerformanceWriter(json).Write);
        var narrative = new NarrativeWriter(json);
        WriteArray("contents", document.Contents, narrative.Write);
        WriteArray("narrative", document.Narrative, narrative.Write);
        WriteArray("unbound", document.Unbound, WriteUnbound);
        var findings = new FindingWriter(json, remark);
        WriteArray("unread", document.Unread, findings.Write);
        WriteArray("findings", document.Findings, findings.Write);
        if (document.Coverage is { } coverage)
            findings.Write(coverage);
        WriteArray("diagnostics", document.Diagnostics, WriteDiagnostic);
        json.WriteEndObject();
    }

    private void WriteSource(SourceFile source)
    {
        json.WriteStartObject("source");
        json.WriteString("fileName", source.FileName);
        json.WriteString("sha256", source.Sha256);
        json.WriteNumber("bytes", source.Bytes);
        json.WriteNumber("pages", source.Pages);
        json.WriteString("producer", source.Producer);
        json.WriteBoolean("encrypted", source.Encrypted);
        json.WriteEndObject();
    }

    private void WriteIdentity(Identity identity)
    {
        json.WriteStartObject("identity");
        json.WriteString("department", identity.Department);
        json.WriteNumberOrNull("fiscalYear", identity.FiscalYear);
        json.WriteString("kind", identity.Kind is { } kind ? JsonNames.Of(kind) : null);
        json.WriteString("level", identity.Level is { } level ? JsonNames.Of(level) : null);
        json.WriteString("layout", identity.Layout);
        json.WriteString("publishedOn", identity.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private void WriteUnbound(UnboundTable table)
    {
        json.WriteStartObject();
        json.WriteString("label", table.Label);
        json.WriteString("title", table.Title);
        json.WriteString("unit", table.Unit?.Printed());
        json.WriteNumber("page", table.Page);
        json.WriteInts("pages", table.Pages);
        json.WriteNumber("amounts", table.Amounts);
        json.WriteBox(table.Box);
        json.WriteStartArray("rows");
        foreach (ImmutableArray<string> row in table.Rows)
        {
            json.WriteStartArray();
            foreach (string text in row)
                json.WriteStringValue(text);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteDiagnostic(Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", JsonNames.Of(diagnostic.Severity));
        json.WriteString("message", diagnostic.Message.In(language));
        json.WriteNumberOrNull("page", diagnostic.Page);
        json.WriteEndObject();
    }

    private void WriteArray<T>(string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
            if (json.BytesPending > MostPending)
                json.Flush();
        }
        json.WriteEndArray();
    }
}
