using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Following;

/// <summary>Which layers the document's default configuration shows (ISO 32000-1, 8.11), asked of PdfPig's tokens.</summary>
internal sealed class Layers
{
    // Visibility expressions and membership dictionaries of real files nest two or three levels.
    private const int MostNested = 16;

    private static readonly NameToken _groups = NameToken.Create("OCGs");
    private static readonly NameToken _policy = NameToken.Create("P");
    private static readonly NameToken _expression = NameToken.Create("VE");

    private readonly IPdfTokenScanner _scanner;
    private readonly HashSet<IndirectReference> _exceptions = [];
    private readonly bool _shownByDefault = true;

    public Layers(IPdfTokenScanner scanner, DictionaryToken catalog)
    {
        _scanner = scanner;
        if (!catalog.TryGet(NameToken.Create("OCProperties"), scanner, out DictionaryToken? properties)
            || !properties.TryGet(NameToken.Create("D"), scanner, out DictionaryToken? configuration))
            return;
        _shownByDefault = !(configuration.TryGet(NameToken.Create("BaseState"), scanner, out NameToken? state) && state.Data == "OFF");
        if (configuration.TryGet(NameToken.Create(_shownByDefault ? "OFF" : "ON"), scanner, out ArrayToken? exceptions))
            _exceptions.UnionWith(exceptions.Data.OfType<IndirectReferenceToken>().Select(reference => reference.Data));
    }

    /// <param name="written">A group or membership dictionary as written: groups are known by their reference.</param>
    public bool IsHidden(IToken written) => !IsShown(written, 0);

    private bool IsShown(IToken written, int nested)
    {
        if (nested > MostNested || !DirectObjectFinder.TryGet(written, _scanner, out DictionaryToken? dictionary))
            return true;
        if (dictionary.TryGet(NameToken.Type, _scanner, out NameToken? type) && type.Data == "OCMD")
            return IsMembershipShown(dictionary, nested + 1);
        return written is not IndirectReferenceToken group || _shownByDefault != _exceptions.Contains(group.Data);
    }

    private bool IsMembershipShown(DictionaryToken membership, int nested)
    {
        if (membership.TryGet(_expression, _scanner, out ArrayToken? expression))
            return Evaluate(expression, nested);
        if (!membership.TryGet(_groups, out IToken? written))
            return true;
        IReadOnlyList<IToken> groups = DirectObjectFinder.TryGet(written, _scanner, out ArrayToken? several) ? several.Data : [written];
        bool[] shown = [.. groups.Where(group => DirectObjectFinder.TryGet(group, _scanner, out DictionaryToken? _)).Select(group => IsShown(group, nested))];
        string policy = membership.TryGet(_policy, _scanner, out NameToken? name) ? name.Data : "AnyOn";
        return shown.Length == 0 || policy switch
        {
            "AllOn" => shown.All(on => on),
            "AnyOff" => shown.Any(on => !on),
            "AllOff" => shown.All(on => !on),
            _ => shown.Any(on => on),
        };
    }

    private bool Evaluate(ArrayToken expression, int nested)
    {
        if (expression.Length == 0 || nested > MostNested)
            return true;
        string? operation = (expression.Data[0] as NameToken)?.Data;
        IEnumerable<bool> operands = expression.Data.Skip(1).Select(item =>
            DirectObjectFinder.TryGet(item, _scanner, out ArrayToken? inner) ? Evaluate(inner, nested + 1) : IsShown(item, nested + 1));
        return operation switch
        {
            "Not" => !operands.FirstOrDefault(),
            "Or" => operands.Any(shown => shown),
            _ => operands.All(shown => shown),
        };
    }
}
