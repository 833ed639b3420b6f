using Ingest.Contract.Geometry;
using Ingest.Pdf.Fonts;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

/// <summary>Places the glyphs of shown strings on the page (ISO 32000-1, 9.4.4).</summary>
internal sealed class TextPainter(Canvas canvas, ReadingBudget budget)
{
    private TextPosition _position;
    private Box? _textClip;
    private int _run;
    private int _firstClipped;

    /// <summary>Where the next string begins.</summary>
    public TextPosition Position
    {
        get => _position;
        set => _position = value;
    }

    /// <summary>BT.</summary>
    public void Begin()
    {
        _position.Set(Matrix.Identity);
        _textClip = null;
    }

    /// <summary>ET: text shown in modes 4 to 7 becomes part of the clipping path.</summary>
    public void End(ref GraphicsState state)
    {
        if (_textClip is { } box)
        {
            state.ClipTo(box, filled: false);
            (state.ClipLettersFrom, state.ClipLettersTo) = (_firstClipped, canvas.Letters.Count);
        }

        _textClip = null;
    }

    public void SetMatrix(in Matrix matrix) => _position.Set(matrix);

    public void MoveLine(double x, double y) => _position.MoveLine(x, y);

    /// <summary>A number in a TJ array, in thousandths of the font size.</summary>
    public void Adjust(double thousandths, in GraphicsState state)
    {
        double distance = -thousandths / 1000 * state.FontSize;
        if (state.Font is { IsVertical: true })
            _position.Advance(0, distance);
        else
            _position.Advance(distance * state.HorizontalScale, 0);
    }

    public void Show(ReadOnlySpan<byte> text, in GraphicsState state, bool layerOff)
    {
        if (state.Font is not { } font || text.IsEmpty)
            return;
        var run = new GlyphRun(_position.Matrix * state.Ctm, font, state);
        var paint = LetterPaint.Of(state, layerOff, canvas.Visible);
        bool clips = state.RenderingMode >= 4;
        _run++;
        while (!text.IsEmpty)
        {
            budget.Check();
            int length = font.ReadCode(text, out int code);
            text = text[length..];
            FontGlyph glyph = font.GetGlyph(code);
            if (glyph.Text.Length > 0 && run.TryPlace(glyph, out PlacedGlyph placed))
            {
                AddLetter(glyph.Text, placed, run, paint);
                if (clips)
                {
                    _firstClipped = _textClip is null ? canvas.Letters.Count - 1 : _firstClipped;
                    _textClip = _textClip?.Union(placed.Box) ?? placed.Box;
                }
            }

            run.Advance(glyph);
        }

        _position.Advance(run.MovedX, run.MovedY);
    }

    private void AddLetter(string text, in PlacedGlyph placed, in GlyphRun run, in LetterPaint paint)
    {
        ref PaintedLetter letter = ref canvas.AddLetter();
        letter.Text = text;
        letter.Box = placed.Box;
        letter.X = placed.X;
        letter.Y = placed.Y;
        letter.Size = run.Size;
        letter.Angle = run.Angle;
        letter.Vertical = run.IsVertical;
        letter.Rgb = paint.Rgb;
        letter.Run = _run;
        letter.Hidden = paint.Sight(placed.Box);
    }
}
