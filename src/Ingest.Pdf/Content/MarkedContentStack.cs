namespace Ingest.Pdf.Content;

/// <summary>A marked-content sequence that has begun.</summary>
/// <param name="HidesLayer">It belongs to a layer that is off.</param>
/// <param name="ActualText">What its letters stand for, when it says so.</param>
/// <param name="FirstLetter">Letters of the page before it.</param>
internal readonly record struct MarkedContent(bool HidesLayer, string? ActualText, int FirstLetter);

/// <summary>The marked-content sequences around an operator; forms see those of whoever paints them.</summary>
internal sealed class MarkedContentStack
{
    // Beyond this, sequences are only counted: no real page nests a tenth as deep.
    private const int MostOpen = 1024;

    private readonly Buffer<MarkedContent> _open = new(16);
    private int _uncounted;
    private int _hiding;

    /// <summary>True inside a layer that is off.</summary>
    public bool IsHidden => _hiding > 0;

    public int Depth => _open.Count + _uncounted;

    public void Clear()
    {
        _open.Clear();
        _uncounted = 0;
        _hiding = 0;
    }

    public void Begin(in MarkedContent content)
    {
        if (_open.Count >= MostOpen)
        {
            _uncounted++;
            return;
        }

        _open.Add(content);
        _hiding += content.HidesLayer ? 1 : 0;
    }

    /// <summary>Ends the innermost sequence; one that has no beginning ends nothing.</summary>
    public MarkedContent End()
    {
        if (_uncounted > 0)
        {
            _uncounted--;
            return default;
        }

        if (_open.Count == 0)
            return default;
        MarkedContent ended = _open[_open.Count - 1];
        _open.Truncate(_open.Count - 1);
        _hiding -= ended.HidesLayer ? 1 : 0;
        return ended;
    }

    /// <summary>Ends what a form has left open.</summary>
    public void EndTo(int depth)
    {
        while (Depth > depth)
            End();
    }
}
