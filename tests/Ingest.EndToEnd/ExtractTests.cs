using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ingest.EndToEnd;

public class ExtractTests
{
    private static readonly string[] _oddities = ["X-16", "X-17", "X-18"];

    private static readonly string[] _seeds = ["seed-writer/seed-writer.pdf", "seed-calc/seed-calc.pdf", "seed-chromium/seed-chromium.pdf"];

    [Fact]
    public void Every_rendering_of_the_seed_gives_the_reading_that_was_checked_by_hand()
    {
        JsonArray expected = JsonNode.Parse(File.ReadAllText(IngestProgram.Fixture("seed/expected.json")))!["statements"]!.AsArray();

        foreach (JsonNode document in Documents(IngestProgram.Run(["extract", .. _seeds.Select(IngestProgram.Fixture)])))
        {
            JsonArray statements = document["statements"]!.AsArray();
            Assert.Equal(expected.Count, statements.Count);
            foreach ((JsonNode? wanted, JsonNode? got) in expected.Zip(statements))
                AssertStatement(wanted!, got!);
        }
    }

    [Fact]
    public void The_renderings_of_the_seed_give_identical_statements_apart_from_pages_boxes_and_cell_texts()
    {
        string[] statements = [.. Documents(IngestProgram.Run(["extract", .. _seeds.Select(IngestProgram.Fixture)])).Select(document => WithoutPlaces(document["statements"]!))];

        Assert.Equal(3, statements.Length);
        Assert.All(statements, text => Assert.Equal(statements[0], text));
    }

    [Fact]
    public void The_seed_has_exactly_the_oddities_that_its_rules_name()
    {
        foreach (JsonNode document in Documents(IngestProgram.Run(["extract", .. _seeds.Select(IngestProgram.Fixture)])))
        {
            JsonArray findings = document["findings"]!.AsArray();
            Assert.DoesNotContain(findings, finding => Text(finding, "severity") == "error");
            string[] rules = [.. findings.Where(finding => Text(finding, "severity") == "warning").Select(finding => Text(finding, "rule"))];
            Assert.Empty(_oddities.Except(rules));
            Assert.Single(findings, finding => Text(finding, "severity") == "info" && Text(finding, "rule") == "T06-row");
        }
    }

    [Fact]
    public void The_same_files_give_the_same_bytes_whatever_the_parallelism()
    {
        string[] files = [.. Directory.EnumerateFiles(IngestProgram.Fixture("odd"), "*.pdf").Order(StringComparer.Ordinal)];

        Outcome one = IngestProgram.Run(["extract", "--parallel", "1", .. files]);
        Outcome four = IngestProgram.Run(["extract", "--parallel", "4", .. files]);

        Assert.Equal(one.Output, four.Output);
        Assert.Equal(files.Length, one.Output.Count(c => c == '\n'));
    }

