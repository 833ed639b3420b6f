using Ingest.Contract.Geometry;
using UglyToad.PdfPig.Core;

namespace Ingest.Pdf.PdfPig.Following;

/// <summary>The operators that end a path (ISO 32000-1, 8.5.3), as one question to whoever paints.</summary>
internal abstract partial class ContentFollower<TPage>
{
    public override void BeginSubpath()
    {
        // A subpath begins with its first point.
    }

    public override void EndPath() => Paint(stroke: false, fill: false, close: false, evenOdd: false);

    public override void ClosePath() => EndPath();

    public override void StrokePath(bool close) => Paint(stroke: true, fill: false, close, evenOdd: false);

    public override void FillPath(FillingRule fillingRule, bool close) => Paint(stroke: false, fill: true, close, fillingRule == FillingRule.EvenOdd);

    public override void FillStrokePath(FillingRule fillingRule, bool close) => Paint(stroke: true, fill: true, close, fillingRule == FillingRule.EvenOdd);

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) =>
        ClipTo(new Box((float)rectangle.Left, (float)rectangle.Bottom, (float)rectangle.Right, (float)rectangle.Top));

    /// <summary>Paints the path, takes it as the clip where that is pending, and begins anew.</summary>
    protected abstract void Paint(bool stroke, bool fill, bool close, bool evenOdd);
}
