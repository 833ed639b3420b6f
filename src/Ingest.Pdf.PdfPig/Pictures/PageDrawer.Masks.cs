using Ingest.Pdf.Content;
using Ingest.Pdf.PdfPig.Diagnosis;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>Soft masks of the graphics state (ISO 32000-1, 11.6.5.3).</summary>
internal sealed partial class PageDrawer
{
    private readonly Dictionary<SoftMask, Matrix> _maskMatrices = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SoftMask, string?> _masks = new(ReferenceEqualityComparer.Instance);

    public override void SetNamedGraphicsState(NameToken stateName)
    {
        base.SetNamedGraphicsState(stateName);
        // A mask stands where it was set, not where it is used.
        if (GetCurrentState().SoftMask is { } mask)
            _maskMatrices.TryAdd(mask, Ctm);
    }

    private string? MaskOf(SoftMask mask)
    {
        if (_masks.TryGetValue(mask, out string? known))
            return known;
        // A mask that uses itself is none.
        _masks[mask] = null;
        try
        {
            return _masks[mask] = Draw(mask);
        }
        catch (Exception error) when (Damage.Is(error))
        {
            Note(error);
            return null;
        }
    }

    private string Draw(SoftMask mask)
    {
        string drawn = Apart(_maskMatrices.GetValueOrDefault(mask, Ctm), () =>
        {
            CurrentGraphicsState state = GetCurrentState();
            (state.CurrentNonStrokingColor, state.CurrentStrokingColor) = (null!, null!);
            ResetTransparency();
            PaintForm(mask.TransparencyGroup, null);
        });
        bool byColor = mask.Subtype == SoftMaskType.Luminosity;
        string whole = $"x=\"0\" y=\"0\" width=\"{SvgNumber.Round(_frame.View.Width)}\" height=\"{SvgNumber.Round(_frame.View.Height)}\"";
        string backdrop = byColor && mask.BC is { Length: > 0 } color ? $"<rect {whole} fill=\"{Backdrop(color)}\"/>" : "";
        return _sheet.Define("mask", $" maskUnits=\"userSpaceOnUse\" {whole}{(byColor ? "" : " mask-type=\"alpha\"")}>{backdrop}{drawn}</mask>");
    }

    private static string Backdrop(double[] color) => color.Length switch
    {
        1 => Hex(color[0], color[0], color[0]),
        3 => Hex(color[0], color[1], color[2]),
        4 when InkColor.ToRgb(color[0], color[1], color[2], color[3]) is var (red, green, blue) => Hex(red, green, blue),
        _ => Black,
    };
}
