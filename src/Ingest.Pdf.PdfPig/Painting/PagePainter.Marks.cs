using Ingest.Pdf.Content;
using Ingest.Pdf.Syntax;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Painting;

internal sealed partial class PagePainter
{
    private static readonly NameToken _optionalContentTag = NameToken.Create("OC");
    private static readonly NameToken _replacementText = NameToken.Create("ActualText");

    /// <summary>Resource dictionaries in force, since PdfPig's store resolves property lists and forgets which reference a layer had.</summary>
    private readonly Stack<DictionaryToken> _resources = new();

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        IToken? written = propertyDictionaryName is null ? properties : NamedResource(NameToken.Properties, propertyDictionaryName);
        bool isLayer = name.Equals(_optionalContentTag);
        bool hides = isLayer && written is not null && _tools.Layers.IsHidden(written);
        string? text = isLayer || written is null ? null : TextIn(written);
        _marked.Begin(new MarkedContent(hides, text, _tools.Canvas.Letters.Count));
    }

    public override void EndMarkedContent()
    {
        MarkedContent ended = _marked.End();
        if (ended.ActualText is not null)
            ActualText.Apply(ended.ActualText, _tools.Canvas.Letters, ended.FirstLetter);
    }

    private bool IsLayerOff(DictionaryToken dictionary) =>
        dictionary.TryGet(_optionalContentTag, out IToken? layer) && _tools.Layers.IsHidden(layer);

    /// <summary>A resource as written, reference and all.</summary>
    private IToken? NamedResource(NameToken kind, NameToken name)
    {
        foreach (DictionaryToken resources in _resources)
        {
            if (resources.TryGet(kind, PdfScanner, out DictionaryToken? named) && named.TryGet(name, out IToken? written))
                return written;
        }

        return null;
    }

    private string? TextIn(IToken properties)
    {
        if (!DirectObjectFinder.TryGet(properties, PdfScanner, out DictionaryToken? dictionary))
            return null;
        if (dictionary.TryGet(_replacementText, PdfScanner, out StringToken? text))
            return TextString.Decode(text.GetBytes());
        return dictionary.TryGet(_replacementText, PdfScanner, out HexToken? hex) ? TextString.Decode(hex.Bytes) : null;
    }
}
