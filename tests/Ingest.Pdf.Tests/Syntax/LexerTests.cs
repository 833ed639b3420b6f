using System.Text;
using FsCheck.Xunit;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Tests.Syntax;

public sealed class LexerTests
{
    [Fact]
    public void Tokens_need_no_space_between_them()
    {
        Assert.Equal(
            ["Name:F1", "Number:12", "Keyword:Tf", "ArrayStart:[", "LiteralString:a", "Number:-3", "HexString:41", "ArrayEnd:]", "Keyword:TJ", "DictionaryStart:<<", "Name:K", "DictionaryEnd:>>", "Brace:{", "Brace:}"],
            Tokens("/F1 12Tf[(a)-3<41>]TJ<</K>>{}"));
    }

    [Fact]
    public void Comments_and_all_white_space_are_passed_over()
    {
        Assert.Equal(["Number:1", "Number:2", "Number:3", "Number:4"], Tokens("\0\t\f 1%one (not a string\r2%\n3 % to the end\n4%"));
    }

    [Fact]
    public void Stray_closing_characters_are_passed_over()
    {
        Assert.Equal(["Number:1", "Number:2", "Number:3"], Tokens("1 ) 2 > ) 3 )"));
    }

    [Theory]
    [InlineData("(plain)", "plain")]
    [InlineData("(a(b)c)", "a(b)c")]
    [InlineData(@"(\(\)\\)", @"()\")]
    [InlineData(@"(\n\r\t\b\f)", "\n\r\t\b\f")]
    [InlineData(@"(\101\7\0532)", "A\a+2")]
    [InlineData(@"(\400)", "\0")]
    [InlineData(@"(\q\9)", "q9")]
    [InlineData("(a\\\nb\\\r\nc\\\rd)", "abcd")]
    [InlineData("(a\r\nb\rc\nd)", "a\nb\nc\nd")]
    [InlineData("()", "")]
    [InlineData("(open", "open")]
    [InlineData("(open (too", "open (too")]
    [InlineData("(end\\", "end")]
    [InlineData("<48656C6C6F>", "Hello")]
    [InlineData("<4 8 6\n5>", "He")]
    [InlineData("<487>", "Hp")]
    [InlineData("<4x8>", "H")]
    [InlineData("<>", "")]
    [InlineData("<48", "H")]
    public void A_string_has_its_escapes_resolved(string text, string expected)
    {
        var lexer = new Lexer(PdfBuilder.Latin(text));
        lexer.Read();
        var value = new byte[lexer.Text.Length];

        int length = lexer.CopyString(value);

        Assert.Equal(expected, Encoding.Latin1.GetString(value, 0, length));
    }

    [Fact]
    public void A_position_can_be_set_anywhere()
    {
        var lexer = new Lexer("abc 12"u8) { Position = 4 };
        Assert.Equal(TokenKind.Number, lexer.Read());

        lexer.Position = 1000;
        Assert.Equal(TokenKind.End, lexer.Read());

        lexer.Position = -5;
        Assert.Equal(TokenKind.Keyword, lexer.Read());
        Assert.Equal(0, lexer.TokenStart);
    }

    [Theory]
    [InlineData("2147483647", true)]
    [InlineData("2147483648", false)]
    [InlineData("1.0", false)]
    public void Only_integers_that_fit_are_integers(string text, bool fits)
    {
        var lexer = new Lexer(PdfBuilder.Latin(text));
        lexer.Read();

        Assert.Equal(fits, lexer.TryGetInteger(out _));
    }

    [Property(MaxTest = 1000)]
    public bool Any_bytes_are_read_to_their_end(byte[] bytes)
    {
        var lexer = new Lexer(bytes);
        int last = -1;
        while (lexer.Read() != TokenKind.End)
        {
            var value = new byte[lexer.Text.Length];
            if (lexer.TokenStart <= last || lexer.CopyString(value) > value.Length)
                return false;
            last = lexer.TokenStart;
        }

        return lexer.Position == bytes.Length;
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var lexer = new Lexer(PdfBuilder.Latin(text));
        while (lexer.Read() != TokenKind.End)
            tokens.Add($"{lexer.Kind}:{Encoding.Latin1.GetString(lexer.Text)}");
        return tokens;
    }
}
