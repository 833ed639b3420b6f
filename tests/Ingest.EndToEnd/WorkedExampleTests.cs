using System.Text.Json.Nodes;

namespace Ingest.EndToEnd;

/// <summary>The worked example of the layouts' README, as it stands there.</summary>
public sealed class WorkedExampleTests : IDisposable
{
    private readonly Installation _place = new();

    private static string Example => IngestProgram.Fixture("unknown-forms/worked-example.pdf");

    public void Dispose() => _place.Dispose();

    [Fact]
    public void The_layout_of_the_README_binds_the_tables_that_no_other_knows()
    {
        string layout = Write(Json());

        Assert.Empty(Ids(IngestProgram.Run("extract", Example)));
        Assert.Equal(["T03", "T05"], Ids(IngestProgram.Run("extract", Example, "--layouts", layout)));
        Outcome check = IngestProgram.Run("layouts", "check", layout, Example);
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("my-city-2025@1 某市部门预算 2025", check.Output, StringComparison.Ordinal);
        Assert.Contains("第 2 页  T03 部门支出预算一览表", check.Output, StringComparison.Ordinal);
        Assert.Contains("第 3 页  T05 一般公共预算支出一览表", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_not_in_the_catalogue_is_refused_with_its_place()
    {
        Outcome check = IngestProgram.Run("layouts", "check", Write(Json().Replace("\"key\": \"basic\"", "\"key\": \"basics\"", StringComparison.Ordinal)));

        Assert.Equal(2, check.ExitCode);
        Assert.Contains("$.statements[1].columns[1].key: there is no key \"basics\"; did you mean \"basic\"?", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_odd_in_a_layout_is_said()
    {
        Outcome check = IngestProgram.Run("layouts", "check", Write(Json().Replace("一般公共预算支出一览表", "部门支出总表", StringComparison.Ordinal)));

        Assert.Equal(0, check.ExitCode);
        Assert.Contains("标题“部门支出总表”在本版式中是 T05", check.Output, StringComparison.Ordinal);
    }

    private static string Json()
    {
        string readme = File.ReadAllText(Path.Combine(IngestProgram.Repository, "src/Ingest.Core/Layouts/README.md"));
        int start = readme.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Ids(Outcome outcome) =>
        JsonNode.Parse(outcome.Output)!["statements"]!.AsArray().Select(statement => (string)statement!["id"]!);

    private string Write(string json)
    {
        string path = _place.Beside("my-city-2025.json");
        File.WriteAllText(path, json);
        return path;
    }
}
