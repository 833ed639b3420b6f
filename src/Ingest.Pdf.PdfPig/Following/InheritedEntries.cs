using System.Diagnostics.CodeAnalysis;
using Ingest.Pdf.Structure;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Following;

/// <summary>
/// What a page has of its own or from the nodes above it (ISO 32000-1, 7.7.3.4). PdfPig hands on neither an inherited
/// CropBox nor a UserUnit that is no whole number, and gives a page up whose turn is no quarter.
/// </summary>
internal static class InheritedEntries
{
    // Page trees are rarely three deep; one that leads in a circle must end.
    private const int MostAncestors = 64;

    /// <param name="above">What PdfPig has found on its way down to the page, for a page that does not name its parent.</param>
    public static PageFrame FrameOf(DictionaryToken page, PageTreeMembers above, IPdfTokenScanner scanner) => PageFrame.Of(
        Edges(page, NameToken.MediaBox, scanner) ?? (above.MediaBox is { Bounds: var box } ? [box.Left, box.Bottom, box.Right, box.Top] : null),
        Edges(page, NameToken.CropBox, scanner),
        Inherited(page, NameToken.Rotate, scanner, out NumericToken? turn) ? turn.Data : above.Rotation,
        page.TryGet(NameToken.UserUnit, scanner, out NumericToken? unit) ? unit.Data : null);

    /// <summary>Those of the page or of the nearest ancestor that has some.</summary>
    public static DictionaryToken ResourcesOf(DictionaryToken page, IPdfTokenScanner scanner) =>
        Inherited(page, NameToken.Resources, scanner, out DictionaryToken? resources) ? resources : DictionaryToken.Empty;

    private static double[]? Edges(DictionaryToken page, NameToken box, IPdfTokenScanner scanner)
    {
        if (!Inherited(page, box, scanner, out ArrayToken? written) || written.Length < 4)
            return null;
        var edges = new double[4];
        for (int i = 0; i < edges.Length; i++)
        {
            if (!DirectObjectFinder.TryGet(written.Data[i], scanner, out NumericToken? number))
                return null;
            edges[i] = number.Data;
        }

        return edges;
    }

    private static bool Inherited<T>(DictionaryToken page, NameToken key, IPdfTokenScanner scanner, [NotNullWhen(true)] out T? value)
        where T : class, IToken
    {
        DictionaryToken? node = page;
        for (int i = 0; node is not null && i < MostAncestors; i++)
        {
            if (node.TryGet(key, out IToken? written) && written is not NullToken)
                return DirectObjectFinder.TryGet(written, scanner, out value);
            node = node.TryGet(NameToken.Parent, scanner, out DictionaryToken? parent) ? parent : null;
        }

        value = null;
        return false;
    }
}
