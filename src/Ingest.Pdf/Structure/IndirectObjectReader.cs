using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Security;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Structure;

/// <summary>An object together with the number under which the file defines it.</summary>
/// <param name="Number">As the file writes it in front of the object.</param>
/// <param name="Generation">As the file writes it in front of the object.</param>
/// <param name="Value">The object itself.</param>
/// <param name="Weight">How many objects it is made of.</param>
internal readonly record struct IndirectObject(int Number, int Generation, PdfObject Value, int Weight);

/// <summary>Reads <c>12 0 obj … endobj</c>, streams included, at a place in the file.</summary>
internal sealed class IndirectObjectReader(ReadOnlyMemory<byte> file, ObjectParser parser, ReadingBudget budget)
{
    // "4294967295 65535 obj" and the keywords that follow an object, with room for white space and comments.
    private const int HeaderWindow = 128;
    private const int KeywordWindow = 256;

    // More words "endobj" than this within one stream are no text.
    private const int MostCandidates = 64;

    // Once a search for a keyword has run to the end of the file in vain, later ones need not begin.
    private int _noEndStreamFrom = int.MaxValue;
    private int _noEndObjectFrom = int.MaxValue;

    /// <summary>True when the object at this place is the one with this number.</summary>
    public bool IsAt(int position, int number) => TryReadHeader(position, out int found, out _, out _) && found == number;

    /// <summary>
    /// Reads the object at a place. A stream's length is believed when <c>endstream</c> follows it;
    /// otherwise the keyword is searched for.
    /// </summary>
    /// <param name="position">Where its number begins; white space before it is passed over.</param>
    /// <param name="security">Decrypts it; null when it is plain.</param>
    /// <param name="resolveLength">Follows an indirect /Length.</param>
    /// <param name="found">The object, when there is one.</param>
    /// <returns>False when no object begins there.</returns>
    /// <exception cref="ReadingLimitException">Reading takes too long.</exception>
    public bool TryRead(int position, SecurityHandler? security, Func<PdfObject, PdfObject> resolveLength, out IndirectObject found)
    {
        if (!TryReadHeader(position, out int number, out int generation, out int at))
        {
            found = default;
            return false;
        }

        ObjectCipher? cipher = security?.ForObject(number, generation);
        PdfObject value = parser.Parse(file, ref at, cipher) ?? PdfNull.Value;
        int weight = parser.Made;
        budget.AddParsed(at - position);
        if (value is PdfDictionary dictionary && TryFindStream(at, out int start))
            value = new PdfStream(dictionary, file[start..FindEnd(start, dictionary, resolveLength)], cipher);

        found = new IndirectObject(number, generation, value, weight);
        return true;
    }

    /// <summary>Where the data of a stream ends whose keyword <c>stream</c> ends at a place.</summary>
    public int FindStreamEnd(int afterKeyword, PdfDictionary dictionary) =>
        FindEnd(DataStart(afterKeyword), dictionary, static _ => PdfNull.Value);

    private int FindEnd(int start, PdfDictionary dictionary, Func<PdfObject, PdfObject> resolveLength)
    {
        PdfObject length = dictionary.TryGet("Length", out PdfObject? written) ? resolveLength(written) : PdfNull.Value;
        if (length is PdfNumber { Value: >= 0 } number && number.Value <= file.Length - start)
        {
            int end = start + (int)number.Value;
            if (EndsAt(end))
                return end;
        }

        int endStream = Find("endstream"u8, start, file.Length, ref _noEndStreamFrom);
        int endObject = FindEndOfObject(start, endStream);
        budget.AddParsed(endStream - start);
        return endObject == file.Length ? endObject : TrimLineEnd(start, endObject);
    }

    /// <summary>The first <c>endobj</c> that ends an object; the word may also stand in a string that the page shows.</summary>
    private int FindEndOfObject(int start, int end)
    {
        int from = start;
        for (int candidate = 0; candidate < MostCandidates; candidate++)
        {
            int found = Find("endobj"u8, from, end, ref _noEndObjectFrom);
            if (found == end || IsFollowedByObject(found + "endobj".Length))
                return found;
            from = found + 1;
        }

        return end;
    }

    /// <summary>Another object, a cross-reference or the end of the file.</summary>
    private bool IsFollowedByObject(int position)
    {
        if (TryReadHeader(position, out _, out _, out _))
            return true;
        var lexer = new Lexer(Window(position, KeywordWindow));
        lexer.Read();
        return lexer.Kind == TokenKind.End || lexer.Is("xref"u8) || lexer.Is("trailer"u8) || lexer.Is("startxref"u8);
    }

    private bool TryReadHeader(int position, out int number, out int generation, out int after)
    {
        var lexer = new Lexer(Window(position, HeaderWindow));
        lexer.Read();
        bool numbered = lexer.TryGetInteger(out number) && number >= 0;
        lexer.Read();
        numbered &= lexer.TryGetInteger(out generation) && generation >= 0;
        lexer.Read();
        after = position;
        if (!numbered || lexer.Kind != TokenKind.Keyword || !lexer.Text.StartsWith("obj"u8))
            return false;
        // "obj" may run into what follows it: "1 0 objendobj".
        after = position + lexer.TextStart + 3;
        return true;
    }

    private bool TryFindStream(int position, out int start)
    {
        var lexer = new Lexer(Window(position, KeywordWindow));
        lexer.Read();
        start = DataStart(position + lexer.TextStart + "stream".Length);
        return lexer.Kind == TokenKind.Keyword && lexer.Text.StartsWith("stream"u8);
    }

    // Blanks before the line end are not data; a carriage return alone ends the line too.
    private int DataStart(int afterKeyword)
    {
        int start = Math.Min(afterKeyword, file.Length);
        ReadOnlySpan<byte> bytes = file.Span;
        int lineEnd = start;
        while (lineEnd < bytes.Length && bytes[lineEnd] is (byte)' ' or (byte)'\t')
            lineEnd++;
        if (lineEnd < bytes.Length && bytes[lineEnd] is (byte)'\r' or (byte)'\n')
        {
            start = lineEnd + 1;
            if (bytes[lineEnd] == '\r' && start < bytes.Length && bytes[start] == '\n')
                start++;
        }

        return start;
    }

    private bool EndsAt(int position)
    {
        var lexer = new Lexer(Window(position, KeywordWindow));
        lexer.Read();
        return lexer.Kind == TokenKind.Keyword
            && (lexer.Text.StartsWith("endstream"u8) || lexer.Text.StartsWith("endobj"u8));
    }

    private ReadOnlySpan<byte> Window(int position, int length)
    {
        int start = Math.Clamp(position, 0, file.Length);
        return file.Span.Slice(start, Math.Min(length, file.Length - start));
    }

    /// <summary>Where the keyword is, or <paramref name="end"/> when it is not before that.</summary>
    private int Find(ReadOnlySpan<byte> keyword, int start, int end, ref int noneFrom)
    {
        if (start >= noneFrom)
            return end;
        int offset = file.Span[start..end].IndexOf(keyword);
        if (offset >= 0)
            return start + offset;
        if (end == file.Length)
            noneFrom = start;
        return end;
    }

    private int TrimLineEnd(int start, int end)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        if (end > start && bytes[end - 1] == '\n')
            end--;
        if (end > start && bytes[end - 1] == '\r')
            end--;
        return end;
    }
}
