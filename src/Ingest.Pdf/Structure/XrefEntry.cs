using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Structure;

/// <summary>One line of a cross-reference table: <c>0000000016 00000 n</c>.</summary>
internal static class XrefEntry
{
    /// <summary>Reads an entry of any width; false when there is none.</summary>
    public static bool TryRead(ref Lexer lexer, out ObjectEntry entry)
    {
        entry = default;
        if (lexer.Read() != TokenKind.Number || !lexer.IsInteger || lexer.Number < 0)
            return false;
        double offset = lexer.Number;
        if (lexer.Read() != TokenKind.Number || lexer.Read() != TokenKind.Keyword)
            return false;
        if (lexer.Is("f"u8))
            entry = new ObjectEntry(ObjectEntryKind.Free, 0);
        else if (lexer.Is("n"u8))
            entry = At(offset);
        else
            return false;
        return true;
    }

    /// <summary>An entry for an offset; at 0 stands the header, so writers mean a free entry by it.</summary>
    public static ObjectEntry At(double offset) =>
        offset == 0 ? new ObjectEntry(ObjectEntryKind.Free, 0) : new ObjectEntry(ObjectEntryKind.InFile, (int)Math.Min(offset, int.MaxValue));
}
