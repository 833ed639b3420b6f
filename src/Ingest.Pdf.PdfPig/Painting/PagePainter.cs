using Ingest.Contract.Geometry;
using Ingest.Pdf.Content;
using Ingest.Pdf.PdfPig.Following;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Tokens;
using Page = Ingest.Contract.Pages.Page;

namespace Ingest.Pdf.PdfPig.Painting;

/// <summary>Leaves letters, lines and areas of one page on the canvas.</summary>
internal sealed partial class PagePainter(
    int number, PageServices services, PaintingTools tools, DictionaryToken page, in Matrix toPage,
    CropBox crop, UserSpaceUnit unit, PageRotationDegrees rotation)
    : ContentFollower<Page>(number, services, tools.Budget, tools.Layers, page, toPage, crop, unit, rotation)
{
    private readonly PaintingTools _tools = tools;
    private readonly CurrentPath _path = new();
    private readonly PigColors _fillColors = new();
    private readonly PigColors _strokeColors = new();
    private readonly Stack<Surroundings> _outer = new();
    private Surroundings _around = Surroundings.Page;
    private bool _clipPending;

    protected override int LetterCount => _tools.Canvas.Letters.Count;

    protected override void Saved() => _outer.Push(_around);

    protected override void Restored() => _around = _outer.Pop();

    protected override void StartAnew()
    {
        base.StartAnew();
        _path.Clear();
        _around = Surroundings.Page;
    }

    protected override void ClipTo(Box box)
    {
        Matrix ctm = Ctm;
        _around.ClipTo(ctm.Bounds(box.Left, box.Bottom, box.Right, box.Top), ctm.KeepsAxes);
    }

    protected override void BeginGroup()
    {
        _around.EnterGroup(State());
        ResetTransparency();
    }

    protected override void EndMarked(in MarkedContent ended)
    {
        if (ended.ActualText is not null)
            ActualText.Apply(ended.ActualText, _tools.Canvas.Letters, ended.FirstLetter);
    }

    private GraphicsState State()
    {
        CurrentGraphicsState now = GetCurrentState();
        return new GraphicsState
        {
            Ctm = now.CurrentTransformationMatrix.ToMatrix(),
            Clip = _around.Clip,
            ClipFillsBox = _around.ClipFillsBox,
            GroupAlpha = _around.GroupAlpha,
            GroupBlends = _around.GroupBlends,
            GroupMasked = _around.GroupMasked,
            LineWidth = Math.Abs(now.LineWidth),
            Fill = new PaintColor { Rgb = _fillColors.Of(now.CurrentNonStrokingColor), Alpha = now.AlphaConstantNonStroking },
            Stroke = new PaintColor { Rgb = _strokeColors.Of(now.CurrentStrokingColor), Alpha = now.AlphaConstantStroking },
            Blends = now.BlendMode != BlendMode.Normal,
            Masked = now.SoftMask is not null,
            FontSize = now.FontState.FontSize,
            HorizontalScale = now.FontState.HorizontalScaling / 100,
            Rise = now.FontState.Rise,
            RenderingMode = (int)now.FontState.TextRenderingMode,
        };
    }
}
