using Ingest.Contract.Geometry;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Structure;

/// <summary>Makes a <see cref="PageNode"/> from a page dictionary and what it inherits.</summary>
internal static class PageNodeReader
{
    /// <summary>US Letter, which viewers assume when the MediaBox is missing or broken.</summary>
    public static readonly Box DefaultBox = new(0, 0, 612, 792);

    // A mile of paper; beyond it a box is damage.
    private const double LargestCoordinate = 5e6;

    // UserUnit exists for pages above 200 inches; the largest that PDF 1.6 viewers take is 75 000.
    private const double LargestUserUnit = 75_000;

    public static PageNode Read(ObjectSource source, PdfDictionary page, Inherited inherited)
    {
        Inherited effective = inherited.Under(page);
        Box media = ReadBox(source, effective.MediaBox) ?? DefaultBox;
        Box crop = ReadBox(source, effective.CropBox)?.Intersect(media) ?? media;
        if (crop.Width <= 0 || crop.Height <= 0)
            crop = media;
        double unit = source.GetNumber(page, "UserUnit", 1);
        return new PageNode(
            page,
            source.Resolve(effective.Resources) as PdfDictionary ?? PdfDictionary.Empty,
            media, crop,
            ReadRotation(source.Resolve(effective.Rotate)),
            unit is > 0 and <= LargestUserUnit ? (float)unit : 1);
    }

    private static Box? ReadBox(ObjectSource source, PdfObject? value)
    {
        if (source.Resolve(value) is not PdfArray { Count: >= 4 } array)
            return null;
        Span<float> edges = stackalloc float[4];
        for (int i = 0; i < edges.Length; i++)
        {
            if (source.Resolve(array[i]) is not PdfNumber number || Math.Abs(number.Value) > LargestCoordinate)
                return null;
            edges[i] = (float)number.Value;
        }

        var box = new Box(
            Math.Min(edges[0], edges[2]), Math.Min(edges[1], edges[3]),
            Math.Max(edges[0], edges[2]), Math.Max(edges[1], edges[3]));
        return box.Width > 0 && box.Height > 0 ? box : null;
    }

    // Anything between is taken to the nearest quarter turn.
    private static int ReadRotation(PdfObject value)
    {
        if (value is not PdfNumber number)
            return 0;
        int quarters = (int)Math.Round(Math.IEEERemainder(number.Value, 360) / 90);
        return ((quarters % 4) + 4) % 4 * 90;
    }
}
