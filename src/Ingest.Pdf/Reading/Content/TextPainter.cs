using Ingest.Pdf.Reading.Fonts;

namespace Ingest.Pdf.Reading.Content;

/// <summary>Places the glyphs of shown strings on the page (ISO 32000-1, 9.4.4).</summary>
internal sealed class TextPainter(Canvas canvas, ReadingBudget budget)
{
    private const float SmallestReadable = 1;

    // A letter fainter than this is not seen on any paper.
    private const double LeastAlpha = 0.02;

    // A clip edge through the very centre of a letter, up to rounding, leaves it visible.
    private const float ClipTolerance = 0.05f;

    private TextPosition _position;
    private Box? _textClip;

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
            state.ClipTo(box, filled: false);
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
        int rgb = ColorOf(state, out bool transparent);
        Hidden hidden = layerOff ? Hidden.LayerOff
            : transparent ? Hidden.Invisible
            : Hidden.No;
        Box window = state.Clip.Inflate(ClipTolerance);
        bool clips = state.RenderingMode >= 4;
        while (!text.IsEmpty)
        {
            budget.Check();
            int length = font.ReadCode(text, out int code);
            text = text[length..];
            Glyph glyph = font.GetGlyph(code);
            if (glyph.Text.Length > 0 && run.TryPlace(glyph, out PlacedGlyph placed))
            {
                AddLetter(glyph.Text, placed, run, rgb, hidden == Hidden.No ? Visibility(placed, window) : hidden);
                if (clips)
                    _textClip = _textClip?.Union(placed.Box) ?? placed.Box;
            }

            run.Advance(glyph);
        }

        _position.Advance(run.MovedX, run.MovedY);
    }

    private void AddLetter(string text, in PlacedGlyph placed, in GlyphRun run, int rgb, Hidden hidden)
    {
        ref PaintedLetter letter = ref canvas.AddLetter();
        letter.Text = text;
        letter.Box = placed.Box;
        letter.X = placed.X;
        letter.Y = placed.Y;
        letter.Size = run.Size;
        letter.Angle = run.Angle;
        letter.Vertical = run.IsVertical;
        letter.Rgb = rgb;
        letter.Hidden = hidden;
    }

    private Hidden Visibility(in PlacedGlyph placed, Box window)
    {
        float x = placed.Box.CenterX;
        float y = placed.Box.CenterY;
        if (!window.Contains(x, y))
            return Hidden.Clipped;
        if (!canvas.Visible.Contains(x, y))
            return Hidden.OffPage;
        // Type3 fonts may have any size and make up for it in their matrix, so the box has a say.
        return Math.Max(placed.Box.Height, placed.Box.Width) < SmallestReadable ? Hidden.Tiny : Hidden.No;
    }

    /// <summary>
    /// What the letters look like on white. Modes 4 to 7 paint as 0 to 3 do (ISO 32000-1, 9.3.6); what is
    /// filled in one colour and outlined in another looks like neither.
    /// </summary>
    private static int ColorOf(in GraphicsState state, out bool transparent)
    {
        int mode = state.RenderingMode & 3;
        double fill = state.Fill.Alpha * state.GroupAlpha;
        double stroke = state.Stroke.Alpha * state.GroupAlpha;
        bool isFilled = mode is 0 or 2 && fill >= LeastAlpha;
        bool isOutlined = mode is 1 or 2 && stroke >= LeastAlpha;
        transparent = !isFilled && !isOutlined;
        if (isFilled && isOutlined && !Rgb.LookAlike(state.Fill.Rgb, state.Stroke.Rgb))
            return Rgb.Unknown;
        return isOutlined ? Rgb.OnWhite(state.Stroke.Rgb, stroke) : Rgb.OnWhite(state.Fill.Rgb, fill);
    }
}
