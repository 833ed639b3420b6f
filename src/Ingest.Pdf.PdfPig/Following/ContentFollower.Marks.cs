using Ingest.Pdf.Content;
using Ingest.Pdf.Syntax;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Following;

internal abstract partial class ContentFollower<TPage>
{
    private static readonly NameToken _optionalContentTag = NameToken.Create("OC");
    private static readonly NameToken _replacementText = NameToken.Create("ActualText");

    /// <summary>Resource dictionaries in force, since PdfPig's store resolves property lists and forgets which reference a layer had.</summary>
    private readonly Stack<DictionaryToken> _resources = new();

    /// <summary>The marked-content sequences that are open.</summary>
    protected MarkedContentStack Marked { get; } = new();

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        IToken? written = propertyDictionaryName is null ? properties : NamedResource(NameToken.Properties, propertyDictionaryName);
        bool isLayer = name.Equals(_optionalContentTag);
        bool hides = isLayer && written is not null && Layers.IsHidden(written);
        string? text = isLayer || written is null ? null : TextIn(written);
        Marked.Begin(new MarkedContent(hides, text, LetterCount));
    }

    public override void EndMarkedContent() => EndMarked(Marked.End());

    protected bool IsLayerOff(DictionaryToken dictionary) =>
        dictionary.TryGet(_optionalContentTag, out IToken? layer) && Layers.IsHidden(layer);

    /// <summary>A resource as written, reference and all.</summary>
    protected IToken? NamedResource(NameToken kind, NameToken name)
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
