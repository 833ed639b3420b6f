using Ingest.Pdf.Fonts;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Content;

/// <summary>
/// What a graphics state parameter dictionary changes of what matters here (ISO 32000-1, 8.4.5); null
/// leaves a parameter as it is.
/// </summary>
internal sealed record ExtendedState(
    double? LineWidth, double? FillAlpha, double? StrokeAlpha, bool? Blends, bool? Masked, Font? Font, double FontSize)
{
    public static ExtendedState Read(ObjectSource source, FontCache fonts, PdfObject value)
    {
        if (value is not PdfDictionary dictionary)
            return new ExtendedState(null, null, null, null, null, null, 0);
        PdfArray? font = source.GetArray(dictionary, "Font") is { Count: >= 2 } pair ? pair : null;
        return new ExtendedState(
            Number(source, dictionary, "LW"),
            Number(source, dictionary, "ca"),
            Number(source, dictionary, "CA"),
            Blending(source.Get(dictionary, "BM"), source),
            Masking(source.Get(dictionary, "SMask")),
            font is null ? null : fonts.Get(font[0]),
            font is not null && source.Resolve(font[1]) is PdfNumber size ? size.Value : 0);
    }

    public void Apply(ref GraphicsState state)
    {
        state.LineWidth = LineWidth ?? state.LineWidth;
        state.Fill.Alpha = FillAlpha ?? state.Fill.Alpha;
        state.Stroke.Alpha = StrokeAlpha ?? state.Stroke.Alpha;
        state.Blends = Blends ?? state.Blends;
        state.Masked = Masked ?? state.Masked;
        if (Font is null)
            return;
        state.Font = Font;
        state.FontSize = FontSize;
    }

    private static double? Number(ObjectSource source, PdfDictionary dictionary, string key) =>
        source.Get(dictionary, key) is PdfNumber number ? number.Value : null;

    // An array lists modes in order of preference; the first is one that every viewer knows.
    private static bool? Blending(PdfObject mode, ObjectSource source) => mode switch
    {
        PdfName name => name.Value is not ("Normal" or "Compatible"),
        PdfArray { Count: > 0 } modes => source.Resolve(modes[0]) is not PdfName { Value: "Normal" or "Compatible" },
        _ => null,
    };

    private static bool? Masking(PdfObject mask) => mask switch
    {
        PdfName => false,
        PdfDictionary => true,
        _ => null,
    };
}
