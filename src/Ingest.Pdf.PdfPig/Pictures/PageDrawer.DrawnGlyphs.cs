using Ingest.Contract.Geometry;
using Ingest.Pdf.Content;
using Ingest.Pdf.PdfPig.Following;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.TextState;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>Glyphs of Type 3 fonts: small drawings of their own (ISO 32000-1, 9.6.5).</summary>
internal sealed partial class PageDrawer
{
    private void RenderDrawn(IType3Font font, int code, in Matrix ems, int mode)
    {
        if (mode == 3 || !font.TryGetCharProc(code, out StreamToken? procedure))
            return;
        Matrix glyphSpace = font.GetFontMatrix().ToMatrix() * ems;
        Matrix linear = glyphSpace with { E = 0, F = 0 };
        CurrentGraphicsState now = GetCurrentState();
        string key = $"t{_fonts.Of(font, null).Number} {code} {Linear(linear)} {ColorOf(now.CurrentNonStrokingColor, stroking: false)} {now.AlphaConstantNonStroking}";
        if (!_glyphs.TryGetValue(key, out DefinedGlyph glyph))
            _glyphs[key] = glyph = Draw(font, procedure, linear);
        (int x, int y) = (SvgNumber.Round(glyphSpace.E), SvgNumber.Round(glyphSpace.F));
        // How far its drawing reaches is not known; an em in all directions is more than glyphs do.
        Box painted = Moved(ems with { E = 0, F = 0 } is var em ? em.Bounds(-1, -1, 2, 2) : default, x, y);
        if (glyph.Id is null || !IsSeen(painted))
            return;
        _sheet.Body.Under(Surrounding(painted), "").Append("<use href=\"#").Append(glyph.Id).Append("\" x=\"").Append(x).Append("\" y=\"").Append(y).Append("\"/>");
        _sheet.Check();
    }

    private DefinedGlyph Draw(IType3Font font, StreamToken procedure, Matrix linear)
    {
        string drawn = Apart(linear, () => WithResources(font.Type3Resources, () =>
        {
            IReadOnlyList<IGraphicsStateOperation> operations = Parse(procedure);
            // A glyph that says its box has no colours of its own.
            bool isShape = operations.Any(operation => operation is Type3SetGlyphWidthAndBoundingBox);
            Run(isShape ? [.. operations.Where(operation => !SetsColor(operation))] : operations);
        }));
        return drawn.Length == 0 ? default : new DefinedGlyph(_sheet.Define("g", $">{drawn}</g>"), default);
    }

    private static bool SetsColor(IGraphicsStateOperation operation) =>
        operation.GetType().Name is var name
        && (name.StartsWith("SetStrokeColor", StringComparison.Ordinal) || name.StartsWith("SetNonStrokeColor", StringComparison.Ordinal));

    /// <summary>Draws something that is not seen where it is drawn, in a state of its own that begins as the one in force.</summary>
    private string Apart(Matrix matrix, Action run)
    {
        string drawn = "";
        (Clip clip, bool? pending, Outline path) = (_clip, _clipPending, _path);
        string textClip = _textClip.ToString();
        Box? textClipBounds = _textClipBounds;
        _elsewhere++;
        (_clipPending, _path) = (null, new Outline());
        try
        {
            Nested(null, hidden: false, () =>
            {
                _clip = Clip.None;
                CurrentGraphicsState state = GetCurrentState();
                state.CurrentTransformationMatrix = matrix.ToPig();
                state.SoftMask = null;
                state.BlendMode = UglyToad.PdfPig.Graphics.Core.BlendMode.Normal;
                drawn = _sheet.Capture(run);
            });
        }
        finally
        {
            _elsewhere--;
            (_clip, _clipPending, _path) = (clip, pending, path);
            _textClip.Clear().Append(textClip);
            _textClipBounds = textClipBounds;
        }

        return drawn;
    }
}