    [Fact]
    public void Every_odd_file_comes_out_as_its_table_says()
    {
        JsonArray table = JsonNode.Parse(File.ReadAllText(IngestProgram.Fixture("odd/expected.json")))!.AsArray();
        var seed = JsonNode.Parse(File.ReadAllText(IngestProgram.Fixture("seed/expected.json")))!["statements"]!.AsArray()
            .ToDictionary(statement => Text(statement, "id"), statement => statement!);

        Outcome outcome = IngestProgram.Run(["extract", .. table.Select(row => IngestProgram.Fixture("odd/" + Text(row, "file")))]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("", outcome.Error);
        foreach ((JsonNode? row, JsonNode? document) in table.Zip(Documents(outcome)))
        {
            AssertOutcome(row!, document!);
            JsonArray statements = document!["statements"]!.AsArray();
            foreach (string id in row!["reads"]!.AsArray().Select(name => (string)name!))
                AssertAmounts(seed[id], statements.Single(statement => Text(statement, "id") == id)!, Text(row, "file"));
            Assert.DoesNotContain("999.99", WithoutPlaces(document["statements"]!), StringComparison.Ordinal);
            Assert.DoesNotContain("888.88", WithoutPlaces(document["statements"]!), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_password_given_on_the_command_line_opens_the_file()
    {
        Outcome outcome = IngestProgram.Run("extract", "--password", "budget-2024", IngestProgram.Fixture("odd/password.pdf"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("T03", Text(Documents(outcome).Single()["statements"]![0], "id"));
    }

    [Fact]
    public void A_file_that_is_not_there_still_yields_a_document_that_says_so()
    {
        Outcome outcome = IngestProgram.Run("extract", IngestProgram.Fixture("odd/no-such-file.pdf"));

        Assert.Equal(1, outcome.ExitCode);
        JsonNode diagnostic = Assert.Single(Documents(outcome).Single()["diagnostics"]!.AsArray())!;
        Assert.Equal("file-missing", Text(diagnostic, "code"));
        Assert.Equal("error", Text(diagnostic, "severity"));
    }

    [Fact]
    public void Documents_are_written_into_a_folder_when_one_is_named()
    {
        string folder = Directory.CreateTempSubdirectory("ingest-extract-").FullName;
        try
        {
            Outcome outcome = IngestProgram.Run("extract", IngestProgram.Fixture(_seeds[0]), "--output", folder);

            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "seed-writer.pdf.json")));
            Assert.Equal("ingest/document@1", document.RootElement.GetProperty("schema").GetString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("extract", "--no-such-option", "a.pdf")]
    [InlineData("extract", "--parallel", "0", "a.pdf")]
    [InlineData("no-such-command")]
    public void Wrong_usage_ends_with_code_2_and_a_sentence_on_standard_error(params string[] arguments)
    {
        Outcome outcome = IngestProgram.Run(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.NotEqual("", outcome.Error);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    private static void AssertOutcome(JsonNode row, JsonNode document)
    {
        string file = Text(row, "file");
        string[] codes = [.. document["diagnostics"]!.AsArray().Select(diagnostic => Text(diagnostic, "code"))];
        string? wanted = Text(row, "outcome") switch
        {
            "password" => "password-required",
            "image-only" => "scanned",
            "no-budget" => "no-budget",
            "not-a-pdf" => "not-a-pdf",
            "empty" => "empty-file",
            "partial" => "truncated",
            _ => null,
        };
        if (wanted is not null)
            Assert.True(codes.Contains(wanted), $"{file} should say {wanted}, it says {string.Join(", ", codes)}.");
    }

    private static void AssertStatement(JsonNode wanted, JsonNode got)
    {
        foreach (string field in (string[])["id", "label", "title", "unit", "empty", "emptyNote", "columns"])
            if (wanted[field] is not null && field != "columns")
                Assert.Equal(wanted[field]!.ToJsonString(), got[field]?.ToJsonString());
        Assert.Equal(wanted["columns"]!.AsArray().Select(column => Text(column, "key")), got["columns"]!.AsArray().Select(column => Text(column, "key")));
        AssertAmounts(wanted, got, Text(wanted, "id"));
    }

    private static void AssertAmounts(JsonNode wanted, JsonNode got, string where)
    {
        // The sides of a two-sided table stand next to each other; what counts is the order within a side.
        string[] expected = [.. wanted["rows"]!.AsArray().OrderBy(row => Text(row, "side"), StringComparer.Ordinal).Select(Line)];
        string[] actual = [.. got["rows"]!.AsArray().OrderBy(row => Text(row, "side"), StringComparer.Ordinal).Select(Line)];
        Assert.True(expected.SequenceEqual(actual), $"{where}:\n{string.Join('\n', expected.Except(actual))}\nwas read as\n{string.Join('\n', actual.Except(expected))}");
    }

    private static string Line(JsonNode? row) =>
        string.Join('|', row!["side"]?.ToJsonString(), row["code"]?.ToJsonString(), Text(row, "name"), row["project"]?.ToString(), row["amounts"]!.ToJsonString());

    private static string WithoutPlaces(JsonNode statements)
    {
        JsonArray copy = statements.DeepClone().AsArray();
        foreach (JsonNode? statement in copy)
        {
            statement!.AsObject().Remove("pages");
            foreach (JsonNode? row in statement["rows"]!.AsArray())
                foreach (string place in (string[])["page", "box", "cells"])
                    row!.AsObject().Remove(place);
        }

        return copy.ToJsonString();
    }

    private static IEnumerable<JsonNode> Documents(Outcome outcome) =>
        outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);

    private static string Text(JsonNode? node, string name) => (string?)node?[name] ?? "";
}
