using Ingest.Contract.Geometry;

namespace Ingest.Pdf.Content;

/// <summary>
/// Recognises areas painted bar by bar — gradients, hatched grounds, pictures cut into rows — whose bars
/// are no rulings.
/// </summary>
internal sealed class BarStacks
{
    // A double rule with a ground between its lines has three.
    private const int FewestBars = 4;

    private const float SameEnds = 0.5f;

    // Bars of a stack touch or overlap, up to rounding.
    private const float Gap = 0.1f;

    private readonly Buffer<LinePiece> _byEnds = new(256);

    /// <summary>Takes stacks out of the rulings and gives the areas they make to the canvas.</summary>
    public void Remove(Buffer<LinePiece> rulings, Canvas canvas)
    {
        if (rulings.Count < FewestBars)
            return;
        _byEnds.Clear();
        rulings.Span.CopyTo(_byEnds.Extend(rulings.Count));
        Span<LinePiece> bars = _byEnds.Span;
        bars.Sort(static (one, other) => Compare(one, other));
        int removed = 0;
        int start = 0;
        while (start < bars.Length)
        {
            int end = start + 1;
            while (end < bars.Length && Touches(bars[end - 1], bars[end]))
                end++;
            if (end - start >= FewestBars)
            {
                canvas.AddArea(new PaintedArea(Around(bars[start..end]), bars[start].Rgb, AreaKind.Fill, Covers: false));
                foreach (ref LinePiece bar in bars[start..end])
                    bar.Thickness = -1;
                removed += end - start;
            }

            start = end;
        }

        if (removed > 0)
            KeepOthers(rulings, bars);
    }

    /// <summary>Gives back what was lent for sorting.</summary>
    public void Release() => _byEnds.Release();

    private static int Compare(in LinePiece one, in LinePiece other)
    {
        int order = other.IsHorizontal.CompareTo(one.IsHorizontal);
        order = order != 0 ? order : MathF.Round(one.Start / SameEnds).CompareTo(MathF.Round(other.Start / SameEnds));
        order = order != 0 ? order : MathF.Round(one.End / SameEnds).CompareTo(MathF.Round(other.End / SameEnds));
        return order != 0 ? order : one.At.CompareTo(other.At);
    }

    private static bool Touches(in LinePiece bar, in LinePiece next) =>
        bar.IsHorizontal == next.IsHorizontal
        && bar.Thickness > 0 && next.Thickness > 0
        && Math.Abs(next.Start - bar.Start) <= SameEnds && Math.Abs(next.End - bar.End) <= SameEnds
        && next.At - bar.At <= ((bar.Thickness + next.Thickness) / 2) + Gap;

    private static Box Around(ReadOnlySpan<LinePiece> bars)
    {
        LinePiece first = bars[0];
        LinePiece last = bars[^1];
        float low = first.At - (first.Thickness / 2);
        float high = last.At + (last.Thickness / 2);
        return first.IsHorizontal ? new Box(first.Start, low, first.End, high) : new Box(low, first.Start, high, first.End);
    }

    private static void KeepOthers(Buffer<LinePiece> rulings, ReadOnlySpan<LinePiece> bars)
    {
        rulings.Truncate(0);
        foreach (ref readonly LinePiece bar in bars)
        {
            if (bar.Thickness >= 0)
                rulings.Add(bar);
        }

        rulings.Span.Sort(static (one, other) =>
            one.IsHorizontal != other.IsHorizontal ? other.IsHorizontal.CompareTo(one.IsHorizontal)
            : one.At != other.At ? one.At.CompareTo(other.At)
            : one.Start.CompareTo(other.Start));
    }
}
