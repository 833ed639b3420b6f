using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Structure;

/// <summary>
/// Finds objects, trailers and object streams without the help of a cross-reference table: one pass over
/// the bytes that looks for three keywords and passes over the contents of streams.
/// </summary>
internal sealed class FileScanner(ReadOnlyMemory<byte> file, FileObjects objects)
{
    // "4294967295 65535 obj" with room for odd white space.
    private const int LongestHeader = 40;

    // Each update of a file adds one; of more the newest are enough.
    private const int MostTrailers = 1000;

    private readonly ObjectTable _table = new(objects.Budget.Limits.Objects);
    private readonly Queue<PdfDictionary> _trailers = new();
    private readonly List<(int Number, int Position)> _objectStreams = [];
    private (int Number, int Position, int Body) _current = (-1, 0, 0);

    /// <exception cref="ReadingLimitException">Scanning takes too long.</exception>
    public FileScan Scan()
    {
        var nextObject = new KeywordSearch("obj", file);
        var nextStream = new KeywordSearch("stream", file);
        var nextTrailer = new KeywordSearch("trailer", file);
        int position = 0;
        while (true)
        {
            objects.Budget.Check();
            int atObject = nextObject.From(position);
            int atStream = nextStream.From(position);
            int atTrailer = nextTrailer.From(position);
            int first = Math.Min(Math.Min(atObject, atStream), atTrailer);
            if (first == file.Length)
                break;
            if (first == atObject)
                position = TakeObject(atObject);
            else if (first == atStream)
                position = TakeStream(atStream);
            else
                position = TakeTrailer(atTrailer, Math.Min(Math.Min(atObject, atStream), nextTrailer.From(atTrailer + 1)));
        }

        return new FileScan(_table, [.. _trailers.Reverse()], _objectStreams);
    }

    private int TakeObject(int keyword)
    {
        int after = keyword + "obj".Length;
        if (!TryReadHeaderBefore(keyword, out int number, out int position))
            return after;
        _table.Set(number, new ObjectEntry(ObjectEntryKind.InFile, position));
        _current = (number, position, after);
        return after;
    }

    // Backwards from the keyword: white space, generation, white space, number.
    private bool TryReadHeaderBefore(int keyword, out int number, out int position)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        int earliest = Math.Max(0, keyword - LongestHeader);
        int at = keyword;
        number = 0;
        position = 0;
        if (!SkipBack(bytes, earliest, ref at, Bytes.IsWhiteSpace, atLeast: 0)
            || !SkipBack(bytes, earliest, ref at, Bytes.IsDigit, atLeast: 1)
            || !SkipBack(bytes, earliest, ref at, Bytes.IsWhiteSpace, atLeast: 1)
            || !SkipBack(bytes, earliest, ref at, Bytes.IsDigit, atLeast: 1))
        {
            return false;
        }

        var lexer = new Lexer(bytes, at);
        lexer.Read();
        position = at;
        return lexer.TryGetInteger(out number);
    }

    private static bool SkipBack(ReadOnlySpan<byte> bytes, int earliest, ref int at, Func<byte, bool> isPart, int atLeast)
    {
        int end = at;
        while (at > earliest && isPart(bytes[at - 1]))
            at--;
        return end - at >= atLeast;
    }

    // What lies between the object's header and the keyword is its dictionary.
    private int TakeStream(int keyword)
    {
        int after = keyword + "stream".Length;
        if (_current.Number < 0 || !IsKeyword(keyword, after))
            return after;
        int body = 0;
        PdfObject? parsed = objects.ParsePlain(file[_current.Body..keyword], ref body);
        (int number, int position, _) = _current;
        _current = (-1, 0, 0);
        if (parsed is not PdfDictionary dictionary)
            return after;

        string? type = dictionary.TryGet("Type", out PdfObject? value) && value is PdfName name ? name.Value : null;
        if (type == "ObjStm")
            _objectStreams.Add((number, position));
        else if (type == "XRef")
            AddTrailer(dictionary);
        return objects.FindStreamEnd(after, dictionary);
    }

    // Not part of a name, of a string's words or of "endstream".
    private bool IsKeyword(int start, int end) =>
        (Bytes.IsWhiteSpace(file.Span[start - 1]) || file.Span[start - 1] == '>')
        && end < file.Length && Bytes.IsWhiteSpace(file.Span[end]);

    private int TakeTrailer(int keyword, int end)
    {
        int position = 0;
        int after = keyword + "trailer".Length;
        if (objects.ParsePlain(file[after..Math.Max(after, end)], ref position) is PdfDictionary trailer)
            AddTrailer(trailer);
        return after;
    }

    private void AddTrailer(PdfDictionary trailer)
    {
        if (_trailers.Count == MostTrailers)
            _trailers.Dequeue();
        _trailers.Enqueue(trailer);
    }
}
