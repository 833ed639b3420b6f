using Ingest.Pdf.PdfPig.Diagnosis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>The fonts of one file as they are drawn: by their outlines where these are in the file, else by a family.</summary>
internal sealed class FontFaces(IPdfTokenScanner scanner)
{
    // Of a file with more, the first ones are asked again.
    private const int MostOutlines = 50_000;

    private static readonly NameToken[] _programs = [NameToken.FontFile, NameToken.FontFile2, NameToken.FontFile3];

    private readonly Dictionary<IFont, FontFace> _faces = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(FontFace Face, int Code), IReadOnlyList<PdfSubpath>?> _outlines = [];

    /// <param name="resource">Its dictionary as the resources name it, or null.</param>
    public FontFace Of(IFont font, IToken? resource)
    {
        if (_faces.TryGetValue(font, out FontFace? known))
            return known;
        return _faces[font] = FaceOf(font, resource) with { Number = _faces.Count };
    }

    /// <summary>In ems; null where the file has none for the code.</summary>
    public IReadOnlyList<PdfSubpath>? Outline(FontFace face, IFont font, int code)
    {
        if (_outlines.TryGetValue((face, code), out IReadOnlyList<PdfSubpath>? known))
            return known;
        if (_outlines.Count >= MostOutlines)
            _outlines.Clear();
        return _outlines[(face, code)] = Find(font, code);
    }

    private static IReadOnlyList<PdfSubpath>? Find(IFont font, int code)
    {
        try
        {
            return font.TryGetNormalisedPath(code, out IReadOnlyList<PdfSubpath>? path) ? path : null;
        }
        catch (Exception error) when (Damage.Is(error))
        {
            return null;
        }
    }

    private FontFace FaceOf(IFont font, IToken? resource)
    {
        bool isBold = font.Details is { IsBold: true } or { Weight: >= 600 };
        bool isItalic = font.Details is { IsItalic: true };
        if (font is IType3Font || resource is null || !DirectObjectFinder.TryGet(resource, scanner, out DictionaryToken? dictionary))
            return new FontFace(0, false, Families.Of(font.Name?.Data ?? "", 0), isBold, isItalic);
        DictionaryToken described = dictionary.TryGet(NameToken.DescendantFonts, scanner, out ArrayToken? descendants) && descendants.Length > 0
            && DirectObjectFinder.TryGet(descendants.Data[0], scanner, out DictionaryToken? descendant) ? descendant : dictionary;
        bool embedded = false;
        int flags = 0;
        if (described.TryGet(NameToken.FontDescriptor, scanner, out DictionaryToken? descriptor))
        {
            embedded = Array.Exists(_programs, descriptor.ContainsKey);
            flags = descriptor.TryGet(NameToken.Flags, scanner, out NumericToken? written) ? (int)Math.Clamp(written.Data, 0, int.MaxValue) : 0;
        }

        return new FontFace(0, embedded, Families.Of(font.Name?.Data ?? "", flags), isBold, isItalic);
    }
}

/// <summary>A font as it is drawn.</summary>
/// <param name="Number">Tells it from the other fonts of the file.</param>
/// <param name="IsEmbedded">Its outlines are in the file.</param>
/// <param name="Family">A list of families for where it has no outlines.</param>
internal sealed record FontFace(int Number, bool IsEmbedded, string Family, bool IsBold, bool IsItalic);
