using System.Globalization;
using System.Text;
using Ingest.Contract.Geometry;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Content;

/// <summary>
/// Annotations that viewers draw themselves where they bring no appearance (ISO 32000-1, 12.5.6): a line through text, a
/// line, a box. Whether a number is struck or covered depends on them.
/// </summary>
internal sealed class DrawnMarkup(ObjectSource source)
{
    // Text has as many lines as a page at most.
    private const int MostQuadrilaterals = 500;

    private const int Corners = 8;

    // What is fainter covers nothing.
    private const double LeastOpacity = 0.9;

    /// <returns>A form in the space of the page; null when there is nothing to draw.</returns>
    public PdfStream? For(PdfDictionary annotation)
    {
        if (source.GetArray(annotation, "Rect") is not { Count: >= 4 } place)
            return null;
        string? content = source.GetName(annotation, "Subtype") switch
        {
            "StrikeOut" => Strikes(annotation),
            "Line" when Numbers(source.GetArray(annotation, "L")) is { Length: >= 4 } ends => Stroke(annotation, ends[0], ends[1], ends[2], ends[3]),
            "Square" when source.GetRectangle(annotation, "Rect") is { } box => Square(annotation, box),
            _ => null,
        };
        return content is null ? null : new PdfStream(new PdfDictionary(new Dictionary<string, PdfObject> { ["BBox"] = place }), Encoding.ASCII.GetBytes(content));
    }

    private string? Strikes(PdfDictionary annotation)
    {
        double[] points = Numbers(source.GetArray(annotation, "QuadPoints"));
        var content = new StringBuilder();
        for (int at = 0; at + Corners <= points.Length && at < MostQuadrilaterals * Corners; at += Corners)
        {
            // Upper left, upper right, lower left, lower right, as all writers have it.
            content.Append(Stroke(
                annotation,
                (points[at] + points[at + 4]) / 2, (points[at + 1] + points[at + 5]) / 2,
                (points[at + 2] + points[at + 6]) / 2, (points[at + 3] + points[at + 7]) / 2));
        }

        return content.Length > 0 ? content.ToString() : null;
    }

    private string Square(PdfDictionary annotation, Box box)
    {
        bool isOpaque = source.GetNumber(annotation, "CA", 1) >= LeastOpacity;
        string fill = isOpaque && Color(annotation, "IC", "g", "rg", "k") is { } color
            ? Text($"{color} {box.Left:F3} {box.Bottom:F3} {box.Width:F3} {box.Height:F3} re f ")
            : "";
        return fill + (Color(annotation, "C", "G", "RG", "K") is { } border
            ? Text($"{border} 1 w {box.Left + 0.5:F3} {box.Bottom + 0.5:F3} {box.Width - 1:F3} {box.Height - 1:F3} re S ")
            : "");
    }

    private string Stroke(PdfDictionary annotation, double fromX, double fromY, double toX, double toY) =>
        Text($"{Color(annotation, "C", "G", "RG", "K") ?? "0 G"} 1 w {fromX:F3} {fromY:F3} m {toX:F3} {toY:F3} l S ");

    private string? Color(PdfDictionary annotation, string key, string gray, string rgb, string cmyk)
    {
        double[] values = Numbers(source.GetArray(annotation, key));
        string? name = values.Length switch { 1 => gray, 3 => rgb, 4 => cmyk, _ => null };
        return name is null ? null : string.Join(' ', values.Select(value => value.ToString("F3", CultureInfo.InvariantCulture))) + " " + name;
    }

    private double[] Numbers(PdfArray? array) =>
        array is null ? [] : [.. array.Items.Take(MostQuadrilaterals * Corners).Select(item => source.Resolve(item)).OfType<PdfNumber>().Select(number => number.Value)];

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
