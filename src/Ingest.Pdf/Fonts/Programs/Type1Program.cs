using System.Text;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Fonts.Encodings;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Fonts.Programs;

/// <summary>A Type 1 font file: the encoding in its clear-text part. Its glyphs have names, not numbers.</summary>
internal sealed class Type1Program : FontProgram
{
    private readonly OnFirstUse<string?[]> _encoding;

    public Type1Program(ReadOnlyMemory<byte> file) => _encoding = new OnFirstUse<string?[]>(() => ReadEncoding(file.Span));

    public override string? TextOfCode(int code) => code is >= 0 and <= 0xFF ? _encoding.Value[code] : null;

    public override string? TextOfCid(int cid) => null;

    public override string? TextOfGlyph(int glyph) => null;

    /// <summary>
    /// Either <c>/Encoding StandardEncoding def</c>, or lines <c>dup 65 /A put</c> up to <c>def</c>.
    /// </summary>
    private static string?[] ReadEncoding(ReadOnlySpan<byte> file)
    {
        var encoding = new string?[256];
        int encrypted = file.IndexOf("eexec"u8);
        ReadOnlySpan<byte> clear = encrypted < 0 ? file : file[..encrypted];
        int start = clear.IndexOf("/Encoding"u8);
        if (start < 0)
            return encoding;

        var lexer = new Lexer(clear, start + "/Encoding".Length);
        double code = -1;
        while (lexer.Read() != TokenKind.End && !lexer.Is("def"u8) && !lexer.Is("readonly"u8))
        {
            if (lexer.Is("StandardEncoding"u8))
                BaseEncoding.Standard.CopyTo(encoding);
            else if (lexer.Kind == TokenKind.Number)
                code = lexer.Number;
            else if (lexer.Kind == TokenKind.Name && code is >= 0 and <= 255)
                encoding[(int)code] = GlyphNames.TextOf(Encoding.Latin1.GetString(lexer.Text));
        }

        return encoding;
    }
}
