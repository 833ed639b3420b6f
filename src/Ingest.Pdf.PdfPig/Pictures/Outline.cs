using System.Text;
using Ingest.Contract.Geometry;
using Ingest.Pdf.Content;
using UglyToad.PdfPig.Core;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>A path in the units of the picture, as it is built; relative and in whole units when written.</summary>
internal sealed class Outline
{
    private readonly StringBuilder _data = new();
    private int _x;
    private int _y;
    private int _startX;
    private int _startY;
    private double _lastX;
    private double _lastY;
    private float _left = float.MaxValue;
    private float _bottom = float.MaxValue;
    private float _right = float.MinValue;
    private float _top = float.MinValue;
    private int _segments;
    private bool _bends;
    private bool _open;

    public bool IsEmpty => _segments == 0;

    /// <summary>How many points, about.</summary>
    public int Length => _data.Length;

    /// <summary>Around all of it; the larger y is lower.</summary>
    public Box Bounds => IsEmpty ? default : new Box(_left, _bottom, _right, _top);

    /// <summary>A rectangle whose sides are level and upright, and nothing else.</summary>
    public bool IsRectangle { get; private set; }

    public string Data => _data.ToString();

    public void Clear()
    {
        _data.Clear();
        (_left, _bottom, _right, _top) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        (_x, _y, _startX, _startY, _lastX, _lastY) = (0, 0, 0, 0, 0, 0);
        (_segments, _bends, _open, IsRectangle) = (0, false, false, false);
        _corners.Clear();
    }

    private readonly List<(int X, int Y)> _corners = [];

    public void MoveTo(in Matrix matrix, double x, double y)
    {
        (double px, double py) = matrix.Apply(x, y);
        Note(px, py);
        (int rx, int ry) = (SvgNumber.Round(px), SvgNumber.Round(py));
        _data.Append('M');
        Append(rx, ry, true);
        (_x, _y, _startX, _startY, _lastX, _lastY) = (rx, ry, rx, ry, x, y);
        IsRectangle = false;
        Corner(rx, ry, isStart: true);
        _segments++;
        _open = true;
    }

    public void LineTo(in Matrix matrix, double x, double y)
    {
        if (!_open)
        {
            MoveTo(matrix, x, y);
            return;
        }

        (double px, double py) = matrix.Apply(x, y);
        Note(px, py);
        (int rx, int ry) = (SvgNumber.Round(px), SvgNumber.Round(py));
        if (ry == _y)
            _data.Append('h').Append(rx - _x);
        else if (rx == _x)
            _data.Append('v').Append(ry - _y);
        else
        {
            _data.Append('l');
            Append(rx - _x, ry - _y, true);
        }

        (_x, _y, _lastX, _lastY) = (rx, ry, x, y);
        Corner(rx, ry, isStart: false);
        _segments++;
    }

    public void CurveTo(in Matrix matrix, double x1, double y1, double x2, double y2, double x3, double y3)
    {
        if (!_open)
            MoveTo(matrix, x1, y1);
        (double ax, double ay) = matrix.Apply(x1, y1);
        (double bx, double by) = matrix.Apply(x2, y2);
        (double cx, double cy) = matrix.Apply(x3, y3);
        Note(ax, ay);
        Note(bx, by);
        Note(cx, cy);
        _data.Append('c');
        Append(SvgNumber.Round(ax) - _x, SvgNumber.Round(ay) - _y, true);
        Append(SvgNumber.Round(bx) - _x, SvgNumber.Round(by) - _y, false);
        (int rx, int ry) = (SvgNumber.Round(cx), SvgNumber.Round(cy));
        Append(rx - _x, ry - _y, false);
        (_x, _y, _lastX, _lastY) = (rx, ry, x3, y3);
        _bends = true;
        _segments++;
    }

    /// <summary>The first control point is where the path is.</summary>
    public void CurveTo(in Matrix matrix, double x2, double y2, double x3, double y3) => CurveTo(matrix, _lastX, _lastY, x2, y2, x3, y3);

    public void Close()
    {
        if (!_open)
            return;
        _data.Append('z');
        (_x, _y) = (_startX, _startY);
        IsRectangle = !_bends && IsBox();
    }

    public void Rectangle(in Matrix matrix, double x, double y, double width, double height)
    {
        MoveTo(matrix, x, y);
        LineTo(matrix, x + width, y);
        LineTo(matrix, x + width, y + height);
        LineTo(matrix, x, y + height);
        Close();
        (_lastX, _lastY) = (x, y);
    }

    /// <summary>A glyph; a quadratic curve becomes the cubic one that is the same.</summary>
    public void Add(in Matrix matrix, IReadOnlyList<PdfSubpath> glyph)
    {
        foreach (PdfSubpath subpath in glyph)
        {
            foreach (PdfSubpath.IPathCommand command in subpath.Commands)
            {
                switch (command)
                {
                    case PdfSubpath.Move move:
                        MoveTo(matrix, move.Location.X, move.Location.Y);
                        break;
                    case PdfSubpath.Line line:
                        LineTo(matrix, line.To.X, line.To.Y);
                        break;
                    case PdfSubpath.CubicBezierCurve curve:
                        CurveTo(matrix, curve.FirstControlPoint.X, curve.FirstControlPoint.Y, curve.SecondControlPoint.X, curve.SecondControlPoint.Y, curve.EndPoint.X, curve.EndPoint.Y);
                        break;
                    case PdfSubpath.QuadraticBezierCurve curve:
                        QuadraticTo(matrix, curve.ControlPoint.X, curve.ControlPoint.Y, curve.EndPoint.X, curve.EndPoint.Y);
                        break;
                    case PdfSubpath.Close:
                        Close();
                        break;
                }
            }
        }
    }

    private void QuadraticTo(in Matrix matrix, double x1, double y1, double x2, double y2)
    {
        if (!_open)
            MoveTo(matrix, x1, y1);
        (double ax, double ay) = matrix.Apply(x1, y1);
        (double bx, double by) = matrix.Apply(x2, y2);
        Note(ax, ay);
        Note(bx, by);
        _data.Append('q');
        Append(SvgNumber.Round(ax) - _x, SvgNumber.Round(ay) - _y, true);
        (int rx, int ry) = (SvgNumber.Round(bx), SvgNumber.Round(by));
        Append(rx - _x, ry - _y, false);
        (_x, _y, _lastX, _lastY) = (rx, ry, x2, y2);
        _bends = true;
        _segments++;
    }

    /// <summary>Corners of the first subpath: five of them, or four and closed, make a rectangle; a second subpath makes none.</summary>
    private void Corner(int x, int y, bool isStart)
    {
        if (isStart && _corners.Count > 0)
            _bends = true;
        if (_corners.Count <= 5)
            _corners.Add((x, y));
    }

    private bool IsBox()
    {
        if (_corners.Count is not (4 or 5) || (_corners.Count == 5 && _corners[4] != _corners[0]))
            return false;
        ((int ax, int ay), (int bx, int by), (int cx, int cy), (int dx, int dy)) = (_corners[0], _corners[1], _corners[2], _corners[3]);
        return (ay == by && bx == cx && cy == dy && dx == ax) || (ax == bx && by == cy && cx == dx && dy == ay);
    }

    private void Note(double x, double y)
    {
        _left = Math.Min(_left, (float)x);
        _right = Math.Max(_right, (float)x);
        _bottom = Math.Min(_bottom, (float)y);
        _top = Math.Max(_top, (float)y);
    }

    private void Append(int x, int y, bool first)
    {
        SvgNumber.AppendTo(_data, x, first);
        SvgNumber.AppendTo(_data, y, false);
    }
}
