using System.Text.Json;
using Ingest.Contract.Pages;
using Ingest.Pdf;

namespace Ingest.Tables.Tests;

/// <summary>The documents under <c>fixtures/</c> and what is printed in their statements.</summary>
internal static class Fixtures
{
    private static readonly string _folder = Path.Combine(Repository(), "fixtures");

    public static string[] WithExpectedReading { get; } =
        ["seed-writer", "seed-calc", "seed-chromium", "xinjiang-2023-library", "xinjiang-2019-school", "pair-2023", "pair-2024"];

    public static List<Page> Pages(string name)
    {
        string path = Path.Combine(_folder, name);
        string file = Directory.Exists(path) ? Directory.GetFiles(path, "*.pdf").Single() : path;
        using IPdfDocument document = new BuiltInPdfReader().Open(File.ReadAllBytes(file), ReadingOptions.Default);
        return [.. Enumerable.Range(1, document.PageCount).Select(number => document.ReadPage(number))];
    }

    /// <summary>Each row of each statement that has amounts: its name and the amounts as numbers, in print order.</summary>
    public static List<PrintedRow> Rows(string name)
    {
        string own = Path.Combine(_folder, name, "expected.json");
        string path = File.Exists(own) ? own : Path.Combine(_folder, "seed", "expected.json");
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
        return [.. json.RootElement.GetProperty("statements").EnumerateArray().SelectMany(RowsOf).Where(row => row.Amounts.Length > 0)];
    }

    private static IEnumerable<PrintedRow> RowsOf(JsonElement statement) =>
        statement.GetProperty("rows").EnumerateArray().Select(row => new PrintedRow(
            statement.GetProperty("id").GetString()!,
            row.GetProperty("side").GetString(),
            row.GetProperty("name").GetString()!,
            [.. row.GetProperty("amounts").EnumerateObject().Where(amount => amount.Value.ValueKind == JsonValueKind.Number)
                .Select(amount => amount.Value.GetDecimal())]));

    private static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ingest.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}

/// <summary>A row of a statement as printed.</summary>
internal sealed record PrintedRow(string Statement, string? Side, string Name, decimal[] Amounts);
