using System.Text.Json;
using Ingest.Contract.Amounts;

namespace Ingest.Contract.Documents.Json;

internal static class PerformanceJsonReader
{
    public static PerformanceTable Read(JsonElement json) => new()
    {
        Kind = JsonNames.Parse<PerformanceKind>(json.Text("kind") ?? "", JsonNames.Of),
        Title = json.Text("title") ?? "",
        Pages = json.Ints("pages"),
        Department = json.Text("department"),
        Project = json.Text("project"),
        Goal = json.Text("goal"),
        Contacts = json.Items("contacts", ReadField),
        Fields = json.Items("fields", ReadField),
        Funds = json.Items("funds", ReadFund),
        Indicators = json.Items("indicators", ReadIndicator),
    };

    private static PerformanceField ReadField(JsonElement json) => new(
        json.Text("label") ?? "", json.Text("text") ?? "", json.Int("page") ?? 0, json.Box() ?? default);

    private static PerformanceFund ReadFund(JsonElement json) => new(
        json.Strings("path"), json.Number("value"), AmountUnits.FromPrinted(json.Text("unit")), json.Text("text") ?? "",
        json.Int("page") ?? 0, json.Box() ?? default);

    private static PerformanceIndicator ReadIndicator(JsonElement json) => new()
    {
        Level1 = json.Text("level1") ?? "",
        Level2 = json.Text("level2") ?? "",
        Name = json.Text("name") ?? "",
        Target = json.Text("target") ?? "",
        Operator = json.Text("operator"),
        Value = json.Number("value"),
        Unit = json.Text("unit"),
        Weight = json.Number("weight"),
        Basis = json.Text("basis"),
        Others = json.Items("others", ReadField),
        Page = json.Int("page") ?? 0,
        Box = json.Box() ?? default,
    };
}
