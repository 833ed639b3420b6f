using System.Text;
using Ingest.Contract.Geometry;
using Ingest.Pdf.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Core;

namespace Ingest.Pdf.PdfPig.Pictures;

internal sealed partial class PageDrawer
{
    // In a path of more characters a viewer has no joy either.
    private const int LongestPath = 8 << 20;

    /// <returns>Null: the path itself knows where the next line starts.</returns>
    public override PdfPoint? CloseSubpath()
    {
        _path.Close();
        return null;
    }

    public override void MoveTo(double x, double y) => _path.MoveTo(Ctm, x, y);

    public override void LineTo(double x, double y) => _path.LineTo(Ctm, x, y);

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => _path.CurveTo(Ctm, x2, y2, x3, y3);

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => _path.CurveTo(Ctm, x1, y1, x2, y2, x3, y3);

    public override void Rectangle(double x, double y, double width, double height) => _path.Rectangle(Ctm, x, y, width, height);

    public override void ModifyClippingIntersect(FillingRule clippingRule) => _clipPending = clippingRule == FillingRule.EvenOdd;

    protected override void Paint(bool stroke, bool fill, bool close, bool evenOdd)
    {
        if (close)
            _path.Close();
        if (!_path.IsEmpty && !Marked.IsHidden && (stroke || fill) && _path.Length <= LongestPath)
            Paint(_path, stroke, fill, evenOdd);
        if (_clipPending is { } clipEvenOdd && !_path.IsEmpty)
            _clip = _clip.With(_path, clipEvenOdd, _sheet);
        _clipPending = null;
        _path.Clear();
    }

    private void Paint(Outline path, bool stroke, bool fill, bool evenOdd)
    {
        double width = stroke ? StrokeWidth(path.Bounds) : 0;
        Box painted = path.Bounds.Inflate((float)width);
        if (!IsSeen(painted) || PaintOf(stroke, fill, width) is not { } paint)
            return;
        StringBuilder body = _sheet.Body.Under(Surrounding(painted), paint);
        body.Append("<path d=\"").Append(path.Data).Append(evenOdd && fill ? "\" fill-rule=\"evenodd\"/>" : "\"/>");
        _sheet.Check();
    }

    /// <summary>Attributes of fill and stroke; null when nothing would be seen. Black fills need none.</summary>
    private string? PaintOf(bool stroke, bool fill, double width)
    {
        CurrentGraphicsState now = GetCurrentState();
        string? filled = fill ? ColorOf(now.CurrentNonStrokingColor, stroking: false) : null;
        string? stroked = stroke ? ColorOf(now.CurrentStrokingColor, stroking: true) : null;
        if (filled is null && stroked is null)
            return null;
        var attributes = new StringBuilder();
        if (filled is null)
            attributes.Append(" fill=\"none\"");
        else if (filled != Black)
            attributes.Append(" fill=\"").Append(filled).Append('"');
        if (filled is not null && now.AlphaConstantNonStroking < 1)
            attributes.Append(" fill-opacity=\"").Append(SvgNumber.Of(Math.Clamp(now.AlphaConstantNonStroking, 0, 1))).Append('"');
        if (stroked is not null)
            AppendStroke(attributes, now, stroked, width);
        return attributes.Length > 0 ? attributes.ToString(1, attributes.Length - 1) : "";
    }

    private static void AppendStroke(StringBuilder attributes, CurrentGraphicsState now, string color, double width)
    {
        attributes.Append(" stroke=\"").Append(color).Append("\" stroke-width=\"").Append(Math.Max(1, SvgNumber.Round(width))).Append('"');
        if (now.AlphaConstantStroking < 1)
            attributes.Append(" stroke-opacity=\"").Append(SvgNumber.Of(Math.Clamp(now.AlphaConstantStroking, 0, 1))).Append('"');
        if (now.CapStyle != LineCapStyle.Butt)
            attributes.Append(now.CapStyle == LineCapStyle.Round ? " stroke-linecap=\"round\"" : " stroke-linecap=\"square\"");
        if (now.JoinStyle != LineJoinStyle.Miter)
            attributes.Append(now.JoinStyle == LineJoinStyle.Round ? " stroke-linejoin=\"round\"" : " stroke-linejoin=\"bevel\"");
        IReadOnlyList<double> dashes = now.LineDashPattern.Array ?? [];
        if (dashes.Count is 0 or > MostDashes || dashes.All(dash => dash <= 0))
            return;
        double scale = Math.Sqrt(Math.Abs(now.CurrentTransformationMatrix.A * now.CurrentTransformationMatrix.D - now.CurrentTransformationMatrix.B * now.CurrentTransformationMatrix.C));
        attributes.Append(" stroke-dasharray=\"").AppendJoin(' ', dashes.Select(dash => Math.Max(0, SvgNumber.Round(dash * scale)))).Append('"');
        if (now.LineDashPattern.Phase != 0)
            attributes.Append(" stroke-dashoffset=\"").Append(SvgNumber.Round(now.LineDashPattern.Phase * scale)).Append('"');
    }

    private const int MostDashes = 64;

    /// <summary>A line that lies or stands is as thick as its own direction says, where the two are scaled differently.</summary>
    private double StrokeWidth(Box path)
    {
        Matrix ctm = Ctm;
        double width = Math.Abs(GetCurrentState().LineWidth);
        if (ctm.KeepsAxes && path.Height <= 1 && path.Width > 1)
            return width * ctm.ScaleUp;
        if (ctm.KeepsAxes && path.Width <= 1 && path.Height > 1)
            return width * ctm.ScaleAcross;
        return width * Math.Sqrt(Math.Abs(ctm.Determinant));
    }
}
