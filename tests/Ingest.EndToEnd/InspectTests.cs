using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Ingest.EndToEnd;

public class InspectTests
{
    [Fact]
    public void Json_has_one_line_per_file_with_text_tables_and_an_error_for_what_cannot_be_read()
    {
        Outcome outcome = IngestProgram.Run("inspect", "--json", IngestProgram.Fixture("odd/no-budget.pdf"), IngestProgram.Fixture("odd/two-tables.pdf"), IngestProgram.Fixture("odd/not-a-pdf.pdf"));

        JsonNode[] lines = [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(3, lines.Length);
        Assert.Null(lines[0]["error"]);
        Assert.Equal(2, lines[1]["pages"]![0]!["tables"]!.AsArray().Count);
        Assert.Contains("部门支出总体情况表", (string)lines[1]["pages"]![0]!["text"]!, StringComparison.Ordinal);
        Assert.Empty(lines[2]["pages"]!.AsArray());
        Assert.NotNull(lines[2]["error"]);
    }

    [Fact]
    public void Json_names_damage_with_its_page()
    {
        JsonNode line = JsonNode.Parse(IngestProgram.Run("inspect", "--json", "--lang", "en", IngestProgram.Fixture("odd/image-only.pdf")).Output)!;

        JsonNode diagnostic = Assert.Single(line["diagnostics"]!.AsArray(), entry => (string)entry!["code"]! == "image-only")!;
        Assert.Equal(1, (int)diagnostic["page"]!);
        Assert.NotEqual("", (string)diagnostic["message"]!);
    }

    [Fact]
    public void A_person_is_told_what_a_table_was_taken_for_and_why()
    {
        Outcome outcome = IngestProgram.Run("inspect", IngestProgram.Fixture("odd/two-tables.pdf"), "--lang", "en");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("→ T03", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("because", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_drawn_as_well_formed_svg_with_its_cells()
    {
        string folder = Directory.CreateTempSubdirectory("ingest-inspect-").FullName;
        try
        {
            string svg = Path.Combine(folder, "page.svg");

            IngestProgram.Run("inspect", "--page", "1", "--svg", svg, IngestProgram.Fixture("odd/watermark-and-seal.pdf"));

            XElement drawing = XElement.Load(svg);
            Assert.Equal("svg", drawing.Name.LocalName);
            Assert.Contains(drawing.Descendants(), element => (string?)element.Attribute("class") == "cell");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
