using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Pdf;
using Ingest.Pdf.Tables;

namespace Ingest.App.Inspection;

/// <summary>
/// What the reader and the table finder saw in any PDF, budget or not, as one line of JSON. Boxes are
/// in the page's unrotated space.
/// </summary>
internal static class InspectionJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(string file, IReadOnlyList<PageContent> pages, string? error)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1 << 16);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteStartArray("pages");
            foreach (PageContent page in pages)
                WritePage(json, page);
            json.WriteEndArray();
            json.WriteString("error", error);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WritePage(Utf8JsonWriter json, PageContent content)
    {
        json.WriteStartObject();
        json.WriteNumber("page", content.Page.Number);
        json.WriteString("text", PageText.Of(content.Page));
        json.WriteNumber("letters", content.Page.Letters.Length);
        json.WriteNumber("rulings", content.Page.Rulings.Length);
        json.WriteBoolean("imageOnly", content.Page.ImageOnly);
        json.WriteStartArray("tables");
        foreach (Grid grid in content.Grids)
            WriteGrid(json, content, grid);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGrid(Utf8JsonWriter json, PageContent content, Grid grid)
    {
        json.WriteStartObject();
        WriteBox(json, content.ToPage(grid.Box));
        json.WriteStartArray("cells");
        foreach (GridCell cell in grid.Cells)
        {
            json.WriteStartObject();
            json.WriteNumber("row", cell.Row);
            json.WriteNumber("column", cell.Column);
            json.WriteNumber("rowSpan", cell.RowSpan);
            json.WriteNumber("columnSpan", cell.ColumnSpan);
            json.WriteString("text", cell.Text);
            WriteBox(json, content.ToPage(cell.Box));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBox(Utf8JsonWriter json, Box box)
    {
        json.WriteStartArray("box");
        foreach (float edge in (ReadOnlySpan<float>)[box.Left, box.Bottom, box.Right, box.Top])
            json.WriteNumberValue(Math.Round((double)edge, 2));
        json.WriteEndArray();
    }
}
