using Ingest.Contract.Geometry;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Content;

/// <summary>
/// Answers what lies below and above a place of a painted page. Areas are kept per horizontal band, so
/// that a letter is compared with those of its line only.
/// </summary>
internal sealed class PaintedGround(ReadingBudget budget)
{
    private const int Bands = 64;

    // More colours than this are not told apart in advance; then every letter is looked at.
    private const int MostColors = 32;

    private readonly Buffer<int> _entries = new(256);
    private readonly int[] _starts = new int[Bands + 1];
    private readonly Buffer<int> _colors = new(MostColors);
    private Buffer<PaintedArea> _areas = new(1);
    private float _bottom;
    private float _bandsPerPoint;

    /// <summary>Index of the last area that hides what is below it; −1 when there is none.</summary>
    public int LastCover { get; private set; }

    public void Prepare(Buffer<PaintedArea> areas, Box visible)
    {
        _areas = areas;
        _bottom = visible.Bottom;
        _bandsPerPoint = Bands / Math.Max(visible.Height, 1);
        _colors.Clear();
        _colors.Add(Rgb.White);
        LastCover = -1;
        Array.Clear(_starts);
        for (int i = 0; i < areas.Count; i++)
        {
            budget.Check();
            LastCover = areas[i].Covers ? i : LastCover;
            NoteColor(areas[i].Rgb);
            for (int band = BandOf(areas[i].Box.Bottom); band <= BandOf(areas[i].Box.Top); band++)
                _starts[band + 1]++;
        }

        FillBands(areas);
    }

    /// <summary>False when nothing on the page has a colour like this one.</summary>
    public bool MayVanish(int rgb)
    {
        if (_colors.Count > MostColors)
            return true;
        foreach (int color in _colors.Span)
        {
            if (Rgb.LookAlike(color, rgb))
                return true;
        }

        return false;
    }

    /// <summary>Colour of the topmost of the first <paramref name="count"/> areas at a point; white where there is none.</summary>
    public int ColorBelow(int count, float x, float y, bool ignoreBars)
    {
        ReadOnlySpan<int> band = BandAt(y);
        for (int i = FirstNotBefore(band, count) - 1; i >= 0; i--)
        {
            budget.Check();
            ref readonly PaintedArea area = ref _areas[band[i]];
            if (area.Box.Contains(x, y) && !(ignoreBars && area.Kind == AreaKind.Bar))
                return area.Rgb;
        }

        return Rgb.White;
    }

    /// <summary>True when an area after the first <paramref name="count"/> hides the whole box.</summary>
    public bool IsCovered(int count, Box box)
    {
        if (LastCover < count)
            return false;
        ReadOnlySpan<int> band = BandAt(box.CenterY);
        for (int i = FirstNotBefore(band, count); i < band.Length; i++)
        {
            budget.Check();
            ref readonly PaintedArea area = ref _areas[band[i]];
            if (area.Covers && area.Box.Contains(box.Left, box.Bottom) && area.Box.Contains(box.Right, box.Top))
                return true;
        }

        return false;
    }

    /// <summary>Gives back what was lent; what lies where is forgotten.</summary>
    public void Release()
    {
        _entries.Release();
        _colors.Release();
        _areas = new Buffer<PaintedArea>(1);
        Array.Clear(_starts);
    }

    private void NoteColor(int rgb)
    {
        if (rgb >= 0 && _colors.Count <= MostColors && !_colors.Span.Contains(rgb))
            _colors.Add(rgb);
    }

    private void FillBands(Buffer<PaintedArea> areas)
    {
        for (int band = 0; band < Bands; band++)
            _starts[band + 1] += _starts[band];
        _entries.Clear();
        Span<int> entries = _entries.Extend(_starts[Bands]);
        Span<int> next = stackalloc int[Bands];
        _starts.AsSpan(0, Bands).CopyTo(next);
        for (int i = 0; i < areas.Count; i++)
        {
            budget.Check();
            for (int band = BandOf(areas[i].Box.Bottom); band <= BandOf(areas[i].Box.Top); band++)
                entries[next[band]++] = i;
        }
    }

    private ReadOnlySpan<int> BandAt(float y)
    {
        int band = BandOf(y);
        return _entries.Span[_starts[band].._starts[band + 1]];
    }

    private int BandOf(float y) => (int)Math.Clamp((y - _bottom) * _bandsPerPoint, 0, Bands - 1);

    private static int FirstNotBefore(ReadOnlySpan<int> ascending, int value)
    {
        int found = ascending.BinarySearch(value);
        return found < 0 ? ~found : found;
    }
}
