using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ingest.Contract.Amounts;
using Ingest.Contract.Geometry;
using Ingest.Contract.Text;

namespace Ingest.Contract.Documents.Json;

internal static class StatementJsonReader
{
    public static Statement Read(JsonElement json)
    {
        ImmutableArray<StatementColumn> columns = json.Items("columns", ReadColumn);
        ImmutableArray<ExtractionDoubt> doubts = json.Items("doubts", ReadDoubt);
        return new Statement
        {
            Id = json.Text("id") ?? throw new JsonException("A statement needs an id."),
            Label = json.Text("label"),
            Title = json.Text("title") ?? "",
            Unit = AmountUnits.FromPrinted(json.Text("unit")),
            Pages = json.Ints("pages"),
            EmptyNote = json.Text("emptyNote"),
            LeftInstruction = json.Text("leftInstruction"),
            Department = json.Text("department"),
            Columns = columns,
            Rows = [.. json.Items("rows", row => ReadRow(row, columns)).Select((row, index) => WithBlanksPlaced(row, index, doubts))],
            Doubts = doubts,
        };
    }

    private static StatementColumn ReadColumn(JsonElement json) =>
        new(json.Text("key") ?? throw new JsonException("A column needs a key."), json.Strings("header"), json.Side(), json.Int("number"));

    private static StatementRow ReadRow(JsonElement json, ImmutableArray<StatementColumn> columns)
    {
        RowSide? side = json.Side();
        int page = json.Int("page") ?? 0;
        Box box = json.Box() ?? default;
        return new StatementRow
        {
            Side = side,
            Code = json.Text("code"),
            Name = json.Text("name") ?? "",
            Project = json.Text("project"),
            GovernmentCode = json.Text("governmentCode"),
            GovernmentName = json.Text("governmentName"),
            List = json.Text("list"),
            Page = page,
            Box = box,
            Cells = [.. columns.Where(column => column.Side == side).Select(column => ReadCell(json, column.Key, page, box))],
        };
    }

    /// <summary>Where a blank cell stands is written with what is doubted of it.</summary>
    private static StatementRow WithBlanksPlaced(StatementRow row, int index, ImmutableArray<ExtractionDoubt> doubts)
    {
        ExtractionDoubt[] own = [.. doubts.Where(doubt => doubt.Row == index && doubt.Column is not null)];
        return own.Length == 0 ? row : row with
        {
            Cells = [.. row.Cells.Select(cell => cell.Text.Length == 0 && Array.Find(own, doubt => doubt.Column == cell.Column) is { } doubt ? cell with { Page = doubt.Page, Box = doubt.Box } : cell)],
        };
    }

    /// <summary>A blank cell is not written, so it takes the place of its row.</summary>
    private static AmountCell ReadCell(JsonElement row, string key, int rowPage, Box rowBox)
    {
        decimal? value = row.TryGetProperty("amounts", out JsonElement amounts) ? amounts.Number(key) : null;
        bool printed = row.TryGetProperty("cells", out JsonElement cells) && cells.TryGetProperty(key, out _);
        if (!printed)
            return new AmountCell(key, value, value?.ToString(CultureInfo.InvariantCulture) ?? "", rowPage, rowBox);
        JsonElement cell = cells.GetProperty(key);
        return new AmountCell(key, value, cell.Text("text") ?? "", cell.Int("page") ?? rowPage, cell.Box() ?? rowBox)
        {
            Recognition = cell.Text("recognition") is { } state
                ? new CellRecognition((float)(cell.Number("confidence") ?? 0), JsonNames.Parse<RecognitionState>(state, JsonNames.Of), cell.Strings("alternatives"))
                {
                    Corrected = cell.Text("correctedBy") is { } who ? new CorrectionNote(who, Moment(cell.Text("correctedAt"))) : null,
                }
                : null,
        };
    }

    private static DateTimeOffset Moment(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out DateTimeOffset at)
        ? at : throw new JsonException($"\"{text}\" is no point in time.");

    private static ExtractionDoubt ReadDoubt(JsonElement json) => new(
        json.Text("code") ?? "", Phrase.Same(json.Text("message") ?? ""), json.Text("column"), json.Int("row"), json.Int("page") ?? 0, json.Box() ?? default);
}
