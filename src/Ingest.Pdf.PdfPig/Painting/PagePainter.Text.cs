using Ingest.Contract.Geometry;
using Ingest.Pdf.Content;
using Ingest.Pdf.PdfPig.Following;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.PdfFonts;

namespace Ingest.Pdf.PdfPig.Painting;

internal sealed partial class PagePainter
{
    // As the built-in reader has them: what fonts say outside these bounds is a mistake.
    private const double UsualAscent = 880;
    private const double UsualDescent = -120;

    private Box? _textClip;

    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        string text = TextOf(font, code);
        if (text.Length == 0)
            return;
        GraphicsState state = State();
        Matrix position = TextMatrices.TextMatrix.ToMatrix();
        var frame = new GlyphFrame(position * state.Ctm, state.FontSize, state.HorizontalScale, Ascent(font), Descent(font));
        (double x, double y) = GlyphOrigin.Of(font, textMatrix, position, state.FontSize, state.HorizontalScale);
        if (!frame.TryPlace(x, y + state.Rise, characterBoundingBox.Width * state.FontSize * state.HorizontalScale, out PlacedGlyph placed))
            return;
        Add(text, placed, frame, font.IsVertical, LetterPaint.Of(state, Marked.IsHidden, _tools.Canvas.Visible));
        if (state.RenderingMode >= 4)
            _textClip = _textClip?.Union(placed.Box) ?? placed.Box;
    }

    private void Add(string text, in PlacedGlyph placed, in GlyphFrame frame, bool vertical, in LetterPaint paint)
    {
        ref PaintedLetter letter = ref _tools.Canvas.AddLetter();
        letter.Text = text;
        letter.Box = placed.Box;
        letter.X = placed.X;
        letter.Y = placed.Y;
        letter.Size = frame.Size;
        letter.Angle = frame.Angle;
        letter.Vertical = vertical;
        letter.Rgb = paint.Rgb;
        // PdfPig tells glyphs, not which of them were shown together.
        letter.Run = 0;
        letter.Hidden = paint.Sight(placed.Box);
    }

    /// <summary>PdfPig takes the code itself where the file gives no meaning, which would be a wrong letter.</summary>
    private static string TextOf(IFont font, int code) => font.TryGetUnicode(code, out string? text) && text is not null ? text : "\uFFFD";

    private static double Ascent(IFont font) => font.GetAscent() * 1000 is >= 400 and <= 1400 and var ascent ? ascent : UsualAscent;

    private static double Descent(IFont font) => -Math.Abs(font.GetDescent() * 1000) is >= -600 and <= -50 and var descent ? descent : UsualDescent;

    /// <summary>Text shown in modes 4 to 7 becomes part of the clipping path when its text object ends.</summary>
    public override void EndText()
    {
        base.EndText();
        if (_textClip is { } box)
            _around.ClipTo(box, filled: false);
        _textClip = null;
    }

    protected override void ResetText()
    {
        base.ResetText();
        _textClip = null;
    }
}
