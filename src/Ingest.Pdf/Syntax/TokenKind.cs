namespace Ingest.Pdf.Syntax;

/// <summary>What <see cref="Lexer.Read"/> found.</summary>
internal enum TokenKind : byte
{
    /// <summary>No more bytes.</summary>
    End,
    Number,
    Name,
    LiteralString,
    HexString,
    ArrayStart,
    ArrayEnd,
    DictionaryStart,
    DictionaryEnd,

    /// <summary>A brace, as PostScript functions and CMaps use them.</summary>
    Brace,

    /// <summary>Any other run of regular characters: operators, <c>obj</c>, <c>true</c>, <c>R</c> …</summary>
    Keyword,
}
