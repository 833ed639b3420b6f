using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.App.Inspection;

/// <summary>
/// What the reader and the table finder saw in any PDF, budget or not, as one line of JSON. Boxes are
/// in the page's unrotated space.
/// </summary>
internal sealed class InspectionJson : IDisposable
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _output;

    private readonly Utf8JsonWriter _json;

    private readonly Language _language;

    private readonly List<Diagnostic> _diagnostics = [];

    public InspectionJson(Stream output, string file, Language language)
    {
        _output = output;
        _language = language;
        _json = new Utf8JsonWriter(output, _options);
        _json.WriteStartObject();
        _json.WriteString("file", file);
        _json.WriteStartArray("pages");
    }

    public void Write(PageContent page)
    {
        WritePage(_json, page);
        _json.Flush();
        _diagnostics.AddRange(page.Page.Diagnostics);
    }

    /// <summary>Takes note of what the reader has to say about the file as a whole.</summary>
    public void Add(IReadOnlyList<Diagnostic> ofFile) => _diagnostics.InsertRange(0, ofFile);

    /// <summary>Ends the line.</summary>
    public void End(Phrase? error)
    {
        _json.WriteEndArray();
        _json.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in _diagnostics)
            WriteDiagnostic(diagnostic);
        _json.WriteEndArray();
        _json.WriteString("error", error?.In(_language));
        _json.WriteEndObject();
        _json.Flush();
        _output.WriteByte((byte)'\n');
        _output.Flush();
    }

    public void Dispose() => _json.Dispose();

    private void WriteDiagnostic(Diagnostic diagnostic)
    {
        _json.WriteStartObject();
        _json.WriteString("code", diagnostic.Code);
        _json.WriteString("severity", JsonNamingPolicy.CamelCase.ConvertName(diagnostic.Severity.ToString()));
        _json.WriteString("message", diagnostic.Message.In(_language));
        if (diagnostic.Page is { } page)
            _json.WriteNumber("page", page);
        else
            _json.WriteNull("page");
        _json.WriteEndObject();
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
