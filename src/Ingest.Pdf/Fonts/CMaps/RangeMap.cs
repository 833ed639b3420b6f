using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ingest.Pdf.Fonts.CMaps;

/// <summary>
/// Values given to ranges of codes, as CMaps and width arrays give them. A range is kept as a range,
/// however wide it claims to be; where ranges overlap, the one added last wins, as in viewers.
/// </summary>
internal sealed class RangeMap<T>
{
    // Real CMaps stay below 70 000 entries; more is an attempt to fill memory.
    private const int MostRanges = 200_000;

    private List<Range> _ranges = [];
    private bool _isSettled = true;

    public bool IsEmpty => _ranges.Count == 0;

    /// <summary>About what it takes in memory.</summary>
    public long Bytes => (long)_ranges.Capacity * Unsafe.SizeOf<Range>();

    /// <summary>Adds a range, both ends included. One that runs backwards is dropped.</summary>
    public void Add(uint first, uint last, T value)
    {
        if (last < first || _ranges.Count >= MostRanges)
            return;
        _isSettled = _isSettled && (IsEmpty || first > _ranges[^1].Last);
        _ranges.Add(new Range(first, last, first, value));
    }

    /// <param name="code">The code looked for.</param>
    /// <param name="offset">Distance of the code from the first of the range as it was added.</param>
    /// <param name="value">The value of the range.</param>
    public bool TryFind(uint code, out uint offset, out T? value)
    {
        if (!_isSettled)
            _ranges = CutOverlaps(_ranges);
        _isSettled = true;

        ReadOnlySpan<Range> ranges = CollectionsMarshal.AsSpan(_ranges);
        int low = 0;
        int high = ranges.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            ref readonly Range range = ref ranges[middle];
            if (code < range.First)
            {
                high = middle - 1;
            }
            else if (code > range.Last)
            {
                low = middle + 1;
            }
            else
            {
                offset = code - range.Origin;
                value = range.Value;
                return true;
            }
        }

        offset = 0;
        value = default;
        return false;
    }

    /// <summary>All ranges, each with the value of its first code; those of settled maps do not overlap.</summary>
    public IEnumerable<(uint First, uint Last, T Value)> All()
    {
        foreach (Range range in _ranges)
        {
            if (range.Origin == range.First)
                yield return (range.First, range.Last, range.Value);
        }
    }

    /// <summary>Sweeps over the ends of the ranges; of those open at a point, the last added is kept.</summary>
    private static List<Range> CutOverlaps(List<Range> added)
    {
        int[] byFirst = [.. Enumerable.Range(0, added.Count).OrderBy(i => added[i].First)];
        var open = new PriorityQueue<Range, int>();
        var cut = new List<Range>(added.Count);
        int next = 0;
        ulong at = 0;
        while (next < byFirst.Length || open.Count > 0)
        {
            if (open.Count == 0)
                at = Math.Max(at, added[byFirst[next]].First);
            for (; next < byFirst.Length && added[byFirst[next]].First <= at; next++)
                open.Enqueue(added[byFirst[next]], -byFirst[next]);
            Range top = open.Peek();
            if (top.Last < at)
            {
                open.Dequeue();
                continue;
            }

            ulong last = next < byFirst.Length ? Math.Min(top.Last, (ulong)added[byFirst[next]].First - 1) : top.Last;
            cut.Add(top with { First = (uint)at, Last = (uint)last });
            at = last + 1;
        }

        return cut;
    }

    private readonly record struct Range(uint First, uint Last, uint Origin, T Value);
}
