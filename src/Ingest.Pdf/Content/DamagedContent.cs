using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Content;

/// <summary>
/// Content whose compressed data is damaged: the decoder notices only some way behind the damage, and what it made of the bytes
/// between is garbage, which may show letters that nobody wrote.
/// </summary>
internal static class DamagedContent
{
    private const string Known =
        " b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \" true false null ";

    /// <summary>How far it is believed: up to the first word that is no operator.</summary>
    public static int SoundLength(ReadOnlySpan<byte> content)
    {
        var lexer = new Lexer(content);
        int sound = 0;
        while (true)
        {
            switch (lexer.Read())
            {
                case TokenKind.End:
                    return content.Length;
                case TokenKind.Keyword when lexer.Is("ID"u8):
                    int end = content[lexer.Position..].IndexOf("EI"u8);
                    if (end < 0)
                        return sound;
                    lexer.Position += end + 2;
                    sound = lexer.Position;
                    break;
                case TokenKind.Keyword when !IsKnown(lexer.Text):
                    return sound;
                case TokenKind.Keyword:
                    sound = lexer.Position;
                    break;
            }
        }
    }

    private static bool IsKnown(ReadOnlySpan<byte> word)
    {
        if (word.Length > 5)
            return false;
        Span<char> padded = stackalloc char[7];
        padded[0] = ' ';
        for (int i = 0; i < word.Length; i++)
            padded[i + 1] = (char)word[i];
        padded[word.Length + 1] = ' ';
        return Known.AsSpan().IndexOf(padded[..(word.Length + 2)]) >= 0;
    }
}
