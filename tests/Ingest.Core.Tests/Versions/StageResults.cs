using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Core.Layouts;

namespace Ingest.Core.Tests.Versions;

/// <summary>
/// What each stage makes of a file, as lines that a person can compare. A line ends with the first digits of a hash over
/// everything it stands for, places and printed texts too, so that nothing changes without a line that changes.
/// </summary>
internal sealed class StageResults(IPdfReader reader, ITableFinder tables)
{
    /// <summary>Further pages of a long document stand in one line.</summary>
    private const int PagesOfTheirOwn = 40;

    // What would make lines too long to read; the hash has it.
    private static readonly string[] _inTheHashAlone = ["box", "page", "pages", "cells", "printedOn", "header"];

    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DocumentPipeline _pipeline = new(reader, tables, LayoutCatalog.Embedded);

    public IEnumerable<StageLine> Of(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        JsonObject document = Json(_pipeline.Process(Path.GetFileName(path), file, ProcessingOptions.Default));
        return
        [
            .. Pages(file),
            .. Lines(Stage.Statements, "identity", document), .. document["statements"]!.AsArray().SelectMany(OfStatement),
            .. Lines(Stage.Statements, "performance", document), .. Lines(Stage.Statements, "unbound", document), .. Lines(Stage.Statements, "diagnostics", document),
            .. Lines(Stage.Narrative, "contents", document),
            .. document["narrative"]!.AsArray().SelectMany(section => OfParts(Stage.Narrative, "narrative", section!.AsObject(), "sentences")),
            .. Lines(Stage.Rules, "findings", document),
            .. document["coverage"] is JsonObject coverage ? OfParts(Stage.Rules, "coverage", WithoutZeros(coverage), "rules") : [],
        ];
    }

    private List<StageLine> Pages(byte[] file)
    {
        var lines = new List<StageLine>();
        try
        {
            using IPdfDocument document = reader.Open(file, ReadingOptions.Default);
            using var lettersBeyond = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var gridsBeyond = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (int number = 1; number <= document.PageCount; number++)
            {
                Page page = document.ReadPage(number);
                PageContent content = tables.Find(page);
                string letters = $"page {number}: {page.Letters.Length} letters, {page.Rulings.Length} rulings, {page.Fills.Length} fills #{Hash(Describe(page))}";
                string grids = $"page {number}: {string.Join(", ", content.Grids.Select(grid => $"{grid.Evidence} {grid.Rows}×{grid.Columns}"))}; {content.Lines.Length} lines #{Hash(Describe(content))}";
                if (number <= PagesOfTheirOwn)
                {
                    lines.Add(new StageLine(Stage.Reader, letters));
                    lines.Add(new StageLine(Stage.Tables, grids));
                }

                lettersBeyond.AppendData(Encoding.UTF8.GetBytes(letters));
                gridsBeyond.AppendData(Encoding.UTF8.GetBytes(grids));
            }

            lines.Add(new StageLine(Stage.Reader, $"{document.PageCount} pages #{Short(lettersBeyond.GetHashAndReset())}"));
            lines.Add(new StageLine(Stage.Tables, $"{document.PageCount} pages #{Short(gridsBeyond.GetHashAndReset())}"));
        }
        catch (PdfReadException refused)
        {
            lines.Add(new StageLine(Stage.Reader, $"refused: {refused.Failure}"));
        }

        return lines;
    }

    private static string Describe(Page page) =>
        string.Create(CultureInfo.InvariantCulture, $"{page.Width} {page.Height} {page.Visible} {page.Rotation} {page.ImageOnly}")
        + string.Concat(page.Letters) + string.Concat(page.Rulings) + string.Concat(page.Fills) + string.Concat(page.Images);

    private static string Describe(PageContent content)
    {
        var text = new StringBuilder();
        foreach (Grid grid in content.Grids)
        {
            text.AppendJoin(' ', grid.ColumnEdges).AppendJoin(' ', grid.RowEdges).AppendJoin(' ', grid.Unplaced);
            foreach (GridCell cell in grid.Cells)
                text.Append(CultureInfo.InvariantCulture, $"{cell.Row} {cell.Column} {cell.RowSpan} {cell.ColumnSpan} {cell.Text} {cell.TextBox}");
        }

        return text.AppendJoin(' ', content.Lines).ToString();
    }

    private static JsonObject Json(BudgetDocument document)
    {
        var bytes = new MemoryStream();
        DocumentJson.Write(bytes, document);
        return JsonNode.Parse(bytes.ToArray())!.AsObject();
    }

    private static IEnumerable<StageLine> OfStatement(JsonNode? statement) => OfParts(Stage.Statements, statement!["id"]!.GetValue<string>(), statement.AsObject(), "rows");

    /// <summary>The thing without its parts, then each part.</summary>
    private static IEnumerable<StageLine> OfParts(Stage stage, string name, JsonObject whole, string parts)
    {
        JsonArray list = whole[parts]!.AsArray();
        whole.Remove(parts);
        return list.Select(part => Line(stage, $"{name}/{parts}", part)).Prepend(Line(stage, name, whole));
    }

    /// <summary>Most rules have nothing to say of most documents.</summary>
    private static JsonObject WithoutZeros(JsonObject coverage)
    {
        JsonArray tallies = coverage["rules"]!.AsArray();
        foreach (JsonObject tally in tallies.Select(tally => tally!.AsObject()).ToArray())
        {
            foreach (string count in tally.Where(member => member.Value?.GetValueKind() == JsonValueKind.Number && member.Value.GetValue<decimal>() == 0).Select(member => member.Key).ToArray())
                tally.Remove(count);
            if (tally.Count == 1)
                tallies.Remove(tally);
        }

        return coverage;
    }

    private static IEnumerable<StageLine> Lines(Stage stage, string part, JsonObject document) => document[part] switch
    {
        JsonArray list => list.Select(item => Line(stage, part, item)),
        { } one => [Line(stage, part, one)],
        null => [],
    };

    private static StageLine Line(Stage stage, string name, JsonNode? node)
    {
        string whole = node?.ToJsonString(_readable) ?? "";
        JsonNode? shown = JsonNode.Parse(whole);
        LeaveOut(shown);
        return new StageLine(stage, $"{name} {shown?.ToJsonString(_readable)} #{Hash(whole)}");
    }

    private static void LeaveOut(JsonNode? node)
    {
        if (node is JsonArray list)
            foreach (JsonNode? item in list)
                LeaveOut(item);
        if (node is not JsonObject members)
            return;
        foreach ((string name, JsonNode? member) in members.ToArray())
            if (_inTheHashAlone.Contains(name) || member is null || member is JsonArray { Count: 0 })
                members.Remove(name);
            else
                LeaveOut(member);
    }

    private static string Hash(string text) => Short(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Short(byte[] hash) => Convert.ToHexStringLower(hash)[..8];
}
