namespace Ingest.Pdf.Syntax;

/// <summary>
/// Splits bytes into tokens without allocating. White space, comments and stray closing characters are
/// passed over. It never fails: what is not closed ends with the bytes.
/// </summary>
internal ref struct Lexer
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;
    private int _textStart;
    private int _textEnd;

    public Lexer(ReadOnlySpan<byte> bytes, int position = 0)
    {
        _bytes = bytes;
        Position = position;
    }

    /// <summary>Where the next token is looked for; setting it beyond the bytes means their end.</summary>
    public int Position
    {
        readonly get => _position;
        set => _position = Math.Clamp(value, 0, _bytes.Length);
    }

    public TokenKind Kind { get; private set; }

    /// <summary>Position of the token's first byte, delimiter included.</summary>
    public int TokenStart { get; private set; }

    /// <summary>Position of the first byte of <see cref="Text"/>.</summary>
    public readonly int TextStart => _textStart;

    /// <summary>
    /// The token as written, without slash, parentheses or angle brackets, escapes not resolved.
    /// </summary>
    public readonly ReadOnlySpan<byte> Text => _bytes[_textStart.._textEnd];

    /// <summary>Value of a <see cref="TokenKind.Number"/>; always finite.</summary>
    public double Number { get; private set; }

    /// <summary>True when the number was written without a decimal point.</summary>
    public bool IsInteger { get; private set; }

    /// <summary>True when the literal string holds a backslash or a carriage return, so that its text is not yet its value.</summary>
    public bool HasEscapes { get; private set; }

    /// <summary>Reads the next token and says what it is; its properties then describe it.</summary>
    public TokenKind Read()
    {
        SkipWhiteSpace();
        if (_position < _bytes.Length && _bytes[_position] is (byte)')' or (byte)'>')
            SkipStray();
        TokenStart = _position;
        _textStart = _position;
        _textEnd = _position;
        return Kind = _position < _bytes.Length ? ReadToken(_bytes[_position]) : TokenKind.End;
    }

    /// <summary>Passes over white space and comments.</summary>
    public void SkipWhiteSpace()
    {
        ReadOnlySpan<byte> bytes = _bytes;
        int at = _position;
        while (at < bytes.Length)
        {
            byte value = bytes[at];
            if (Bytes.IsWhiteSpace(value))
            {
                at++;
            }
            else if (value == '%')
            {
                int end = bytes[at..].IndexOfAny((byte)'\r', (byte)'\n');
                at = end < 0 ? bytes.Length : at + end;
            }
            else
            {
                break;
            }
        }

        _position = at;
    }

    /// <summary>True when the token is this keyword.</summary>
    public readonly bool Is(ReadOnlySpan<byte> keyword) => Kind == TokenKind.Keyword && Text.SequenceEqual(keyword);

    /// <summary>The number as an integer, when it is one that fits.</summary>
    public readonly bool TryGetInteger(out int value)
    {
        bool fits = Kind == TokenKind.Number && IsInteger && Math.Abs(Number) <= int.MaxValue;
        value = fits ? (int)Number : 0;
        return fits;
    }

    /// <summary>
    /// Writes the value of the string token, escapes resolved. <see cref="Text"/>'s length is always room enough.
    /// </summary>
    /// <returns>The number of bytes written.</returns>
    public readonly int CopyString(Span<byte> destination) => Kind switch
    {
        TokenKind.HexString => StringSyntax.DecodeHex(Text, destination),
        TokenKind.LiteralString when HasEscapes => StringSyntax.DecodeLiteral(Text, destination),
        TokenKind.LiteralString => CopyText(destination),
        _ => 0,
    };

    private readonly int CopyText(Span<byte> destination)
    {
        Text.CopyTo(destination);
        return Text.Length;
    }

    private void SkipStray()
    {
        while (_position < _bytes.Length && IsStray())
        {
            _position++;
            SkipWhiteSpace();
        }
    }

    private readonly bool IsStray() => _bytes[_position] switch
    {
        (byte)')' => true,
        (byte)'>' => _position + 1 >= _bytes.Length || _bytes[_position + 1] != '>',
        _ => false,
    };

    private TokenKind ReadToken(byte first)
    {
        switch (first)
        {
            case (byte)'/':
                ReadRegular(_position + 1);
                return TokenKind.Name;
            case (byte)'(':
                return ReadLiteral();
            case (byte)'<':
                return Next(1) == '<' ? Take(2, TokenKind.DictionaryStart) : ReadHex();
            case (byte)'>':
                return Take(2, TokenKind.DictionaryEnd);
            case (byte)'[':
                return Take(1, TokenKind.ArrayStart);
            case (byte)']':
                return Take(1, TokenKind.ArrayEnd);
            case (byte)'{' or (byte)'}':
                return Take(1, TokenKind.Brace);
            case (byte)'+' or (byte)'-' or (byte)'.':
            case >= (byte)'0' and <= (byte)'9':
                return ReadNumber();
            default:
                ReadRegular(_position);
                return TokenKind.Keyword;
        }
    }

    private readonly int Next(int offset) => _position + offset < _bytes.Length ? _bytes[_position + offset] : -1;

    private TokenKind Take(int length, TokenKind kind)
    {
        _position = Math.Min(_position + length, _bytes.Length);
        _textEnd = _position;
        return kind;
    }

    private void ReadRegular(int start)
    {
        ReadOnlySpan<byte> bytes = _bytes;
        int at = start;
        while (at < bytes.Length && Bytes.IsRegular(bytes[at]))
            at++;
        _textStart = start;
        _textEnd = at;
        _position = at;
    }

    private TokenKind ReadNumber()
    {
        int length = NumberSyntax.Read(_bytes[_position..], out double value, out bool isInteger);
        Number = value;
        IsInteger = isInteger;
        return Take(length, TokenKind.Number);
    }

    private TokenKind ReadHex()
    {
        int length = _bytes[(_position + 1)..].IndexOf((byte)'>');
        _textStart = _position + 1;
        _textEnd = length < 0 ? _bytes.Length : _textStart + length;
        _position = Math.Min(_textEnd + 1, _bytes.Length);
        return TokenKind.HexString;
    }

    private TokenKind ReadLiteral()
    {
        int start = _position + 1;
        int length = StringSyntax.FindLiteralEnd(_bytes[start..], out bool hasEscapes);
        HasEscapes = hasEscapes;
        _textStart = start;
        _textEnd = start + length;
        _position = Math.Min(_textEnd + 1, _bytes.Length);
        return TokenKind.LiteralString;
    }
}
