using Ingest.Store;

namespace Ingest.EndToEnd;

public class EngineChoiceTests
{
    [Theory]
    [InlineData("--reader", "pdfbox", "--reader 不认识“pdfbox”，可用的有 builtin、pdfpig。")]
    [InlineData("--tables", "camelot", "--tables 不认识“camelot”，可用的有 builtin、tabula。")]
#if !WITH_TABULA
    [InlineData("--tables", "tabula", "-p:WithTabula=true")]
#endif
    public void An_engine_that_is_unknown_or_not_built_in_is_refused_with_what_to_do(string option, string name, string expected)
    {
        Outcome outcome = IngestProgram.Run("extract", IngestProgram.Fixture("odd/two-tables.pdf"), option, name);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--reader=builtin", "--tables=builtin")]
    [InlineData("--reader=pdfpig", "--tables=builtin")]
#if WITH_TABULA
    [InlineData("--reader=builtin", "--tables=tabula")]
    [InlineData("--reader=pdfpig", "--tables=tabula")]
#endif
    public void Every_engine_that_is_built_in_reads_the_same_statements(string reader, string tables)
    {
        string file = IngestProgram.Fixture("seed-writer/seed-writer.pdf");
        Outcome usual = IngestProgram.Run("extract", file);

        Outcome chosen = IngestProgram.Run("extract", file, reader, tables);

        Assert.Equal(Statements(usual.Output), Statements(chosen.Output));
    }

#if !WITH_TABULA
    [Fact]
    public void A_setting_that_names_an_engine_that_is_not_built_in_ends_the_program_with_one_sentence()
    {
        using var place = new Installation("""{ "tables": "tabula" }""");

        Outcome outcome = place.Run("status");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("-p:WithTabula=true", Assert.Single(outcome.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }
#endif

    [Theory]
    [InlineData("seed-writer/seed-writer.pdf", 0, "0 amounts differ")]
    // PdfPig reads nothing of a stream that is damaged at its end.
    [InlineData("odd/flate-tail-damaged.pdf", 3, "Only builtin-3 finds: T03")]
    [InlineData("odd/xref-missing.pdf", 1, "PdfPig cannot read it")]
    public void Compare_tells_what_only_one_reader_sees(string fixture, int exit, string expected)
    {
        Outcome outcome = IngestProgram.Run("compare", IngestProgram.Fixture(fixture), "--lang", "en");

        Assert.Equal(exit, outcome.ExitCode);
        Assert.Contains(expected, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_opinion_is_asked_when_the_settings_say_so_and_the_versions_tell()
    {
        using var place = new Installation("""{ "secondOpinion": true, "reports": { "formats": ["json"] } }""");

        Outcome run = place.Run("run", IngestProgram.Fixture("seed-writer/seed-writer.pdf"));

        Assert.Equal(0, run.ExitCode);
        string report = File.ReadAllText(Assert.Single(place.Files("reports")));
        Assert.DoesNotContain("READ-02", report, StringComparison.Ordinal);
        Assert.DoesNotContain("second-opinion", report, StringComparison.Ordinal);
        Assert.Contains("pdfpig-", place.Ask(store => store.Documents(DocumentQuery.All).Single().Versions.Reader), StringComparison.Ordinal);
    }

    /// <summary>Without the boxes: readers differ by a point on how high letters are.</summary>
    private static string[] Statements(string json) =>
    [
        .. System.Text.Json.Nodes.JsonNode.Parse(json)!["statements"]!.AsArray().SelectMany(statement => statement!["rows"]!.AsArray().Select(
            row => $"{statement["id"]} {row!["code"]} {row["name"]} {row["amounts"]!.ToJsonString()}")),
    ];
}
