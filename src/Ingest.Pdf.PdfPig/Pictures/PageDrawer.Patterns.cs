using System.Text;
using Ingest.Contract.Geometry;
using Ingest.Pdf.Content;
using Ingest.Pdf.PdfPig.Following;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Pictures;

internal sealed partial class PageDrawer
{
    /// <summary>Colours along a gradient: between them viewers mix.</summary>
    private const int Stops = 32;

    private readonly Dictionary<PatternColor, string?> _patterns = new(ReferenceEqualityComparer.Instance);

    /// <summary>A shading fills all there is to fill.</summary>
    public override void PaintShading(NameToken shadingName)
    {
        if (Marked.IsHidden || ResourceStore.GetShading(shadingName) is not { } shading)
            return;
        Box all = View.Intersect(_clip.Around);
        if (!IsSeen(all) || Gradient(shading, Ctm) is not { } gradient)
            return;
        var area = new Outline();
        if (shading.BBox is { } box)
            area.Rectangle(Ctm, box.Left, box.Bottom, box.Width, box.Height);
        else
            area.Rectangle(Matrix.Identity, all.Left, all.Bottom, all.Width, all.Height);
        double alpha = GetCurrentState().AlphaConstantNonStroking;
        string paint = $"fill=\"{gradient}\"{(alpha < 1 ? $" fill-opacity=\"{SvgNumber.Of(Math.Clamp(alpha, 0, 1))}\"" : "")}";
        _sheet.Body.Under(Surrounding(area.Bounds), paint).Append("<path d=\"").Append(area.Data).Append("\"/>");
    }

    private string? PatternOf(PatternColor pattern, bool stroking)
    {
        if (_patterns.TryGetValue(pattern, out string? known))
            return known;
        // A pattern that paints with itself paints nothing.
        _patterns[pattern] = null;
        return _patterns[pattern] = pattern switch
        {
            ShadingPatternColor shaded => Gradient(shaded.Shading, shaded.Matrix.ToMatrix() * FormMatrix),
            TilingPatternColor tiled => Tiling(tiled),
            _ => null,
        };
    }

    private string? Tiling(TilingPatternColor pattern)
    {
        Matrix matrix = pattern.Matrix.ToMatrix() * FormMatrix;
        double scale = Math.Sqrt(Math.Abs(matrix.Determinant));
        (double stepX, double stepY) = (Math.Abs(pattern.XStep) * scale, Math.Abs(pattern.YStep) * scale);
        if (!(scale > 0) || !(stepX >= 1) || !(stepY >= 1) || !double.IsFinite(stepX + stepY))
            return null;
        string drawn = Apart(new Matrix(scale, 0, 0, scale, 0, 0), () => WithResources(pattern.Resources, () =>
        {
            (GetCurrentState().CurrentNonStrokingColor, GetCurrentState().CurrentStrokingColor) = (null!, null!);
            ResetTransparency();
            Run(PageContentParser.Parse(PageNumber, new MemoryInputBytes(pattern.Data.ToArray()), ParsingOptions.Logger));
        }));
        (double left, double bottom) = (pattern.BBox.Left * scale, pattern.BBox.Bottom * scale);
        string transform = MatrixOf(new Matrix(1 / scale, 0, 0, 1 / scale, 0, 0) * matrix);
        return $"url(#{_sheet.Define("pattern", $" patternUnits=\"userSpaceOnUse\" x=\"{SvgNumber.Of(left)}\" y=\"{SvgNumber.Of(bottom)}\" width=\"{SvgNumber.Of(stepX)}\" height=\"{SvgNumber.Of(stepY)}\" patternTransform=\"{transform}\">{drawn}</pattern>")})";
    }

    private static string MatrixOf(in Matrix m) =>
        $"matrix({SvgNumber.Of(m.A)} {SvgNumber.Of(m.B)} {SvgNumber.Of(m.C)} {SvgNumber.Of(m.D)} {SvgNumber.Of(m.E)} {SvgNumber.Of(m.F)})";

    /// <summary>Axial and radial shadings, which SVG has too; for others, a lack.</summary>
    private string? Gradient(Shading shading, in Matrix matrix)
    {
        switch (shading)
        {
            case AxialShading { Coords: [var x1, var y1, var x2, var y2] } axial:
                return Defined("linearGradient", $" x1=\"{SvgNumber.Of(x1)}\" y1=\"{SvgNumber.Of(y1)}\" x2=\"{SvgNumber.Of(x2)}\" y2=\"{SvgNumber.Of(y2)}\"", matrix, StopsOf(axial, axial.Domain, axial.Extend));
            case RadialShading { Coords: [var x1, var y1, var r1, var x2, var y2, var r2] } radial:
                // From the larger circle outwards SVG has no other order: a gradient that shrinks is turned round.
                bool shrinks = r1 > r2;
                (double fx, double fy, double fr, double cx, double cy, double r) = shrinks ? (x2, y2, r2, x1, y1, r1) : (x1, y1, r1, x2, y2, r2);
                return Defined("radialGradient", $" fx=\"{SvgNumber.Of(fx)}\" fy=\"{SvgNumber.Of(fy)}\" fr=\"{SvgNumber.Of(fr)}\" cx=\"{SvgNumber.Of(cx)}\" cy=\"{SvgNumber.Of(cy)}\" r=\"{SvgNumber.Of(r)}\"", matrix, StopsOf(radial, radial.Domain, radial.Extend, shrinks));
            default:
                Lack("shading-not-drawn", $"第 {PageNumber} 页有网格渐变，未绘制。", $"A shading of page {PageNumber} is of a kind that is not drawn.");
                return null;
        }
    }

    private string Defined(string element, string place, in Matrix matrix, string stops) =>
        $"url(#{_sheet.Define(element, $" gradientUnits=\"userSpaceOnUse\"{place} gradientTransform=\"{MatrixOf(matrix)}\">{stops}</{element}>")})";

    private static string StopsOf(Shading shading, double[] domain, bool[] extend, bool reversed = false)
    {
        (double from, double to) = domain is [var a, var b, ..] ? (a, b) : (0, 1);
        (bool before, bool after) = extend is [var e1, var e2, ..] ? (e1, e2) : (false, false);
        if (reversed)
            (from, to, before, after) = (to, from, after, before);
        var stops = new StringBuilder();
        for (int i = 0; i <= Stops; i++)
        {
            double at = i / (double)Stops;
            string color = Hex(shading.ColorSpace.GetColor(shading.Eval(from + ((to - from) * at)))) ?? Black;
            if (i == 0 && !before)
                stops.Append("<stop offset=\"0\" stop-color=\"").Append(color).Append("\" stop-opacity=\"0\"/>");
            stops.Append("<stop offset=\"").Append(SvgNumber.Of(at)).Append("\" stop-color=\"").Append(color).Append("\"/>");
            if (i == Stops && !after)
                stops.Append("<stop offset=\"1\" stop-color=\"").Append(color).Append("\" stop-opacity=\"0\"/>");
        }

        return stops.ToString();
    }
}
