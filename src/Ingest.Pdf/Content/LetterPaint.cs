using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Content;

/// <summary>What the letters of one shown string are painted with, and what of them can be seen for that reason alone.</summary>
internal readonly struct LetterPaint
{
    private const float SmallestReadable = 1;

    // A letter fainter than this is not seen on any paper.
    private const double LeastAlpha = 0.02;

    // A clip edge through the very centre of a letter, up to rounding, leaves it visible.
    private const float ClipTolerance = 0.05f;

    private readonly Hidden _hidden;
    private readonly Box _window;
    private readonly Box _visible;

    private LetterPaint(int rgb, Hidden hidden, Box window, Box visible)
    {
        Rgb = rgb;
        _hidden = hidden;
        _window = window;
        _visible = visible;
    }

    /// <summary>What they look like on white.</summary>
    public int Rgb { get; }

    public static LetterPaint Of(in GraphicsState state, bool layerOff, Box visible)
    {
        int rgb = ColorOf(state, out bool transparent);
        Hidden hidden = layerOff ? Hidden.LayerOff
            : transparent ? Hidden.Invisible
            : Hidden.No;
        return new LetterPaint(rgb, hidden, state.Clip.Inflate(ClipTolerance), visible);
    }

    public Hidden Sight(in Box letter)
    {
        if (_hidden != Hidden.No)
            return _hidden;
        float x = letter.CenterX;
        float y = letter.CenterY;
        if (!_window.Contains(x, y))
            return Hidden.Clipped;
        if (!_visible.Contains(x, y))
            return Hidden.OffPage;
        // Type3 fonts may have any size and make up for it in their matrix, so the box has a say.
        return Math.Max(letter.Height, letter.Width) < SmallestReadable ? Hidden.Tiny : Hidden.No;
    }

    /// <summary>
    /// Modes 4 to 7 paint as 0 to 3 do (ISO 32000-1, 9.3.6); what is filled in one colour and outlined in
    /// another looks like neither.
    /// </summary>
    private static int ColorOf(in GraphicsState state, out bool transparent)
    {
        int mode = state.RenderingMode & 3;
        double fill = state.Fill.Alpha * state.GroupAlpha;
        double stroke = state.Stroke.Alpha * state.GroupAlpha;
        bool isFilled = mode is 0 or 2 && fill >= LeastAlpha;
        bool isOutlined = mode is 1 or 2 && stroke >= LeastAlpha;
        transparent = !isFilled && !isOutlined;
        if (isFilled && isOutlined && !Content.Rgb.LookAlike(state.Fill.Rgb, state.Stroke.Rgb))
            return Content.Rgb.Unknown;
        return isOutlined ? Content.Rgb.OnWhite(state.Stroke.Rgb, stroke) : Content.Rgb.OnWhite(state.Fill.Rgb, fill);
    }
}
