namespace Ingest.Pdf.Content;

internal sealed partial class ContentInterpreter
{
    private bool TryPath(uint code)
    {
        switch (code)
        {
            case Operators.MoveTo:
                if (_operands.TryNumbers(2, out ReadOnlySpan<ContentOperand> start))
                    _path.MoveTo(_state.Ctm, start[0].Number, start[1].Number);
                return true;
            case Operators.LineTo:
                if (_operands.TryNumbers(2, out ReadOnlySpan<ContentOperand> end))
                    _path.LineTo(_state.Ctm, end[0].Number, end[1].Number);
                return true;
            case Operators.Rectangle:
                if (_operands.TryNumbers(4, out ReadOnlySpan<ContentOperand> sides))
                    _path.Rectangle(_state.Ctm, sides[0].Number, sides[1].Number, sides[2].Number, sides[3].Number);
                return true;
            case Operators.ClosePath:
                _path.Close();
                return true;
            case Operators.CurveTo or Operators.CurveToFromCurrent or Operators.CurveToAtEnd:
                AddCurve(code);
                return true;
            case Operators.Clip or Operators.ClipEvenOdd:
                _clipPending = true;
                return true;
            default:
                return TryPaint(code);
        }
    }

    private bool TryPaint(uint code)
    {
        switch (code)
        {
            case Operators.EndPath:
                Paint(stroke: false, fill: false);
                return true;
            case Operators.Stroke:
                Paint(stroke: true, fill: false);
                return true;
            case Operators.CloseStroke:
                Paint(stroke: true, fill: false, close: true);
                return true;
            case Operators.Fill or Operators.FillOld:
                Paint(stroke: false, fill: true);
                return true;
            case Operators.FillEvenOdd:
                Paint(stroke: false, fill: true, evenOdd: true);
                return true;
            case Operators.FillStroke:
                Paint(stroke: true, fill: true);
                return true;
            case Operators.FillStrokeEvenOdd:
                Paint(stroke: true, fill: true, evenOdd: true);
                return true;
            case Operators.CloseFillStroke:
                Paint(stroke: true, fill: true, close: true);
                return true;
            case Operators.CloseFillStrokeEvenOdd:
                Paint(stroke: true, fill: true, close: true, evenOdd: true);
                return true;
            case Operators.Shading:
                PaintShading();
                return true;
            default:
                return false;
        }
    }

    private void AddCurve(uint code)
    {
        if (code == Operators.CurveTo)
        {
            if (_operands.TryNumbers(6, out ReadOnlySpan<ContentOperand> all))
                _path.CurveTo(_state.Ctm, all[0].Number, all[1].Number, all[2].Number, all[3].Number, all[4].Number, all[5].Number);
        }
        else if (_operands.TryNumbers(4, out ReadOnlySpan<ContentOperand> some))
        {
            if (code == Operators.CurveToFromCurrent)
                _path.CurveTo(_state.Ctm, some[0].Number, some[1].Number, some[2].Number, some[3].Number);
            else
                _path.CurveTo(_state.Ctm, some[0].Number, some[1].Number, some[2].Number, some[3].Number, some[2].Number, some[3].Number);
        }
    }

    private void Paint(bool stroke, bool fill, bool close = false, bool evenOdd = false)
    {
        if (close)
            _path.Close();
        _path.Finish();
        if (!_path.IsEmpty && !_marked.IsHidden)
        {
            if (fill)
            {
                _canvas.ShowThrough(_state, _state.Fill.Rgb);
                _shapes.Fill(_path, evenOdd, _state);
            }

            if (stroke)
                _shapes.Stroke(_path, _state);
        }

        // Viewers differ on W without a path; to leave the clip alone keeps the text in sight.
        if (_clipPending && !_path.IsEmpty)
            _state.ClipTo(_path.Bounds(), ShapePainter.IsRectangle(_path));
        _clipPending = false;
        _path.Clear();
    }

    // A shading fills all there is to fill; its colours vary.
    private void PaintShading()
    {
        if (_marked.IsHidden)
            return;
        _canvas.ShowThrough(_state, Rgb.Unknown);
        _shapes.FillRectangle(_canvas.Visible.Intersect(_state.Clip), Rgb.Unknown, _state);
    }
}
