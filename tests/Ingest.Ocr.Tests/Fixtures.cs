using System.Text.Json;

namespace Ingest.Ocr.Tests;

internal static class Fixtures
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    public static byte[] Scan(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Scans", name + ".pdf"));

    /// <summary>Rows of a statement of an expected reading: code or name, and its amounts as JSON has them.</summary>
    public static string[] ExpectedRows(string document, string statement)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, document, "expected.json")));
        return [.. json.RootElement.GetProperty("statements").EnumerateArray().First(one => one.GetProperty("id").GetString() == statement)
            .GetProperty("rows").EnumerateArray()
            .Select(row => $"{row.GetProperty("code").GetString()} {row.GetProperty("name").GetString()}: {string.Join(' ', row.GetProperty("amounts").EnumerateObject().Select(amount => amount.Value.ValueKind == JsonValueKind.Null ? "-" : amount.Value.GetRawText()))}")];
    }

    private static string Find(string folder) =>
        Directory.Exists(Path.Combine(folder, "fixtures")) ? Path.Combine(folder, "fixtures") : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
}
