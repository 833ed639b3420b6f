using System.Text.Json.Nodes;
using Ingest.Store;

namespace Ingest.EndToEnd;

/// <summary>Layouts of the user's own, named on the command line or in the settings.</summary>
public sealed class UserLayoutTests : IDisposable
{
    private const string Mine = """{ "format": "layout@1", "id": "mine", "version": 1, "name": "某市 2024", "basedOn": "xinjiang-2024", "statements": [] }""";

    private readonly Installation _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_layout_on_the_command_line_comes_before_the_built_in_ones()
    {
        string seed = IngestProgram.Fixture("seed-writer/seed-writer.pdf");

        Assert.Equal("xinjiang-2024", Layout(IngestProgram.Run("extract", seed)));
        Assert.Equal("mine", Layout(IngestProgram.Run("extract", seed, "--layouts", Write("mine.json", Mine))));
        Assert.Equal("mine", Layout(IngestProgram.Run("report", seed, "--format", "json", "--layouts", Path.GetDirectoryName(Write("mine.json", Mine))!)));
    }

    [Fact]
    public void It_comes_before_the_layouts_of_the_settings_and_reaches_the_reader_processes()
    {
        using var place = new Installation("""{ "layouts": ["theirs.json"], "reports": { "formats": [] } }""");
        File.WriteAllText(place.Beside("theirs.json"), Mine.Replace("mine", "theirs", StringComparison.Ordinal));

        place.Run("run", IngestProgram.Fixture("seed-writer/seed-writer.pdf"));
        place.Run("run", IngestProgram.Fixture("pair-2024/pair-2024.pdf"), "--layouts", Write("mine.json", Mine));

        Assert.Equal(["theirs", "mine"], place.Ask(store => store.Documents(DocumentQuery.All).OrderBy(document => document.StoredAt).Select(document => document.Layout!).ToArray()));
    }

    [Fact]
    public void A_layout_that_is_wrong_or_not_there_is_wrong_usage_and_the_place_is_named()
    {
        Outcome wrong = IngestProgram.Run("extract", "some.pdf", "--layouts", Write("mine.json", Mine.Replace("layout@1", "layout@9", StringComparison.Ordinal)));
        Outcome missing = _place.Run("list", "--layouts", _place.Beside("nowhere.json"));

        Assert.Equal((2, 2), (wrong.ExitCode, missing.ExitCode));
        Assert.Contains("mine.json: $.format", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("nowhere.json 不存在", missing.Error, StringComparison.Ordinal);
    }

    private static string? Layout(Outcome outcome) => (string?)JsonNode.Parse(outcome.Output)!["identity"]!["layout"];

    private string Write(string name, string json)
    {
        string path = _place.Beside(Path.Combine("layouts", name));
        File.WriteAllText(path, json);
        return path;
    }
}
