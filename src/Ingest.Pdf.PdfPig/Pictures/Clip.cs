using Ingest.Contract.Geometry;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>
/// The clipping path in force: a rectangle, and where it was cut by other shapes too, a definition of these. In the
/// units of the picture.
/// </summary>
/// <param name="Around">Nothing outside of it is seen.</param>
/// <param name="Shape">Id of a <c>clipPath</c>, or null.</param>
internal readonly record struct Clip(Box Around, string? Shape)
{
    public static readonly Clip None = new(new Box(float.MinValue, float.MinValue, float.MaxValue, float.MaxValue), null);

    public bool IsEmpty => Around.Width <= 0 || Around.Height <= 0;

    public Clip With(Outline path, bool evenOdd, SvgSheet sheet)
    {
        Box around = Around.Intersect(path.Bounds);
        return path.IsRectangle ? this with { Around = around } : new Clip(around, Define(sheet, $"<path d=\"{path.Data}\"{(evenOdd ? " clip-rule=\"evenodd\"" : "")}/>"));
    }

    public Clip WithShapes(string elements, Box around, SvgSheet sheet) => new(Around.Intersect(around), Define(sheet, elements));

    /// <summary>The attribute for what lies within a box; empty where nothing of that is cut off.</summary>
    public string Attribute(Box painted, SvgSheet sheet)
    {
        string? id = Around.Holds(painted) ? Shape : Define(sheet, RectangleOf(Around));
        return id is null ? "" : $"clip-path=\"url(#{id})\"";
    }

    private string Define(SvgSheet sheet, string shapes) =>
        sheet.Define("clipPath", $"{(Shape is null ? "" : $" clip-path=\"url(#{Shape})\"")}>{shapes}</clipPath>");

    private static string RectangleOf(Box box)
    {
        (int left, int top) = (SvgNumber.Round(box.Left), SvgNumber.Round(box.Bottom));
        return $"<path d=\"M{left} {top}H{SvgNumber.Round(box.Right)}V{SvgNumber.Round(box.Top)}H{left}z\"/>";
    }
}
