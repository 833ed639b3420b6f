using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ingest.Contract.Amounts;
using Ingest.Contract.Text;

namespace Ingest.Contract.Documents.Json;

/// <summary>Reads the document level; the parts are read by classes of their own.</summary>
internal static class DocumentReader
{
    public static BudgetDocument Read(JsonElement json) => new BudgetDocument
    {
        Source = json.TryGetProperty("source", out JsonElement source) ? ReadSource(source) : new SourceFile("", "", 0, 0, null, false),
        Identity = json.TryGetProperty("identity", out JsonElement identity) ? ReadIdentity(identity) : new Identity(),
        Statements = json.Items("statements", StatementJsonReader.Read),
        Performance = json.Items("performance", PerformanceJsonReader.Read),
        Contents = json.Items("contents", NarrativeJsonReader.ReadEntry),
        Narrative = json.Items("narrative", NarrativeJsonReader.Read),
        Unbound = json.Items("unbound", ReadUnbound),
        Unread = json.Items("unread", FindingJsonReader.ReadUnread),
        Findings = json.Items("findings", FindingJsonReader.Read),
        Coverage = json.TryGetProperty("coverage", out JsonElement coverage) ? FindingJsonReader.ReadCoverage(coverage) : null,
        Diagnostics = json.Items("diagnostics", ReadDiagnostic),
    }.WithReferencesFound();

    private static SourceFile ReadSource(JsonElement json) => new(
        json.Text("fileName") ?? "", json.Text("sha256") ?? "", json.TryGetProperty("bytes", out JsonElement bytes) ? bytes.GetInt64() : 0,
        json.Int("pages") ?? 0, json.Text("producer"), json.Flag("encrypted"));

    private static Identity ReadIdentity(JsonElement json) => new()
    {
        Department = json.Text("department"),
        FiscalYear = json.Int("fiscalYear"),
        Kind = json.Text("kind") is { } kind ? JsonNames.Parse<DocumentKind>(kind, JsonNames.Of) : null,
        Layout = json.Text("layout"),
        Level = json.Text("level") is { } level ? JsonNames.Parse<DocumentLevel>(level, JsonNames.Of) : null,
        PublishedOn = json.Text("publishedOn") is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
    };

    private static UnboundTable ReadUnbound(JsonElement json) => new(
        json.Text("title"), json.Int("page") ?? 0, json.Box() ?? default,
        json.Items("rows", row => row.EnumerateArray().Select(cell => cell.GetString() ?? "").ToImmutableArray()))
    {
        Label = json.Text("label"),
        Unit = AmountUnits.FromPrinted(json.Text("unit")),
        Pages = json.Ints("pages") is { IsEmpty: false } pages ? pages : [json.Int("page") ?? 0],
        Amounts = json.Int("amounts") ?? 0,
    };

    private static Diagnostic ReadDiagnostic(JsonElement json) => new(
        json.Text("code") ?? "", JsonNames.Parse<Severity>(json.Text("severity") ?? "", JsonNames.Of), Phrase.Same(json.Text("message") ?? ""), json.Int("page"));
}
