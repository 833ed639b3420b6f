namespace Ingest.Pdf.Fonts.Programs;

/// <summary>Follows a pen round the contours of a glyph: how many there are and the box around them, control points included.</summary>
internal struct OutlineBounds
{
    private double _x;
    private double _y;
    private double _left;
    private double _bottom;
    private double _right;
    private double _top;
    private int _contours;
    private bool _drawn;

    /// <summary>A contour begins; one that nothing was drawn for is none.</summary>
    public void Move(double x, double y)
    {
        _x += x;
        _y += y;
        _drawn = false;
    }

    public void Draw(double x, double y)
    {
        if (!_drawn)
        {
            Include(first: _contours == 0);
            _contours++;
            _drawn = true;
        }

        _x += x;
        _y += y;
        Include(first: false);
    }

    public readonly GlyphShape ToShape(double perEm) =>
        _contours == 0 ? default : new GlyphShape(_contours, _left / perEm, _bottom / perEm, _right / perEm, _top / perEm);

    private void Include(bool first)
    {
        _left = first ? _x : Math.Min(_left, _x);
        _right = first ? _x : Math.Max(_right, _x);
        _bottom = first ? _y : Math.Min(_bottom, _y);
        _top = first ? _y : Math.Max(_top, _y);
    }
}
