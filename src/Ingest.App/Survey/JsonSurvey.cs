using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.App.Files;

namespace Ingest.App.Survey;

/// <summary>One object with an array of objects per table.</summary>
internal sealed class JsonSurvey(Stream standardOutput) : ISurveyWriter
{
    public const string Schema = "ingest/export@1";

    private const int FlushBytes = 1 << 16;

    private static readonly JsonWriterOptions _format = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(IEnumerable<SurveyTable> tables, string? target)
    {
        if (target is null)
            Write(tables, standardOutput);
        else
            WholeFile.Write(target, output => Write(tables, output));
    }

    private static void Write(IEnumerable<SurveyTable> tables, Stream output)
    {
        using var json = new Utf8JsonWriter(output, _format);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        foreach (SurveyTable table in tables)
        {
            json.WriteStartArray(table.Key);
            foreach (object?[] row in table.Rows)
                Write(json, table.Columns, row);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<SurveyColumn> columns, object?[] row)
    {
        json.WriteStartObject();
        for (int i = 0; i < columns.Count; i++)
        {
            json.WritePropertyName(columns[i].Key);
            switch (row[i])
            {
                case null:
                    json.WriteNullValue();
                    break;
                case decimal amount:
                    json.WriteNumberValue(amount);
                    break;
                case int number:
                    json.WriteNumberValue(number);
                    break;
                case bool flag:
                    json.WriteBooleanValue(flag);
                    break;
                case DateTimeOffset instant:
                    json.WriteStringValue(instant.ToUniversalTime());
                    break;
                case Enum name:
                    json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(name.ToString()));
                    break;
                case Named named:
                    json.WriteStringValue(named.Key);
                    break;
                default:
                    json.WriteStringValue((string)row[i]!);
                    break;
            }
        }

        json.WriteEndObject();
        if (json.BytesPending > FlushBytes)
            json.Flush();
    }
}
