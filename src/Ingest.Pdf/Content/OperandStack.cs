using Ingest.Pdf.Limits;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Content;

/// <summary>What stands before an operator. One instance serves all operators of all pages.</summary>
internal sealed class OperandStack(ReadingBudget budget)
{
    // TJ arrays of one line have hundreds of entries; what exceeds this is dropped.
    private const int MostOperands = 1 << 16;

    private readonly Buffer<ContentOperand> _operands = new(256);
    private readonly Buffer<byte> _strings = new(1024);
    private int _openArray = -1;

    public int Count => _operands.Count;

    public ref readonly ContentOperand this[int index] => ref _operands[index];

    /// <summary>The value of a string operand, valid until the next <see cref="ReadOperator"/>.</summary>
    public ReadOnlySpan<byte> String(in ContentOperand operand) => _strings.Span.Slice(operand.Start, operand.Length);

    /// <summary>
    /// Reads up to the next operator.
    /// </summary>
    /// <returns>The operator's bytes as in <see cref="Operators"/>; 0 when the content has ended.</returns>
    public uint ReadOperator(ref Lexer lexer)
    {
        _operands.Truncate(0);
        _strings.Truncate(0);
        _openArray = -1;
        while (true)
        {
            budget.Check();
            switch (lexer.Read())
            {
                case TokenKind.Number:
                    Push(new ContentOperand(OperandKind.Number, lexer.Number, 0, 0));
                    break;
                case TokenKind.Name:
                    Push(new ContentOperand(OperandKind.Name, 0, lexer.TextStart, lexer.Text.Length));
                    break;
                case TokenKind.LiteralString or TokenKind.HexString:
                    PushString(lexer);
                    break;
                case TokenKind.ArrayStart:
                    OpenArray();
                    break;
                case TokenKind.ArrayEnd:
                    CloseArray();
                    break;
                case TokenKind.DictionaryStart:
                    PushDictionary(ref lexer);
                    break;
                case TokenKind.Keyword when IsConstant(lexer):
                    Push(new ContentOperand(OperandKind.Constant, lexer.Is("true"u8) ? 1 : 0, 0, 0));
                    break;
                case TokenKind.Keyword when _openArray >= 0 && IsTextParameter(Operators.Code(lexer.Text)):
                    DropNumber();
                    break;
                case TokenKind.Keyword:
                    CloseArray();
                    return Operators.Code(lexer.Text);
                case TokenKind.End:
                    return 0;
            }
        }
    }

    /// <summary>
    /// The last <paramref name="count"/> operands, when they are numbers; of too many, viewers take the
    /// last ones too.
    /// </summary>
    public bool TryNumbers(int count, out ReadOnlySpan<ContentOperand> numbers)
    {
        numbers = default;
        if (_operands.Count < count)
            return false;
        numbers = _operands.Span[^count..];
        foreach (ref readonly ContentOperand operand in numbers)
        {
            if (operand.Kind != OperandKind.Number)
                return false;
        }

        return true;
    }

    public bool TryNumber(out double number)
    {
        bool found = TryNumbers(1, out ReadOnlySpan<ContentOperand> numbers);
        number = found ? numbers[0].Number : 0;
        return found;
    }

    public bool TryLast(OperandKind kind, out ContentOperand operand)
    {
        operand = _operands.Count > 0 ? _operands[_operands.Count - 1] : default;
        return _operands.Count > 0 && operand.Kind == kind;
    }

    /// <summary>Gives back what was lent for operands.</summary>
    public void Release()
    {
        _operands.Release();
        _strings.Release();
    }

    // No operator is as long.
    private static bool IsConstant(in Lexer lexer) =>
        lexer.Text.Length >= 4 && (lexer.Is("true"u8) || lexer.Is("false"u8) || lexer.Is("null"u8));

    // Written by some between the strings of a TJ array, which ends at its bracket all the same.
    private static bool IsTextParameter(uint code) => code
        is Operators.CharacterSpacing or Operators.WordSpacing or Operators.HorizontalScaling or Operators.Leading or Operators.Rise or Operators.RenderingMode;

    private void DropNumber()
    {
        if (TryLast(OperandKind.Number, out _))
            _operands.Truncate(_operands.Count - 1);
    }

    private void Push(in ContentOperand operand)
    {
        if (_operands.Count < MostOperands)
            _operands.Add(operand);
    }

    private void PushString(in Lexer lexer)
    {
        if (_operands.Count >= MostOperands)
            return;
        int start = _strings.Count;
        int length = lexer.CopyString(_strings.Extend(lexer.Text.Length));
        _strings.Truncate(start + length);
        Push(new ContentOperand(OperandKind.String, 0, start, length));
    }

    // Content has arrays inside arrays only where it is damaged; one that opens another is flattened.
    private void OpenArray()
    {
        if (_openArray >= 0)
            return;
        _openArray = _operands.Count;
        Push(new ContentOperand(OperandKind.Array, 0, 0, 0));
    }

    private void CloseArray()
    {
        if (_openArray >= 0 && _openArray < _operands.Count)
            _operands[_openArray] = new ContentOperand(OperandKind.Array, 0, 0, _operands.Count - _openArray - 1);
        _openArray = -1;
    }

    // Property lists are rarely looked into, so their range is kept instead of objects.
    private void PushDictionary(ref Lexer lexer)
    {
        int start = lexer.TokenStart;
        int open = 1;
        while (open > 0)
        {
            budget.Check();
            TokenKind kind = lexer.Read();
            if (kind == TokenKind.End)
                break;
            open += kind == TokenKind.DictionaryStart ? 1 : kind == TokenKind.DictionaryEnd ? -1 : 0;
        }

        Push(new ContentOperand(OperandKind.Dictionary, 0, start, lexer.Position - start));
    }
}
