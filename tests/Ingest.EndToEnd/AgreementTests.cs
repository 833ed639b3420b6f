using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ingest.EndToEnd;

/// <summary>What a run, the list, the status, the export and the reports say of all fixtures adds up to the same.</summary>
public sealed partial class AgreementTests : IDisposable
{
    private readonly Installation _place = new("""{ "reports": { "formats": ["json"] } }""");

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_run_over_the_fixtures_the_list_the_status_the_export_and_the_reports_say_the_same_numbers()
    {
        string again = _place.Beside("in/again.pdf");
        File.Copy(IngestProgram.Fixture("odd/two-tables.pdf"), again);
        string[] bytes = [.. Directory.EnumerateFiles(IngestProgram.Fixture(""), "*.pdf", SearchOption.AllDirectories).Append(again).Select(path => Installation.Sha256(File.ReadAllBytes(path)))];

        Outcome run = _place.Run("run", IngestProgram.Fixture(""), again);

        // What is in the folder: each file is stored, the copy of another, or cannot be read.
        int[] files = Numbers(Files().Match(run.Output));
        (int all, int stored, int duplicates, int refused) = (files[0], files[1], files[3], files[4]);
        Assert.Equal((bytes.Length, bytes.Length, 0, 0), (all, stored + duplicates + refused, files[2], files[5]));
        Assert.Equal(bytes.Length - bytes.Distinct().Count(), duplicates);
        int[] found = Numbers(Found().Match(run.Output));
        (int Errors, int Documents, int Warnings, int Notes) told = (found[0], found[1], found[2], found[3]);

        JsonNode status = _place.Status();
        Assert.Equal((all, stored, duplicates, refused), ((int)status["cameIn"]!, State(status, "stored"), State(status, "duplicate"), State(status, "quarantined")));

        JsonNode[] list = _place.List();
        Assert.Equal((stored, told.Errors, told.Warnings), (list.Length, list.Sum(document => (int)document["errors"]!), list.Sum(document => (int)document["warnings"]!)));
        Assert.Equal(told.Documents, list.Count(document => (int)document["errors"]! > 0));

        string[] reports = [.. _place.Files("reports").Where(path => path.EndsWith(".json", StringComparison.Ordinal))];
        JsonNode[] reported = [.. reports.Select(path => JsonNode.Parse(File.ReadAllText(path))!)];
        Assert.Equal(stored, reports.Length);
        Assert.Equal(told, Count(reported.SelectMany(report => report["findings"]!.AsArray()), reported.Count(report => report["findings"]!.AsArray().Any(finding => (string)finding!["severity"]! == "error"))));

        Outcome everything = _place.Run("export", "-f", "json", "--all"), latest = _place.Run("export", "-f", "json");
        JsonNode whole = JsonNode.Parse(everything.Output)!, last = JsonNode.Parse(latest.Output)!;
        Assert.Equal(stored, whole["summary"]!.AsArray().Count);
        Assert.Equal(told, Count(whole["findings"]!.AsArray(), whole["summary"]!.AsArray().Count(document => (int)document!["errors"]! > 0)));
        int amounts = reported.Sum(report => report["statements"]!.AsArray().Sum(statement => statement!["rows"]!.AsArray().Sum(row => row!["amounts"]!.AsObject().Count(amount => amount.Value is not null))));
        Assert.Equal(amounts, whole["facts"]!.AsArray().Count);

        // What is left out is said, with how to have it.
        int replaced = list.Count(document => (bool)document["isReplaced"]!);
        Assert.Equal(stored - replaced, last["summary"]!.AsArray().Count);
        if (replaced > 0)
            Assert.Contains($"未列入 {replaced} 份已被替代的公开版本；加 --all 一并列入。", latest.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--all", everything.Error, StringComparison.Ordinal);
        Assert.Contains($"内容相同的重复文件 {duplicates} 个只列一次。", latest.Error, StringComparison.Ordinal);
        Assert.Contains($"无法读取的文件 {refused} 个不在其中", latest.Error, StringComparison.Ordinal);
        Assert.Contains("--severity info", _place.Run("export", "-f", "json", "--severity", "error").Error, StringComparison.Ordinal);

        string index = File.ReadAllText(_place.Folder("reports", "index.html"));
        Assert.Contains($"{stored} 份文件：错误 {told.Errors}（在 {told.Documents} 份文件中），存疑 {told.Warnings}；无法读取 {refused} 个文件。", index, StringComparison.Ordinal);
    }

    private static (int Errors, int Documents, int Warnings, int Notes) Count(IEnumerable<JsonNode?> findings, int documents)
    {
        ILookup<string, JsonNode?> by = findings.ToLookup(finding => (string)finding!["severity"]!);
        return (by["error"].Count(), documents, by["warning"].Count(), by["info"].Count());
    }

    private static int State(JsonNode status, string name) => (int?)status["states"]![name] ?? 0;

    private static int[] Numbers(Match match) => [.. match.Groups.Values.Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex("共 ([0-9]+) 个文件：新入库 ([0-9]+)，此前已处理 ([0-9]+)，重复 ([0-9]+)，无法读取 ([0-9]+)，待重试 ([0-9]+)；")]
    private static partial Regex Files();

    [GeneratedRegex("疑点：错误 ([0-9]+)（在 ([0-9]+) 份文件中），存疑 ([0-9]+)，提示 ([0-9]+)。")]
    private static partial Regex Found();
}
