using Ingest.Pdf.Fonts.CMaps;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Fonts;

/// <summary>
/// Advances of a CID font (ISO 32000-1, 9.7.4.3): <c>DW</c> and <c>W</c>, and for vertical writing
/// <c>DW2</c> and <c>W2</c>. Parsed on first use.
/// </summary>
internal sealed class CidWidths
{
    private const double DefaultWidth = 1000;
    private const double DefaultOriginY = 880;
    private const double DefaultVerticalAdvance = -1000;

    // An entry of an array that is kept with the font, and what it refers to.
    private const long BytesPerEntry = 64;

    private readonly ObjectSource _objects;
    private readonly float _defaultWidth;
    private readonly float _defaultOriginY;
    private readonly float _defaultAdvance;
    private readonly OnFirstUse<RangeMap<float>> _widths;
    private readonly OnFirstUse<RangeMap<VerticalMetrics>> _verticals;

    public CidWidths(ObjectSource objects, PdfDictionary cidFont)
    {
        _objects = objects;
        _defaultWidth = Metrics.Width(objects.GetNumber(cidFont, "DW", DefaultWidth));
        PdfArray? vertical = objects.GetArray(cidFont, "DW2");
        _defaultOriginY = Metrics.Width(Number(vertical, 0, DefaultOriginY));
        _defaultAdvance = Metrics.Width(Number(vertical, 1, DefaultVerticalAdvance));
        _widths = new OnFirstUse<RangeMap<float>>(() => Read(objects.GetArray(cidFont, "W"), 1, WidthAt));
        _verticals = new OnFirstUse<RangeMap<VerticalMetrics>>(() => Read(objects.GetArray(cidFont, "W2"), 3, VerticalAt));
    }

    public float WidthOf(int cid) =>
        _widths.Value.TryFind(unchecked((uint)cid), out _, out float width) ? width : _defaultWidth;

    /// <summary>Vertical advance, and the position vector from the horizontal to the vertical origin.</summary>
    public VerticalMetrics VerticalOf(int cid) =>
        _verticals.Value.TryFind(unchecked((uint)cid), out _, out VerticalMetrics metrics)
            ? metrics
            : new VerticalMetrics(_defaultAdvance, WidthOf(cid) / 2, _defaultOriginY);

    /// <summary>
    /// Reads <c>first [value …]</c> and <c>first last value</c>, each value being <paramref name="size"/> numbers.
    /// What is neither is passed over.
    /// </summary>
    private RangeMap<T> Read<T>(PdfArray? array, int size, Func<PdfArray, int, T> valueAt)
    {
        var map = new RangeMap<T>();
        int at = 0;
        while (array is not null && at + 1 < array.Count)
        {
            if (!TryGetCid(array[at++], out uint first))
                continue;
            PdfObject next = _objects.Resolve(array[at]);
            if (next is PdfArray list)
            {
                at++;
                for (int i = 0; (i + 1) * size <= list.Count && first + i <= ushort.MaxValue; i++)
                    map.Add(first + (uint)i, first + (uint)i, valueAt(list, i * size));
            }
            else if (TryGetCid(next, out uint last) && at + size < array.Count)
            {
                map.Add(first, last, valueAt(array, at + 1));
                at += 1 + size;
            }
        }

        _objects.Budget.AddFont(map.Bytes + ((array?.Count ?? 0) * BytesPerEntry));
        return map;
    }

    private float WidthAt(PdfArray array, int index) => Metrics.Width(Number(array, index, 0));

    private VerticalMetrics VerticalAt(PdfArray array, int index) =>
        new(WidthAt(array, index), WidthAt(array, index + 1), WidthAt(array, index + 2));

    private bool TryGetCid(PdfObject item, out uint cid)
    {
        cid = 0;
        if (_objects.Resolve(item) is not PdfNumber { Value: >= 0 } number)
            return false;
        cid = (uint)Math.Min(number.Value, ushort.MaxValue);
        return true;
    }

    private double Number(PdfArray? array, int index, double otherwise) =>
        array is not null && index < array.Count && _objects.Resolve(array[index]) is PdfNumber number ? number.Value : otherwise;
}

/// <summary>Vertical metrics of one CID, in the order of a <c>W2</c> entry.</summary>
internal readonly record struct VerticalMetrics(float Advance, float OriginX, float OriginY);
