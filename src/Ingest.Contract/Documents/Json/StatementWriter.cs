using System.Text.Json;
using Ingest.Contract.Amounts;
using Ingest.Contract.Text;

namespace Ingest.Contract.Documents.Json;

internal sealed class StatementWriter(Utf8JsonWriter json, Language language)
{
    public void Write(Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("id", statement.Id);
        json.WriteString("label", statement.Label);
        json.WriteString("title", statement.Title);
        json.WriteString("unit", statement.Unit?.Printed());
        json.WriteInts("pages", statement.Pages);
        json.WriteBoolean("empty", statement.Empty);
        json.WriteString("emptyNote", statement.EmptyNote);
        if (statement.LeftInstruction is { } instruction)
            json.WriteString("leftInstruction", instruction);
        json.WriteString("department", statement.Department);
        json.WriteStartArray("columns");
        foreach (StatementColumn column in statement.Columns)
            WriteColumn(column);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (StatementRow row in statement.Rows)
            WriteRow(row);
        json.WriteEndArray();
        json.WriteStartArray("doubts");
        foreach (ExtractionDoubt doubt in statement.Doubts)
            WriteDoubt(doubt);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteColumn(StatementColumn column)
    {
        json.WriteStartObject();
        json.WriteString("key", column.Key);
        json.WriteStrings("header", column.Header);
        json.WriteString("side", column.Side is { } side ? JsonNames.Of(side) : null);
        if (column.Number is { } number)
            json.WriteNumber("number", number);
        json.WriteEndObject();
    }

    private void WriteRow(StatementRow row)
    {
        json.WriteStartObject();
        json.WriteString("side", row.Side is { } side ? JsonNames.Of(side) : null);
        json.WriteString("code", row.Code);
        json.WriteString("name", row.Name);
        json.WriteString("project", row.Project);
        if (row.GovernmentName is not null)
        {
            json.WriteString("governmentCode", row.GovernmentCode);
            json.WriteString("governmentName", row.GovernmentName);
        }

        if (row.List is not null)
            json.WriteString("list", row.List);
        json.WriteStartObject("amounts");
        foreach (AmountCell cell in row.Cells)
            json.WriteNumberOrNull(cell.Column, cell.Value);
        json.WriteEndObject();
        json.WriteStartObject("cells");
        foreach (AmountCell cell in row.Cells)
            if (cell is { Text.Length: > 0 } or { Recognition: not null })
                WriteCell(cell);
        json.WriteEndObject();
        json.WriteNumber("page", row.Page);
        json.WriteBox(row.Box);
        json.WriteEndObject();
    }

    private void WriteCell(AmountCell cell)
    {
        json.WriteStartObject(cell.Column);
        json.WriteString("text", cell.Text);
        json.WriteNumber("page", cell.Page);
        json.WriteBox(cell.Box);
        if (cell.Recognition is { } recognition)
        {
            json.WriteString("recognition", JsonNames.Of(recognition.State));
            json.WriteNumber("confidence", Math.Round((decimal)recognition.Confidence, 3));
            if (!recognition.Alternatives.IsEmpty)
                json.WriteStrings("alternatives", recognition.Alternatives);
            if (recognition.Corrected is { } corrected)
            {
                json.WriteString("correctedBy", corrected.Who);
                json.WriteString("correctedAt", corrected.At);
            }
        }

        json.WriteEndObject();
    }

    private void WriteDoubt(ExtractionDoubt doubt)
    {
        json.WriteStartObject();
        json.WriteString("code", doubt.Code);
        json.WriteString("message", doubt.Message.In(language));
        json.WriteString("column", doubt.Column);
        json.WriteNumberOrNull("row", doubt.Row);
        json.WriteNumber("page", doubt.Page);
        json.WriteBox(doubt.Box);
        json.WriteEndObject();
    }
}
