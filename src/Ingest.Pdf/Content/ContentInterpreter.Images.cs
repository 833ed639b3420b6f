using Ingest.Contract.Geometry;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Content;

internal sealed partial class ContentInterpreter
{
    // A scan in strips has some dozens.
    private const int MostDrawn = 4096;

    private void PaintImage(in PaintedImage image, PdfStream? stream)
    {
        Box box = _state.Ctm.Bounds(0, 0, 1, 1);
        if (!float.IsFinite(box.Width) || !float.IsFinite(box.Height))
            return;
        bool upright = _state.Ctm.KeepsAxes;
        _canvas.ShowThrough(_state, Rgb.Unknown);
        int rgb = image.IsStencil ? _state.Fill.Rgb : image.FirstPixel;
        if (upright && (image.IsStencil ? image.Pixels == 1 : Math.Min(box.Width, box.Height) <= Canvas.ThickestLine))
        {
            _shapes.FillRectangle(box, rgb, _state);
            return;
        }

        Box seen = _canvas.Visible.Intersect(_state.Clip).Intersect(box);
        if (seen.Width <= 0 || seen.Height <= 0)
            return;
        _canvas.Images.Add(seen);
        if (stream is not null && _canvas.Drawn.Count < MostDrawn)
            _canvas.Drawn.Add(new DrawnImage(stream, _state.Ctm));
        bool covers = upright && image.IsOpaque && _state.Hides(_state.Fill);
        _canvas.AddArea(new PaintedArea(seen, Rgb.Unknown, AreaKind.Picture, covers));
    }

    /// <summary>Paints the image whose data begins after ID.</summary>
    /// <returns>The position after its EI.</returns>
    private int PaintInlineImage(int position)
    {
        var image = InlineImage.Read(_operands, _content.Span, _resources, _names);
        if (!_marked.IsHidden)
            PaintImage(image.ToPaint(), null);
        return image.FindEnd(_content.Span, position);
    }
}
