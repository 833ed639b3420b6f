namespace Ingest.Pdf.Content;

/// <summary>The graphics states saved by <c>q</c>, below the current one.</summary>
internal sealed class GraphicsStateStack
{
    // States saved beyond this are only counted: real pages stay below thirty, and each takes some 350 bytes.
    private const int MostSaved = 512;

    private readonly Buffer<GraphicsState> _saved = new(32);
    private int _uncounted;

    public int Depth => _saved.Count;

    public void Clear()
    {
        _saved.Clear();
        _uncounted = 0;
    }

    /// <summary>Gives back what was lent for states.</summary>
    public void Release()
    {
        Clear();
        _saved.Release();
    }

    public void Save(in GraphicsState state)
    {
        if (_saved.Count >= MostSaved)
            _uncounted++;
        else
            _saved.Add(state);
    }

    /// <summary>False when nothing was saved above <paramref name="floor"/>: a Q without its q is passed over.</summary>
    public bool TryRestore(int floor, ref GraphicsState state)
    {
        if (_uncounted > 0)
        {
            _uncounted--;
            return true;
        }

        if (_saved.Count <= floor)
            return false;
        state = _saved[_saved.Count - 1];
        _saved.Truncate(_saved.Count - 1);
        return true;
    }

    /// <summary>Back to what it was before a form that left states unrestored.</summary>
    public void TruncateTo(int depth)
    {
        _uncounted = 0;
        _saved.Truncate(Math.Min(depth, _saved.Count));
    }
}
