using System.Text.Json;
using Ingest.Contract.Text;

namespace Ingest.Contract.Documents.Json;

internal static class FindingJsonReader
{
    public static Finding Read(JsonElement json) => new()
    {
        Rule = json.Text("rule") ?? throw new JsonException("A finding needs a rule."),
        Severity = JsonNames.Parse<Severity>(json.Text("severity") ?? "", JsonNames.Of),
        Expected = json.Number("expected"),
        Actual = json.Number("actual"),
        Difference = json.Number("difference"),
        Tolerance = json.Number("tolerance"),
        Cells = json.Items("cells", ReadReference),
        Suspects = json.Items("suspects", suspect => new Suspect(ReadReference(suspect), suspect.Number("suggested"), suspect.Int("settles") ?? 0, suspect.Text("suggestedCode"))),
        Message = json.Text("message") ?? "",
        Relations = json.Items("relations", ReadRelation),
        Reservations = json.Items("reservations", reservation => new Reservation(
            JsonNames.Parse<ReservationKind>(reservation.Text("kind") ?? "", JsonNames.Of), reservation.Text("reason") ?? "")),
        ExtractionInDoubt = json.Flag("extractionInDoubt"),
        Witness = json.Text("witness"),
    };

    public static Coverage ReadCoverage(JsonElement json) => new(
        json.Int("inStatements") ?? json.Int("amounts") ?? 0, json.Int("inOne") ?? 0, json.Int("inTwo") ?? 0,
        json.Items("unchecked", ReadReference), json.Items("rules", ReadTally))
    {
        NotRead = json.Items("tablesNotRead", ReadUnread),
        Sentences = json.TryGetProperty("sentences", out JsonElement sentences)
            ? new SentenceCoverage(sentences.Int("numbers") ?? 0, sentences.Int("checked") ?? 0, sentences.Int("unread") ?? 0) : default,
    };

    public static UnreadTable ReadUnread(JsonElement json) => new(
        json.Text("title"), json.Text("label"), json.Ints("pages"), json.Int("amounts") ?? 0, json.Flag("isEstimate"));

    private static FailedRelation ReadRelation(JsonElement json) => new(
        json.Text("rule") ?? "", json.Text("sentence") ?? "",
        json.Number("expected"), json.Number("actual"), json.Number("difference"), json.Number("tolerance"));

    private static RuleTally ReadTally(JsonElement json) => new(
        json.Text("rule") ?? "", json.Int("consistent") ?? 0, json.Int("rounding") ?? 0, json.Int("improbableRounding") ?? 0,
        json.Int("inconsistent") ?? 0, json.Int("undefined") ?? 0, json.Int("notAssessable") ?? 0, json.Int("notApplicable") ?? 0,
        json.Strings("missing"));

    private static CellReference ReadReference(JsonElement json) => new()
    {
        Statement = json.Text("statement") ?? "",
        Side = json.Side(),
        Code = json.Text("code"),
        Name = json.Text("name"),
        Project = json.Text("project"),
        Column = json.Text("column"),
        Amount = json.Number("amount"),
        Text = json.Text("text"),
        Page = json.Int("page"),
        Year = json.Int("year"),
        Box = json.Box(),
    };
}
