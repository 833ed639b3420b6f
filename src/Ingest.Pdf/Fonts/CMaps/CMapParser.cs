using System.Text;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Fonts.Encodings;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Fonts.CMaps;

/// <summary>
/// Reads CMap files (Adobe Technical Note 5014) as far as text needs them. Anything unexpected is
/// passed over: sections that are not closed end with the next one, tuples that are cut short are dropped.
/// </summary>
internal static class CMapParser
{
    private const int MostCodeSpaces = 256;

    // The largest of Adobe's own CMaps have less than one.
    private const int MostBytes = 8 << 20;

    // Longer than any alphabet that has its own codes in order.
    private const uint WideRange = 0x0FFF;

    /// <summary>Nor does anyone list so many codes who knows what each of them is; what is said of one of them alone counts more.</summary>
    private const uint ByteRange = 0x7F;

    public static CMapContent Parse(ReadOnlySpan<byte> file)
    {
        var content = new CMapContent();
        var lexer = new Lexer(file[..Math.Min(file.Length, MostBytes)]);
        ReadOnlySpan<byte> name = default;
        lexer.Read();
        while (lexer.Kind != TokenKind.End)
        {
            if (lexer.Kind == TokenKind.Name)
                name = lexer.Text;
            else if (lexer.Kind == TokenKind.Number && name.SequenceEqual("WMode"u8))
                content.IsVertical = lexer.Number == 1;
            else if (lexer.Is("usecmap"u8))
                content.UsedName = Encoding.Latin1.GetString(name);
            else if (lexer.Kind == TokenKind.Keyword && ReadSection(ref lexer, content))
                continue;
            if (lexer.Kind != TokenKind.Name)
                name = default;
            lexer.Read();
        }

        return content;
    }

    /// <summary>Reads a section up to the first token that does not belong to it.</summary>
    /// <returns>False when the token does not open a section; it is then still to be passed over.</returns>
    private static bool ReadSection(ref Lexer lexer, CMapContent content)
    {
        bool isRange = lexer.Text.EndsWith("range"u8);
        if (lexer.Is("begincodespacerange"u8))
            ReadCodeSpaces(ref lexer, content);
        else if (lexer.Is("beginbfchar"u8) || lexer.Is("beginbfrange"u8))
            ReadUnicode(ref lexer, content, isRange);
        else if (lexer.Is("begincidchar"u8) || lexer.Is("begincidrange"u8))
            ReadCids(ref lexer, content, content.Cids, isRange);
        else if (lexer.Is("beginnotdefchar"u8) || lexer.Is("beginnotdefrange"u8))
            ReadCids(ref lexer, content, content.NotDefined, isRange);
        else
            return false;
        return true;
    }

    private static void ReadCodeSpaces(ref Lexer lexer, CMapContent content)
    {
        lexer.Read();
        while (TryReadSource(ref lexer, isRange: true, out Source source))
        {
            if (content.CodeSpaces.Count < MostCodeSpaces)
                content.CodeSpaces.Add(new CodeSpace(source.Length, source.First, source.Last));
        }
    }

    private static void ReadCids(ref Lexer lexer, CMapContent content, RangeMap<int> cids, bool isRange)
    {
        lexer.Read();
        while (TryReadSource(ref lexer, isRange, out Source source) && lexer.Kind == TokenKind.Number)
        {
            content.SourceLength = Math.Max(content.SourceLength, source.Length);
            if (lexer.TryGetInteger(out int cid) && cid is >= 0 and <= ushort.MaxValue)
                cids.Add(source.First, source.Last, cid);
            lexer.Read();
        }
    }

    private static void ReadUnicode(ref Lexer lexer, CMapContent content, bool isRange)
    {
        lexer.Read();
        while (TryReadSource(ref lexer, isRange, out Source source))
        {
            if (lexer.Kind == TokenKind.ArrayStart)
                ReadUnicodeArray(ref lexer, content, source);
            else if (TryReadTarget(lexer, out UnicodeTarget target))
                MapFor(source, target, content).Add(source.First, source.Last, target);
            else if (lexer.Kind is TokenKind.Keyword or TokenKind.End)
                return;
            lexer.Read();
        }
    }

    // Each code its own number: written by producers that know nothing of the codes, before or after what they do know.
    private static RangeMap<UnicodeTarget> MapFor(in Source source, in UnicodeTarget target, CMapContent content)
    {
        bool isIdentity = source.Last >= source.First && target.Prefix.Length == 0 && target.Last == source.First;
        return (isIdentity ? source.Last - source.First : 0) switch
        {
            >= WideRange => content.Identity,
            >= ByteRange => content.OwnNumbers,
            _ => content.Unicode,
        };
    }

    /// <summary>Leaves the lexer on the closing bracket, or on what stands in its place.</summary>
    private static void ReadUnicodeArray(ref Lexer lexer, CMapContent content, Source source)
    {
        for (ulong code = source.First; lexer.Read() is TokenKind.HexString or TokenKind.Name; code++)
        {
            if (code <= source.Last && TryReadTarget(lexer, out UnicodeTarget target))
                content.Unicode.Add((uint)code, (uint)code, target);
        }
    }

    private static bool TryReadTarget(in Lexer lexer, out UnicodeTarget target)
    {
        target = default;
        if (lexer.Kind == TokenKind.HexString)
            target = UnicodeTarget.FromHex(lexer.Text);
        else if (lexer.Kind == TokenKind.Name)
            target = UnicodeTarget.FromUnits(GlyphNames.TextOf(Encoding.Latin1.GetString(lexer.Text)) ?? "");
        else
            return false;
        return true;
    }

    /// <summary>Reads one or two codes and leaves the lexer on the token after them.</summary>
    private static bool TryReadSource(ref Lexer lexer, bool isRange, out Source source)
    {
        source = default;
        if (!TryReadCode(ref lexer, out uint first, out int length))
            return false;
        uint last = first;
        if (isRange && !TryReadCode(ref lexer, out last, out _))
            return false;
        source = new Source(first, last, length);
        return true;
    }

    private static bool TryReadCode(ref Lexer lexer, out uint code, out int length)
    {
        code = 0;
        length = 0;
        if (lexer.Kind != TokenKind.HexString)
            return false;
        int digits = 0;
        foreach (byte value in lexer.Text)
        {
            int digit = Bytes.HexDigit(value);
            if (digit < 0)
                continue;
            code = unchecked((code << 4) | (uint)digit);
            digits++;
        }

        length = (digits + 1) / 2;
        lexer.Read();
        return true;
    }

    private readonly record struct Source(uint First, uint Last, int Length);
}
