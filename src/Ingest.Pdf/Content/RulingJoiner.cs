using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

/// <summary>
/// Makes rulings of the bits of ink that lines are drawn with: bits that touch or overlap on one axis
/// become one, dashes become one, dots and specks are left out. Works on sorted bits, so that its time
/// grows like theirs.
/// </summary>
internal sealed class RulingJoiner(ReadingBudget budget)
{
    // Bits of one line may miss its middle by a rounded pixel; the two lines of a double rule are farther apart.
    private const float SameAxis = 0.3f;

    // Some writers end each cell's line at the edges of the lines that cross it, up to 1.5 points thick.
    private const float Touching = 1.6f;

    private const float ShortestRuling = 2;

    // A minus of small type, drawn, is shorter still and may be thick, but no dot.
    private const float ShortestSign = 1.2f;
    private const float SlendernessOfSign = 1.2f;
    private const float ThickestSign = 2;

    // A ruling is longer than thick; what is not is a dot, a bullet, a box to tick.
    private const float LeastSlenderness = 1.5f;

    private readonly Buffer<ulong> _keys = new(1024);
    private readonly Buffer<int> _order = new(1024);
    private readonly Buffer<LinePiece> _axis = new(256);
    private readonly Buffer<LinePiece> _runs = new(256);

    /// <summary>Replaces the bits by joined lines, horizontal ones first, by position and start.</summary>
    public void Join(Buffer<LinePiece> pieces, Buffer<LinePiece> rulings)
    {
        rulings.Clear();
        ReadOnlySpan<int> order = Sort(pieces.Span);
        int start = 0;
        while (start < order.Length)
        {
            int end = EndOfAxis(pieces.Span, order, start);
            _axis.Clear();
            foreach (int index in order[start..end])
                _axis.Add(pieces[index]);
            JoinAxis(rulings);
            start = end;
        }

        RemoveDotsOfUprightLines(rulings);
    }

    /// <summary>Dots below one another are an upright line, and none of them is a sign.</summary>
    private void RemoveDotsOfUprightLines(Buffer<LinePiece> rulings)
    {
        int upright = 0;
        while (upright < rulings.Count && rulings[upright].IsHorizontal)
            upright++;
        ReadOnlySpan<LinePiece> lines = rulings.Span[upright..];
        if (lines.IsEmpty)
            return;
        int kept = 0;
        for (int i = 0; i < rulings.Count; i++)
        {
            if (i >= upright || IsRuling(rulings[i]) || !IsDotOf(lines, rulings[i]))
                rulings[kept++] = rulings[i];
        }

        rulings.Truncate(kept);
    }

    private bool IsDotOf(ReadOnlySpan<LinePiece> lines, in LinePiece dot)
    {
        int low = 0;
        int high = lines.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (lines[middle].At < dot.Start)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < lines.Length && lines[low].At <= dot.End; low++)
        {
            budget.Check();
            if (lines[low].Start <= dot.At && lines[low].End >= dot.At)
                return true;
        }

        return false;
    }

    private ReadOnlySpan<int> Sort(ReadOnlySpan<LinePiece> pieces)
    {
        _keys.Clear();
        _order.Clear();
        Span<ulong> keys = _keys.Extend(pieces.Length);
        Span<int> order = _order.Extend(pieces.Length);
        for (int i = 0; i < pieces.Length; i++)
        {
            keys[i] = (pieces[i].IsHorizontal ? 0 : 1UL << 63) | (ulong)Quantum(pieces[i].At) << 32 | Quantum(pieces[i].Start);
            order[i] = i;
        }

        keys.Sort(order);
        return order;
    }

    /// <summary>Gives back what was lent for sorting.</summary>
    public void Release()
    {
        _keys.Release();
        _order.Release();
        _axis.Release();
        _runs.Release();
    }

    /// <summary>A place in 31 bits; pages are at most some 14,400 points wide.</summary>
    private static uint Quantum(float place) => (uint)((Math.Clamp((double)place, -500_000, 500_000) + 500_000) * 2048);

    private static int EndOfAxis(ReadOnlySpan<LinePiece> pieces, ReadOnlySpan<int> order, int start)
    {
        ref readonly LinePiece first = ref pieces[order[start]];
        int end = start + 1;
        while (end < order.Length
            && pieces[order[end]].IsHorizontal == first.IsHorizontal
            && pieces[order[end]].At - first.At <= SameAxis)
            end++;
        return end;
    }

    private void JoinAxis(Buffer<LinePiece> rulings)
    {
        _axis.Span.Sort(static (one, other) =>
            one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.End.CompareTo(one.End));
        _runs.Clear();
        LinePiece run = _axis[0];
        float longest = run.Length;
        for (int i = 1; i < _axis.Count; i++)
        {
            budget.Check();
            ref readonly LinePiece piece = ref _axis[i];
            if (piece.Start > run.End + Touching)
            {
                _runs.Add(run);
                run = piece;
                longest = piece.Length;
                continue;
            }

            run.End = Math.Max(run.End, piece.End);
            run.Thickness = Math.Max(run.Thickness, piece.Thickness);
            if (piece.Length > longest)
                (run.At, longest) = (piece.At, piece.Length);
        }

        _runs.Add(run);
        DashJoiner.Join(_runs);
        foreach (ref readonly LinePiece ruling in _runs.Span)
        {
            if (IsRuling(ruling) || MayBeSign(ruling))
                rulings.Add(ruling);
        }
    }

    private static bool IsRuling(in LinePiece bar) => bar.Length >= ShortestRuling && bar.Length >= LeastSlenderness * bar.Thickness;

    private static bool MayBeSign(in LinePiece bar) =>
        bar.IsHorizontal && bar.Length >= ShortestSign && bar.Thickness <= ThickestSign && bar.Length >= SlendernessOfSign * bar.Thickness;
}
