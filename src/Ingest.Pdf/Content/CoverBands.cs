using Ingest.Contract.Geometry;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

/// <summary>
/// The areas of a page that hide what lies below them, by strips of the page in one direction: a line is compared with those
/// of the strip it lies in only, so that a drawing of tens of thousands of lines and areas does not cost their product.
/// </summary>
internal sealed class CoverBands
{
    private const int Bands = 64;

    private readonly int[] _starts = new int[Bands + 1];
    private readonly int[] _entries;
    private readonly float _low;
    private readonly float _perPoint;

    /// <param name="areas">In painting order.</param>
    /// <param name="low">Where the page begins across the lines.</param>
    /// <param name="length">How far it goes on.</param>
    /// <param name="upright">For lines that stand: strips side by side instead of below one another.</param>
    /// <param name="budget">Looked at now and then.</param>
    public CoverBands(Buffer<PaintedArea> areas, float low, float length, bool upright, ReadingBudget budget)
    {
        _low = low;
        _perPoint = Bands / Math.Max(length, 1);
        for (int i = 0; i < areas.Count; i++)
        {
            budget.Check();
            if (!areas[i].Covers)
                continue;
            (int first, int last) = Range(areas[i].Box, upright);
            for (int band = first; band <= last; band++)
                _starts[band + 1]++;
        }

        for (int band = 0; band < Bands; band++)
            _starts[band + 1] += _starts[band];
        _entries = new int[_starts[Bands]];
        int[] next = [.. _starts];
        for (int i = 0; i < areas.Count; i++)
        {
            budget.Check();
            if (!areas[i].Covers)
                continue;
            (int first, int last) = Range(areas[i].Box, upright);
            for (int band = first; band <= last; band++)
                _entries[next[band]++] = i;
        }
    }

    /// <summary>Indexes of the covers that may lie over a line at this place and were painted after the first <paramref name="count"/> areas.</summary>
    public ReadOnlySpan<int> At(float place, int count)
    {
        int band = BandOf(place);
        ReadOnlySpan<int> all = _entries.AsSpan(_starts[band].._starts[band + 1]);
        int found = all.BinarySearch(count);
        return all[(found < 0 ? ~found : found)..];
    }

    private (int First, int Last) Range(Box box, bool upright) =>
        upright ? (BandOf(box.Left), BandOf(box.Right)) : (BandOf(box.Bottom), BandOf(box.Top));

    private int BandOf(float place) => (int)Math.Clamp((place - _low) * _perPoint, 0, Bands - 1);
}
