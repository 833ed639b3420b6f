using Ingest.Pdf.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Painting;

internal sealed partial class PagePainter
{
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

    public override void ModifyClippingIntersect(FillingRule clippingRule) => _clipPending = true;

    /// <summary>A shading fills all there is to fill; its colours vary.</summary>
    public override void PaintShading(NameToken shadingName)
    {
        if (!Marked.IsHidden)
            _tools.Shapes.FillRectangle(_tools.Canvas.Visible.Intersect(_around.Clip), Rgb.Unknown, State());
    }

    protected override void Paint(bool stroke, bool fill, bool close, bool evenOdd)
    {
        if (close)
            _path.Close();
        _path.Finish();
        if (!_path.IsEmpty && !Marked.IsHidden && (stroke || fill))
        {
            GraphicsState state = State();
            if (fill)
                _tools.Shapes.Fill(_path, evenOdd, state);
            if (stroke)
                _tools.Shapes.Stroke(_path, state);
        }

        if (_clipPending && !_path.IsEmpty)
            _around.ClipTo(_path.Bounds(), ShapePainter.IsRectangle(_path));
        _clipPending = false;
        _path.Clear();
    }
}
