using Ingest.Contract.Geometry;
using Ingest.Contract.Text;
using Ingest.Pdf.Content;
using Ingest.Pdf.Limits;
using Ingest.Pdf.PdfPig.Following;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>What a picture of one page is drawn with.</summary>
/// <param name="ToView">Takes user space to the units of the picture, where y runs downwards.</param>
/// <param name="View">All of the picture.</param>
/// <param name="Covered">Boxes of the picture whose letters are left out.</param>
/// <param name="Prefix">Begins all ids.</param>
internal sealed record DrawingFrame(Matrix ToView, Box View, IReadOnlyList<Box> Covered, string Prefix);

/// <summary>
/// Draws one page as SVG: outlines of glyphs, paths, images, clipping, transparency, patterns. What lies wholly outside the
/// picture is left out.
/// </summary>
internal sealed partial class PageDrawer(
    int number, PageServices services, ReadingBudget budget, Layers layers, FontFaces fonts, DictionaryToken page, DrawingFrame frame,
    CropBox crop, UserSpaceUnit unit, PageRotationDegrees rotation)
    : ContentFollower<DrawnPage>(number, services, budget, layers, page, frame.ToView, crop, unit, rotation)
{
    private readonly SvgSheet _sheet = new(frame.Prefix);
    private readonly FontFaces _fonts = fonts;
    private readonly DrawingFrame _frame = frame;
    private Outline _path = new();
    private readonly Stack<Clip> _outerClips = new();
    private readonly Dictionary<string, Phrase> _notDrawn = [];
    private Clip _clip = Clip.None;
    private bool? _clipPending;

    /// <summary>What is drawn within glyphs, patterns and masks is seen elsewhere than where it is drawn.</summary>
    private int _elsewhere;

    public string Svg => _sheet.Finish();

    /// <summary>What could not be drawn, by code.</summary>
    public IEnumerable<Diagnostic> NotDrawn => _notDrawn.Select(lack => new Diagnostic(lack.Key, Severity.Warning, lack.Value, PageNumber));

    private Box View => _elsewhere > 0 ? Clip.None.Around : _frame.View;

    protected override void Saved() => _outerClips.Push(_clip);

    protected override void Restored() => _clip = _outerClips.Pop();

    protected override void StartAnew()
    {
        base.StartAnew();
        _path.Clear();
        _clip = Clip.None;
    }

    protected override void ClipTo(Box box)
    {
        var path = new Outline();
        path.Rectangle(Ctm, box.Left, box.Bottom, box.Width, box.Height);
        _clip = _clip.With(path, evenOdd: false, _sheet);
    }

    private readonly Stack<bool> _groups = new();

    protected override void BeginGroup()
    {
        CurrentGraphicsState now = GetCurrentState();
        string attributes = Joined(
            now.AlphaConstantNonStroking < 1 ? $"opacity=\"{SvgNumber.Of(Math.Clamp(now.AlphaConstantNonStroking, 0, 1))}\"" : "",
            Surrounding(View.Intersect(_clip.Around)));
        _groups.Push(attributes.Length > 0);
        if (attributes.Length == 0)
            return;
        ResetTransparency();
        _sheet.Body.Begin(attributes);
    }

    protected override void EndGroup()
    {
        if (_groups.Pop())
            _sheet.Body.End();
    }

    /// <summary>Clip, mask and blend mode of what is painted within a box.</summary>
    private string Surrounding(Box painted)
    {
        CurrentGraphicsState now = GetCurrentState();
        return Joined(
            _clip.Attribute(painted, _sheet),
            now.SoftMask is { } mask && MaskOf(mask) is { } id ? $"mask=\"url(#{id})\"" : "",
            BlendName(now.BlendMode) is { } blend ? $"style=\"mix-blend-mode:{blend}\"" : "");
    }

    private static string Joined(params ReadOnlySpan<string> attributes)
    {
        string joined = "";
        foreach (string attribute in attributes)
            if (attribute.Length > 0)
                joined = joined.Length == 0 ? attribute : $"{joined} {attribute}";
        return joined;
    }

    private static string? BlendName(BlendMode mode) => mode switch
    {
        BlendMode.Multiply => "multiply",
        BlendMode.Screen => "screen",
        BlendMode.Overlay => "overlay",
        BlendMode.Darken => "darken",
        BlendMode.Lighten => "lighten",
        BlendMode.ColorDodge => "color-dodge",
        BlendMode.ColorBurn => "color-burn",
        BlendMode.HardLight => "hard-light",
        BlendMode.SoftLight => "soft-light",
        BlendMode.Difference => "difference",
        BlendMode.Exclusion => "exclusion",
        BlendMode.Hue => "hue",
        BlendMode.Saturation => "saturation",
        BlendMode.Color => "color",
        BlendMode.Luminosity => "luminosity",
        _ => null,
    };

    private bool IsSeen(Box painted) => painted.Meets(View) && painted.Meets(_clip.Around) && !_clip.IsEmpty;

    private void Lack(string code, string chinese, string english) => _notDrawn.TryAdd(code, new Phrase(chinese, english));
}
