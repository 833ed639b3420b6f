using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Structure;

/// <summary>Finds pages one by one when no tree leads to them.</summary>
internal static class LoosePages
{
    /// <summary>
    /// Every page object, in the order in which the file holds them: that is the order in which writers
    /// make them.
    /// </summary>
    /// <exception cref="ReadingLimitException">Searching takes too long.</exception>
    public static PageTree Find(FileObjects objects)
    {
        var found = new List<(long Place, int Number, Inherited Inherited)>();
        foreach (int number in objects.AllNumbers())
        {
            objects.Budget.Check();
            if (objects.Resolve(new PdfReference(number, 0)) is PdfDictionary page && objects.GetName(page, "Type") == "Page")
                found.Add((objects.PlaceOf(number), number, Ancestors(objects, page)));
        }

        return new PageTree(objects, found.OrderBy(page => page.Place)
            .Select(page => ((PdfObject)new PdfReference(page.Number, 0), page.Inherited)));
    }

    private static Inherited Ancestors(FileObjects objects, PdfDictionary page)
    {
        var chain = new List<PdfDictionary>();
        PdfDictionary? node = objects.GetDictionary(page, "Parent");
        while (node is not null && chain.Count < objects.Budget.Limits.Depth)
        {
            chain.Add(node);
            node = objects.GetDictionary(node, "Parent");
        }

        Inherited inherited = Inherited.Nothing;
        for (int i = chain.Count - 1; i >= 0; i--)
            inherited = inherited.Under(chain[i]);
        return inherited;
    }
}
