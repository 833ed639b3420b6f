using System.Text.Json;

namespace Ingest.Contract.Documents.Json;

internal static class NarrativeJsonReader
{
    public static NarrativeSection Read(JsonElement json) => new(
        json.Text("heading") ?? "", json.Int("level") ?? 0, json.Int("page") ?? 0, json.Items("sentences", ReadSentence));

    public static ContentsEntry ReadEntry(JsonElement json) => new(
        json.Text("text") ?? "", json.Int("page") ?? 0, json.Box() ?? default, json.Ints("printedOn"));

    private static NarrativeSentence ReadSentence(JsonElement json) => new(
        json.Text("text") ?? "", json.Int("page") ?? 0, json.Box() ?? default,
        json.Items("facts", ReadFact), json.Items("unread", ReadUnread));

    private static NarrativeFact ReadFact(JsonElement json) => new()
    {
        Kind = JsonNames.Parse<FactKind>(json.Text("kind") ?? "", JsonNames.Of),
        Subject = json.Strings("subject"),
        Value = json.Number("value"),
        Unit = json.Text("unit"),
        Direction = json.Int("direction"),
        Year = json.Int("year"),
        Basis = json.Text("basis"),
        Aside = json.Flag("aside"),
        InDoubt = json.Flag("inDoubt"),
        Names = json.Strings("names"),
        Text = json.Text("text") ?? "",
        Page = json.Int("page") ?? 0,
        Box = json.Box() ?? default,
    };

    private static UnreadNumber ReadUnread(JsonElement json) => new(
        json.Text("text") ?? "", json.Number("value"), json.Text("unit"), json.Int("page") ?? 0, json.Box() ?? default);
}
