using System.Text.Json.Nodes;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;

namespace Ingest.Core.Tests;

/// <summary>
/// A *.truth.json file as a document: its statements only, since sentences and performance tables have
/// a shape of their own there. Truth gives plain numbers (533.5), so printed decimals are restored: at
/// least <c>decimals</c> of them.
/// </summary>
internal static class TruthDocument
{
    public static BudgetDocument Load(string path, int decimals = 2)
    {
        JsonObject json = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        foreach (string part in (string[])["performance", "narrative", "findings"])
            json.Remove(part);
        // The truth of a government's tables names a level that no document of a department has.
        if (json["identity"] is JsonObject identity && (string?)identity["level"] is not ("department" or "unit"))
            identity.Remove("level");
        BudgetDocument document = DocumentJson.Read(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
        return document with { Statements = [.. document.Statements.Select(statement => WithPrintedDecimals(statement, decimals))] };
    }

    private static Statement WithPrintedDecimals(Statement statement, int decimals) => statement with
    {
        Rows = [.. statement.Rows.Select(row => row with
        {
            Cells = [.. row.Cells.Select(cell => cell with { Value = Pad(cell, decimals) })],
        })],
    };

    private static decimal? Pad(AmountCell cell, int decimals)
    {
        if (cell.Value is not { } value)
            return null;
        int point = cell.Text.IndexOf('.', StringComparison.Ordinal);
        bool printed = cell.Text.Contains(',', StringComparison.Ordinal) || point >= 0;
        int wanted = printed && point < 0 ? 0 : Math.Max(decimals, printed ? cell.Text.Length - point - 1 : 0);
        return value.Scale >= wanted ? value : value + new decimal(0, 0, 0, false, (byte)wanted);
    }
}
