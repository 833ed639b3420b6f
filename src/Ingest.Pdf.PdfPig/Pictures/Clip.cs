using Ingest.Contract.Geometry;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>
/// The clipping path in force: a rectangle, and where it was cut by other shapes too, a definition of these. In the
/// units of the picture.
/// </summary>
/// <param name="Rectangle">What all rectangles leave.</param>
/// <param name="Shape">Id of a <c>clipPath</c> of all other shapes, or null.</param>
/// <param name="AroundShape">Nothing outside of it is left by the shapes.</param>
internal readonly record struct Clip(Box Rectangle, string? Shape, Box AroundShape)
{
    private static readonly Box _everywhere = new(float.MinValue, float.MinValue, float.MaxValue, float.MaxValue);

    public static readonly Clip None = new(_everywhere, null, _everywhere);

    /// <summary>Nothing outside of it is seen.</summary>
    public Box Around => Rectangle.Intersect(AroundShape);

    public bool IsEmpty => Around.Width <= 0 || Around.Height <= 0;

    public Clip With(Outline path, bool evenOdd, SvgSheet sheet) => path.IsRectangle
        ? this with { Rectangle = Rectangle.Intersect(path.Bounds) }
        : WithShapes($"<path d=\"{path.Data}\"{(evenOdd ? " clip-rule=\"evenodd\"" : "")}/>", path.Bounds, sheet);

    public Clip WithShapes(string elements, Box around, SvgSheet sheet) => new(Rectangle, Define(sheet, elements), AroundShape.Intersect(around));

    /// <summary>The attribute for what lies within a box; empty where nothing of that is cut off.</summary>
    public string Attribute(Box painted, SvgSheet sheet)
    {
        string? id = Rectangle.Holds(painted.Intersect(AroundShape)) ? Shape : Define(sheet, RectangleOf(Rectangle));
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
