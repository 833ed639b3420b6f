using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Structure;

/// <summary>Makes a <see cref="PageNode"/> from a page dictionary and what it inherits.</summary>
internal static class PageNodeReader
{
    public static PageNode Read(ObjectSource source, PdfDictionary page, Inherited inherited)
    {
        Inherited effective = inherited.Under(page);
        var frame = PageFrame.Of(
            Edges(source, effective.MediaBox), Edges(source, effective.CropBox),
            (source.Resolve(effective.Rotate) as PdfNumber)?.Value, source.GetNumber(page, "UserUnit", 1));
        return new PageNode(
            page, source.Resolve(effective.Resources) as PdfDictionary ?? PdfDictionary.Empty, frame.MediaBox, frame.CropBox, frame.Rotate, frame.UserUnit);
    }

    private static double[]? Edges(ObjectSource source, PdfObject? value)
    {
        if (source.Resolve(value) is not PdfArray { Count: >= 4 } array)
            return null;
        var edges = new double[4];
        for (int i = 0; i < edges.Length; i++)
        {
            if (source.Resolve(array[i]) is not PdfNumber number)
                return null;
            edges[i] = number.Value;
        }

        return edges;
    }
}
