namespace Ingest.Pdf.Fonts.Programs;

/// <summary>
/// The charstrings of a CFF font (Adobe Technical Note 5177) as far as the shape of a glyph needs them: where the pen goes.
/// Hints are counted to be passed over; arithmetic, which no text font uses, ends the glyph.
/// </summary>
internal ref struct Type2Outline(CffIndex globalSubroutines, CffIndex localSubroutines)
{
    // Nesting and length as the note bounds them, and as generous.
    private const int DeepestCall = 10;
    private const int MostOperators = 20_000;
    private const int MostOperands = 192;

    private readonly CffIndex _global = globalSubroutines;
    private readonly CffIndex _local = localSubroutines;
    private OutlineBounds _pen;
    private int _hints;
    private int _left = MostOperators;
    private int _count;

    /// <summary>The shape, or null where the charstring cannot be followed.</summary>
    public GlyphShape? Follow(scoped ReadOnlySpan<byte> charString, double perEm)
    {
        Span<double> operands = stackalloc double[MostOperands];
        return Run(charString, operands, DeepestCall) is null ? null : _pen.ToShape(perEm);
    }

    /// <returns>True when the glyph has ended, false at the end of a subroutine, null where it cannot be followed.</returns>
    private bool? Run(scoped ReadOnlySpan<byte> code, scoped Span<double> operands, int depth)
    {
        int at = 0;
        if (code.IsEmpty)
            return null;
        while (at < code.Length)
        {
            int first = code[at++];
            if (first >= 32 || first == 28)
            {
                double operand = ReadNumber(code, first, ref at);
                if (_count < operands.Length)
                    operands[_count++] = operand;
                continue;
            }

            if (--_left < 0)
                return null;
            switch (first)
            {
                case 10 or 29:
                    if (depth == 0 || _count == 0 || Run(Subroutine(first == 10 ? _local : _global, (int)operands[--_count]), operands, depth - 1) is not { } ended)
                        return null;
                    if (ended)
                        return true;
                    continue;
                case 11:
                    return false;
                case 14:
                    return true;
                case 1 or 3 or 18 or 23:
                    _hints += _count / 2;
                    break;
                case 19 or 20:
                    _hints += _count / 2;
                    at += (_hints + 7) / 8;
                    break;
                case 12:
                    if (!TryFlex(at < code.Length ? code[at++] : 0, operands[.._count]))
                        return null;
                    break;
                default:
                    Draw(first, operands[.._count]);
                    break;
            }

            _count = 0;
        }

        return depth == DeepestCall;
    }

    private void Draw(int operation, scoped ReadOnlySpan<double> operands)
    {
        switch (operation)
        {
            // The width may stand before the operands of the first move.
            case 21 when operands.Length >= 2:
                _pen.Move(operands[^2], operands[^1]);
                break;
            case 22 when operands.Length >= 1:
                _pen.Move(operands[^1], 0);
                break;
            case 4 when operands.Length >= 1:
                _pen.Move(0, operands[^1]);
                break;
            case 5 or 8 or 24 or 25:
                Lines(operands);
                break;
            case 6 or 7:
                for (int i = 0; i < operands.Length; i++)
                    AlongAxis(operands[i], (i % 2 == 0) == (operation == 6));
                break;
            case 26 or 27:
                AlmostStraightCurves(operands, isHorizontal: operation == 27);
                break;
            case 30 or 31:
                TurningCurves(operands, isHorizontal: operation == 31);
                break;
        }
    }

    private void AlongAxis(double distance, bool isHorizontal) => _pen.Draw(isHorizontal ? distance : 0, isHorizontal ? 0 : distance);

    // Lines, and curves by their control points: each is a step from the one before.
    private void Lines(scoped ReadOnlySpan<double> operands)
    {
        for (int i = 0; i + 1 < operands.Length; i += 2)
            _pen.Draw(operands[i], operands[i + 1]);
    }

    private void AlmostStraightCurves(scoped ReadOnlySpan<double> operands, bool isHorizontal)
    {
        double across = 0;
        if (operands.Length % 4 == 1)
        {
            across = operands[0];
            operands = operands[1..];
        }

        for (; operands.Length >= 4; operands = operands[4..], across = 0)
        {
            _pen.Draw(isHorizontal ? operands[0] : across, isHorizontal ? across : operands[0]);
            _pen.Draw(operands[1], operands[2]);
            AlongAxis(operands[3], isHorizontal);
        }
    }

    private void TurningCurves(scoped ReadOnlySpan<double> operands, bool isHorizontal)
    {
        for (; operands.Length >= 4; operands = operands[4..], isHorizontal = !isHorizontal)
        {
            AlongAxis(operands[0], isHorizontal);
            _pen.Draw(operands[1], operands[2]);
            double last = operands.Length == 5 ? operands[4] : 0;
            _pen.Draw(isHorizontal ? last : operands[3], isHorizontal ? operands[3] : last);
        }
    }

    private bool TryFlex(int operation, scoped ReadOnlySpan<double> operands)
    {
        switch (operation)
        {
            case 35 when operands.Length >= 12:
                Lines(operands[..12]);
                return true;
            case 37 when operands.Length >= 11:
                Lines(operands[..10]);
                (double dx, double dy) = (Sum(operands, 0), Sum(operands, 1));
                bool isHorizontal = Math.Abs(dx) > Math.Abs(dy);
                _pen.Draw(isHorizontal ? operands[10] : -dx, isHorizontal ? -dy : operands[10]);
                return true;
            case 34 when operands.Length >= 7:
                _pen.Draw(operands[0], 0);
                _pen.Draw(operands[1], operands[2]);
                _pen.Draw(operands[3] + operands[4] + operands[5] + operands[6], -operands[2]);
                return true;
            case 36 when operands.Length >= 9:
                Lines(operands[..4]);
                _pen.Draw(operands[4] + operands[5], 0);
                _pen.Draw(operands[6], operands[7]);
                _pen.Draw(operands[8], -operands[1] - operands[3] - operands[7]);
                return true;
            default:
                return false;
        }
    }

    // Of every second of the first ten.
    private static double Sum(ReadOnlySpan<double> operands, int from)
    {
        double sum = 0;
        for (int i = from; i < 10; i += 2)
            sum += operands[i];
        return sum;
    }

    private static ReadOnlySpan<byte> Subroutine(CffIndex index, int number)
    {
        int bias = index.Count < 1240 ? 107 : index.Count < 33900 ? 1131 : 32768;
        return index[number + bias];
    }

    private static double ReadNumber(ReadOnlySpan<byte> code, int first, ref int at)
    {
        switch (first)
        {
            case 28:
                at += 2;
                return BigEndian.Int16(code, at - 2);
            case <= 246:
                return first - 139;
            case <= 250:
                return ((first - 247) * 256) + BigEndian.Byte(code, at++) + 108;
            case <= 254:
                return (-(first - 251) * 256) - BigEndian.Byte(code, at++) - 108;
            default:
                at += 4;
                return unchecked((int)BigEndian.UInt32(code, at - 4)) / 65536.0;
        }
    }
}
