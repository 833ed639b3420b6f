using System.Text.Json.Nodes;
using Ingest.App.Configuration;
using Ingest.Contract.Text;

namespace Ingest.App.Tests.Configuration;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("{}")]
    [InlineData("{ \"$schema\": \"x\" }")]
    public void An_empty_file_means_that_everything_has_its_default(string json)
    {
        Settings settings = Load(json);

        Assert.Equal(("litedb", "zh", "data/inbox", 2), (settings.Store, settings.Language, settings.Folders.Inbox, settings.Readers.Count));
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10)), (settings.Watch.Settle, settings.Watch.Poll));
    }

    [Fact]
    public void The_file_of_the_repository_is_valid()
    {
        (Settings settings, string root) = SettingsSource.Load(Path.Combine(Repository.Root, "pipeline.json"), []);

        Assert.Equal(Path.TrimEndingDirectorySeparator(Repository.Root), root);
        Assert.Equal("data/ingest.db", settings.StoreFile);
    }

    [Theory]
    [InlineData("""{ "watch": { "setle": "00:00:01" } }""", "pipeline.json: watch.setle is not a known setting: did you mean 'settle'?")]
    [InlineData("""{ "wacth": { "poll": "00:00:01" } }""", "pipeline.json: wacth is not a known setting: did you mean 'watch'?")]
    [InlineData("""{ "readers": { "Kount": 3 } }""", "pipeline.json: readers.Kount is not a known setting: did you mean 'count'?")]
    [InlineData("""{ "retry": { "colour": 3 } }""", "pipeline.json: retry.colour is not a known setting: known here are attempts, delay, pause.")]
    [InlineData("""{ "readers": { "count": "two" } }""", "pipeline.json: readers.count is 'two', but takes a whole number.")]
    [InlineData("""{ "readers": { "count": 2.5 } }""", "pipeline.json: readers.count is '2.5', but takes a whole number.")]
    [InlineData("""{ "readers": { "count": 0 } }""", "pipeline.json: readers.count is '0', but must lie between 1 and 256.")]
    [InlineData("""{ "watch": { "poll": 30 } }""", "pipeline.json: watch.poll is '30', but takes a time such as 00:00:30.")]
    [InlineData("""{ "watch": { "poll": "00:00:00" } }""", "pipeline.json: watch.poll is '00:00:00', but must lie between 00:00:00.1 and 1.00:00:00.")]
    [InlineData("""{ "watch": { "events": "often" } }""", "pipeline.json: watch.events is 'often', but takes true or false.")]
    [InlineData("""{ "watch": "fast" }""", "pipeline.json: watch takes a group of settings in braces, not a single value.")]
    [InlineData("""{ "storeFile": { "path": "x" } }""", "pipeline.json: storeFile takes a text, not a group.")]
    [InlineData("""{ "store": "oracle" }""", "pipeline.json: store is 'oracle', but this program knows only ")]
    [InlineData("""{ "language": "fr" }""", "pipeline.json: language is 'fr', but this program knows only zh, en.")]
    [InlineData("""{ "reports": { "formats": ["xlsx", "pdf"] } }""", "pipeline.json: reports.formats is 'pdf', but this program knows only xlsx, html, csv, json, text, docx.")]
    [InlineData("""{ "reports": { "formats": "xlsx" } }""", "pipeline.json: reports.formats takes a list of texts in square brackets.")]
    public void What_is_wrong_is_one_sentence_that_names_the_place(string json, string sentence)
    {
        SettingsException error = Assert.Throws<SettingsException>(() => Load(json));

        Assert.StartsWith(sentence, Assert.Single(error.Problems).English, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_said_in_Chinese_too()
    {
        SettingsException error = Assert.Throws<SettingsException>(() => Load("""{ "watch": { "setle": "x", "poll": 30 } }"""));

        Assert.Equal(
            ["pipeline.json：watch.poll 为“30”，但应为时间，如 00:00:30。", "pipeline.json：watch.setle 不是已知的设置：是否想写“settle”？"],
            error.Problems.Select(problem => problem.Chinese).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "language": "en", "oops": 1 }""", Language.English)]
    [InlineData("""{ "language": "zh" }""", Language.Chinese)]
    [InlineData("""{ "language": "fr" }""", Language.Chinese)]
    [InlineData("no json", Language.Chinese)]
    [InlineData("", Language.Chinese)]
    public void The_language_is_known_even_when_the_settings_are_wrong(string json, Language expected) =>
        Assert.Equal(expected, SettingsSource.LanguageOf(_folder.Write("pipeline.json", json), []));

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        SettingsException error = Assert.Throws<SettingsException>(() => Load("""{ "stor": "x", "watch": { "poll": true, "settle": "soon" } }"""));

        Assert.Equal(3, error.Problems.Count);
    }

    [Fact]
    public void A_file_that_is_no_json_is_named_with_the_line()
    {
        SettingsException error = Assert.Throws<SettingsException>(() => Load("{\n  \"watch\": {\n  oops\n}"));

        Assert.Contains("line 3, is not JSON", Assert.Single(error.Problems).English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_named_must_exist()
    {
        SettingsException error = Assert.Throws<SettingsException>(() => SettingsSource.Load(_folder.File("none.json"), []));

        Assert.Contains("none.json does not exist", Assert.Single(error.Problems).English, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_overrides_the_file_and_the_command_line_overrides_both()
    {
        const string json = """{ "watch": { "poll": "00:00:11", "settle": "00:00:11", "drain": "00:00:11" } }""";
        using var environment = new EnvironmentVariables(("INGEST__WATCH__POLL", "00:00:22"), ("INGEST__WATCH__SETTLE", "00:00:22"));

        WatchSettings watch = Load(json, "--watch:settle=00:00:33").Watch;

        Assert.Equal((22, 33, 11), (watch.Poll.Seconds, watch.Settle.Seconds, watch.Drain.Seconds));
    }

    [Fact]
    public void A_wrong_value_is_blamed_on_where_it_was_set()
    {
        using var environment = new EnvironmentVariables(("INGEST__READERS__COUNT", "many"));

        SettingsException error = Assert.Throws<SettingsException>(() => Load("{}", "--watch:pol=00:00:01"));

        Assert.Equal(
            ["Argument --watch:pol is not a known setting: did you mean 'poll'?", "Environment variable INGEST__readers__count is 'many', but takes a whole number."],
            error.Problems.Select(problem => problem.English.Replace("READERS__COUNT", "readers__count", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>The schema serves editors: what it knows is what the program knows.</summary>
    [Fact]
    public void The_schema_has_exactly_the_settings_with_their_defaults()
    {
        JsonNode schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src/Ingest.App/Configuration/pipeline.schema.json")))!;

        Compare("", schema, new Settings());
    }

    private static void Compare(string path, JsonNode schema, object settings)
    {
        JsonObject described = schema["properties"]!.AsObject();
        var known = settings.GetType().GetProperties().ToDictionary(property => SettingsBinder.JsonName(property.Name));
        Assert.Equal(known.Keys.Order(StringComparer.Ordinal), described.Select(entry => entry.Key).Where(key => key != "$schema").Order(StringComparer.Ordinal));
        Assert.False((bool)schema["additionalProperties"]!);
        foreach ((string key, System.Reflection.PropertyInfo property) in known)
            if (described[key]!["properties"] is not null)
                Compare($"{path}{key}.", described[key]!, property.GetValue(settings)!);
            else
                Assert.Equal($"{path}{key} = {Default(property.GetValue(settings))}", $"{path}{key} = {described[key]!["default"]?.ToJsonString() ?? "null"}");
    }

    /// <summary>A setting that has none by itself is described without a default.</summary>
    private static string Default(object? value) => value switch
    {
        TimeSpan time => $"\"{time:g}\"" is var text && time.TotalDays < 1 && time.Milliseconds == 0 ? $"\"{time:hh\\:mm\\:ss}\"" : text.Replace("\"0:", "\"00:", StringComparison.Ordinal),
        _ => System.Text.Json.JsonSerializer.Serialize(value),
    };

    private Settings Load(string json, params string[] arguments) => SettingsSource.Load(_folder.Write("pipeline.json", json), arguments).Settings;

    /// <summary>Set while a test runs. Tests of one class never run at the same time, and no other class loads settings.</summary>
    private sealed class EnvironmentVariables : IDisposable
    {
        private readonly (string Name, string Value)[] _set;

        public EnvironmentVariables(params (string Name, string Value)[] set)
        {
            _set = set;
            foreach ((string name, string value) in set)
                Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose()
        {
            foreach ((string name, _) in _set)
                Environment.SetEnvironmentVariable(name, null);
        }
    }
}
