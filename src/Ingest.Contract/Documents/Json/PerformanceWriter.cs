using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Contract.Amounts;

namespace Ingest.Contract.Documents.Json;

internal sealed class PerformanceWriter(Utf8JsonWriter json)
{
    public void Write(PerformanceTable table)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNames.Of(table.Kind));
        json.WriteString("title", table.Title);
        json.WriteInts("pages", table.Pages);
        json.WriteString("department", table.Department);
        json.WriteString("project", table.Project);
        json.WriteString("goal", table.Goal);
        WriteFields("contacts", table.Contacts);
        WriteFields("fields", table.Fields);
        json.WriteStartArray("funds");
        foreach (PerformanceFund fund in table.Funds)
            WriteFund(fund);
        json.WriteEndArray();
        json.WriteStartArray("indicators");
        foreach (PerformanceIndicator indicator in table.Indicators)
            WriteIndicator(indicator);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteFund(PerformanceFund fund)
    {
        json.WriteStartObject();
        json.WriteStrings("path", fund.Path);
        json.WriteNumberOrNull("value", fund.Value);
        json.WriteString("unit", fund.Unit?.Printed());
        json.WriteString("text", fund.Text);
        json.WriteNumber("page", fund.Page);
        json.WriteBox(fund.Box);
        json.WriteEndObject();
    }

    private void WriteIndicator(PerformanceIndicator indicator)
    {
        json.WriteStartObject();
        json.WriteString("level1", indicator.Level1);
        json.WriteString("level2", indicator.Level2);
        json.WriteString("name", indicator.Name);
        json.WriteString("target", indicator.Target);
        json.WriteString("operator", indicator.Operator);
        json.WriteNumberOrNull("value", indicator.Value);
        json.WriteString("unit", indicator.Unit);
        json.WriteNumberOrNull("weight", indicator.Weight);
        json.WriteString("basis", indicator.Basis);
        WriteFields("others", indicator.Others);
        json.WriteNumber("page", indicator.Page);
        json.WriteBox(indicator.Box);
        json.WriteEndObject();
    }

    private void WriteFields(string name, ImmutableArray<PerformanceField> fields)
    {
        json.WriteStartArray(name);
        foreach (PerformanceField field in fields)
        {
            json.WriteStartObject();
            json.WriteString("label", field.Label);
            json.WriteString("text", field.Text);
            json.WriteNumber("page", field.Page);
            json.WriteBox(field.Box);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
