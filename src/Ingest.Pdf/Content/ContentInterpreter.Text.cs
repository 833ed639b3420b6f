namespace Ingest.Pdf.Content;

internal sealed partial class ContentInterpreter
{
    private bool TryText(uint code)
    {
        switch (code)
        {
            case Operators.ShowText:
                ShowLast();
                return true;
            case Operators.ShowTextAdjusted:
                ShowAdjusted();
                return true;
            case Operators.NextLineShowText:
                _text.MoveLine(0, -_state.Leading);
                ShowLast();
                return true;
            case Operators.NextLineSpacedShowText:
                ShowSpaced();
                return true;
            case Operators.MoveText:
                MoveText(setLeading: false);
                return true;
            case Operators.MoveTextSetLeading:
                MoveText(setLeading: true);
                return true;
            case Operators.NextLine:
                _text.MoveLine(0, -_state.Leading);
                return true;
            case Operators.TextMatrix:
                if (TryMatrix(out Matrix matrix))
                    _text.SetMatrix(matrix);
                return true;
            case Operators.BeginText:
                _text.Begin();
                return true;
            case Operators.EndText:
                _text.End(ref _state);
                return true;
            case Operators.Font:
                SetFont();
                return true;
            default:
                return TryTextParameter(code);
        }
    }

    private bool TryTextParameter(uint code)
    {
        switch (code)
        {
            case Operators.CharacterSpacing:
                SetTo(ref _state.CharacterSpacing);
                return true;
            case Operators.WordSpacing:
                SetTo(ref _state.WordSpacing);
                return true;
            case Operators.Leading:
                SetTo(ref _state.Leading);
                return true;
            case Operators.Rise:
                SetTo(ref _state.Rise);
                return true;
            case Operators.HorizontalScaling:
                if (_operands.TryNumber(out double percent))
                    _state.HorizontalScale = percent / 100;
                return true;
            case Operators.RenderingMode:
                if (_operands.TryNumber(out double mode) && mode is >= 0 and <= 7)
                    _state.RenderingMode = (int)mode;
                return true;
            default:
                return false;
        }
    }

    private void SetTo(ref double parameter)
    {
        if (_operands.TryNumber(out double value))
            parameter = value;
    }

    private void SetFont()
    {
        if (_operands.Count < 2 || !_operands.TryNumber(out double size) || _operands[_operands.Count - 2] is not { Kind: OperandKind.Name } name)
            return;
        _state.Font = _resources.Font(NameOf(name));
        _state.FontSize = size;
    }

    private void MoveText(bool setLeading)
    {
        if (!_operands.TryNumbers(2, out ReadOnlySpan<ContentOperand> numbers))
            return;
        if (setLeading)
            _state.Leading = -numbers[1].Number;
        _text.MoveLine(numbers[0].Number, numbers[1].Number);
    }

    private void ShowLast()
    {
        if (_operands.TryLast(OperandKind.String, out ContentOperand text))
            _text.Show(_operands.String(text), _state, _marked.IsHidden);
    }

    private void ShowSpaced()
    {
        if (_operands.Count >= 3
            && _operands[_operands.Count - 3] is { Kind: OperandKind.Number } words
            && _operands[_operands.Count - 2] is { Kind: OperandKind.Number } characters)
        {
            _state.WordSpacing = words.Number;
            _state.CharacterSpacing = characters.Number;
        }

        _text.MoveLine(0, -_state.Leading);
        ShowLast();
    }

    // Whatever stands before TJ is shown: a string without its array is what some writers meant.
    private void ShowAdjusted()
    {
        for (int i = 0; i < _operands.Count; i++)
        {
            ref readonly ContentOperand operand = ref _operands[i];
            if (operand.Kind == OperandKind.String)
                _text.Show(_operands.String(operand), _state, _marked.IsHidden);
            else if (operand.Kind == OperandKind.Number)
                _text.Adjust(operand.Number, _state);
        }
    }
}
