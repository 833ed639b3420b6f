using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary>What commands print with <c>--json</c>: one object per line, names in camel case.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions _format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Option<bool> Option(ReportWords words) => new("--json") { Description = words.Say("每行输出一个 JSON 对象，而不是文字。", "One JSON object per line instead of text.") };

    public static void Write<T>(TextWriter output, T value) => output.WriteLine(JsonSerializer.Serialize(value, _format));
}
