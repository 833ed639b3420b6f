using System.Globalization;
using System.Text;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pictures;
using Ingest.Pdf.Content;
using Ingest.Pdf.PdfPig.Following;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Pictures;

internal sealed partial class PageDrawer
{
    /// <summary>A glyph that is defined: its id, and what is around it when it stands at the origin.</summary>
    private readonly record struct DefinedGlyph(string? Id, Box Bounds);

    /// <summary>Modes 4 to 7 clip, too; of the others, 3 paints nothing.</summary>
    private const int FirstClippingMode = 4;

    private static readonly NameToken _fontResources = NameToken.Font;

    private readonly Dictionary<string, DefinedGlyph> _glyphs = new(StringComparer.Ordinal);
    private readonly StringBuilder _textClip = new();
    private Box? _textClipBounds;

    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        if (Marked.IsHidden)
            return;
        Matrix position = TextMatrices.TextMatrix.ToMatrix();
        double across = currentState.FontState.HorizontalScaling / 100;
        (double x, double y) = GlyphOrigin.Of(font, textMatrix, position, fontSize, across);
        Matrix ems = new Matrix(fontSize * across, 0, 0, fontSize, x, y + currentState.FontState.Rise) * position * Ctm;
        if (!double.IsFinite(ems.A + ems.B + ems.C + ems.D + ems.E + ems.F) || IsCovered(ems, characterBoundingBox.Width))
            return;
        var mode = (int)currentState.FontState.TextRenderingMode;
        if (font is IType3Font drawn)
            RenderDrawn(drawn, code, ems, mode);
        else
            RenderOutline(font, code, ems, mode, characterBoundingBox.Width);
    }

    /// <summary>Text shown in modes 4 to 7 becomes part of the clipping path when its text object ends.</summary>
    public override void EndText()
    {
        base.EndText();
        if (_textClipBounds is { } bounds)
            _clip = _clip.WithShapes(_textClip.ToString(), bounds, _sheet);
        ClearTextClip();
    }

    protected override void ResetText()
    {
        base.ResetText();
        ClearTextClip();
    }

    private void ClearTextClip()
    {
        // The base class resets before there are fields.
        _textClip?.Clear();
        _textClipBounds = null;
    }

    private bool IsCovered(in Matrix ems, double width)
    {
        if (_frame.Covered.Count == 0 || _elsewhere > 0)
            return false;
        // The middle of a digit: half of its width along, a third of an em up.
        (double x, double y) = ems.Apply(width / 2, 1 / 3.0);
        foreach (Box covered in _frame.Covered)
            if (covered.Contains((float)x, (float)y))
                return true;
        return false;
    }

    private void RenderOutline(IFont font, int code, in Matrix ems, int mode, double width)
    {
        FontFace face = _fonts.Of(font, GetCurrentState().FontState.FromExtendedGraphicsState ? null : NamedResource(_fontResources, GetCurrentState().FontState.FontName!));
        DefinedGlyph? glyph = face.IsEmbedded ? OutlineOf(face, font, code, ems) : null;
        if (glyph is { Id: null })
            return;
        if (glyph is { } outlined)
        {
            (int x, int y) = (SvgNumber.Round(ems.E), SvgNumber.Round(ems.F));
            Place($"<use href=\"#{outlined.Id}\" x=\"{x}\" y=\"{y}\"/>", Moved(outlined.Bounds, x, y), mode);
            return;
        }

        if (!font.TryGetUnicode(code, out string? text) || string.IsNullOrWhiteSpace(text))
            return;
        Place(TextElement(face, text, ems), ems.Bounds(-0.5, -0.5, Math.Max(width, 1) + 0.5, 1.5), mode);
    }

    private void Place(string element, Box painted, int mode)
    {
        bool stroke = mode is 1 or 2 or 5 or 6, fill = mode is 0 or 2 or 4 or 6;
        double width = stroke ? StrokeWidth(default) : 0;
        painted = painted.Inflate((float)width);
        if ((stroke || fill) && IsSeen(painted) && PaintOf(stroke, fill, width) is { } paint)
        {
            _sheet.Body.Under(Surrounding(painted), paint).Append(element);
            _sheet.Check();
        }

        if (mode < FirstClippingMode)
            return;
        _textClip.Append(element);
        _textClipBounds = _textClipBounds?.Union(painted) ?? painted;
    }

    private DefinedGlyph? OutlineOf(FontFace face, IFont font, int code, in Matrix ems)
    {
        Matrix linear = ems with { E = 0, F = 0 };
        string key = $"{face.Number} {code} {Linear(linear)}";
        if (_glyphs.TryGetValue(key, out DefinedGlyph known))
            return known;
        if (_fonts.Outline(face, font, code) is not { } path)
            return null;
        var outline = new Outline();
        outline.Add(linear, path);
        return _glyphs[key] = outline.IsEmpty || outline.Length > LongestPath
            ? default
            : new DefinedGlyph(_sheet.Define("path", $" d=\"{outline.Data}\"/>"), outline.Bounds);
    }

    private static string Linear(in Matrix matrix) =>
        string.Create(CultureInfo.InvariantCulture, $"{matrix.A:0.##} {matrix.B:0.##} {matrix.C:0.##} {matrix.D:0.##}");

    private static Box Moved(Box box, int x, int y) => new(box.Left + x, box.Bottom + y, box.Right + x, box.Top + y);

    private static string TextElement(FontFace face, string text, in Matrix ems)
    {
        double size = Math.Sqrt((ems.C * ems.C) + (ems.D * ems.D));
        if (size < 1)
            return "";
        bool upright = Math.Abs(ems.B) < 0.01 * size && Math.Abs(ems.C) < 0.01 * size && Math.Abs(ems.A - size) < 0.01 * size && ems.D < 0;
        string place = upright
            ? $"x=\"{SvgNumber.Round(ems.E)}\" y=\"{SvgNumber.Round(ems.F)}\""
            : $"transform=\"matrix({SvgNumber.Of(ems.A / size)} {SvgNumber.Of(ems.B / size)} {SvgNumber.Of(-ems.C / size)} {SvgNumber.Of(-ems.D / size)} {SvgNumber.Of(ems.E)} {SvgNumber.Of(ems.F)})\"";
        return $"<text {place} font-size=\"{SvgNumber.Round(size)}\" font-family=\"{face.Family}\"{(face.IsBold ? " font-weight=\"700\"" : "")}{(face.IsItalic ? " font-style=\"italic\"" : "")}>{SvgText.Escaped(text)}</text>";
    }
}
