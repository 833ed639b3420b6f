using Ingest.Pdf.Reading.Syntax;

namespace Ingest.Pdf.Reading.Objects;

/// <summary>
/// Follows the chain of cross-reference sections from the newest to the oldest (ISO 32000-1, 7.5.4 and
/// 7.5.8): tables, streams and both in hybrid files. What the newer says of an object counts.
/// </summary>
internal sealed class XrefReader(ReadOnlyMemory<byte> file, FileObjects objects)
{
    private readonly HashSet<int> _visited = [];
    private readonly Queue<int> _toVisit = [];
    private readonly List<PdfDictionary> _trailers = [];

    /// <summary>
    /// Fills the object table.
    /// </summary>
    /// <param name="position">Of the newest section.</param>
    /// <returns>The trailers, newest first; none when there is no section at that place.</returns>
    /// <exception cref="ReadingLimitException">Reading takes too long.</exception>
    public IReadOnlyList<PdfDictionary> Read(int position)
    {
        _toVisit.Enqueue(position);
        while (_toVisit.TryDequeue(out int next))
        {
            objects.Budget.Look();
            if (!_visited.Add(next))
                continue;
            if (!TryReadSection(next) && (objects.HeaderOffset == 0 || next > file.Length - objects.HeaderOffset || !TryReadSection(next + objects.HeaderOffset)))
                objects.IsTableIncomplete = true;
        }

        return _trailers;
    }

    private bool TryReadSection(int position)
    {
        if (position < 0 || position >= file.Length)
            return false;
        var lexer = new Lexer(file.Span, position);
        lexer.Read();
        PdfDictionary? trailer = lexer.Is("xref"u8) ? ReadTable(lexer.Position) : ReadStream(position);
        if (trailer is null)
            return false;
        _trailers.Add(trailer);
        // In a hybrid file the stream completes the table it stands with, so it comes before what is older.
        Visit(trailer, "XRefStm");
        Visit(trailer, "Prev");
        return true;
    }

    private void Visit(PdfDictionary trailer, string key)
    {
        if (objects.Get(trailer, key) is PdfNumber { Value: >= 0 and <= int.MaxValue } position)
            _toVisit.Enqueue((int)position.Value);
    }

    private PdfDictionary? ReadTable(int position)
    {
        var lexer = new Lexer(file.Span, position);
        while (lexer.Read() == TokenKind.Number)
        {
            if (!lexer.TryGetInteger(out int first) || first < 0)
                return null;
            lexer.Read();
            if (!lexer.TryGetInteger(out int count) || count < 0)
                return null;
            ReadEntries(ref lexer, first, count);
        }

        if (lexer.Kind != TokenKind.Keyword || !lexer.Text.StartsWith("trailer"u8))
            return null;
        int at = lexer.TextStart + "trailer".Length;
        return objects.ParsePlain(ref at) as PdfDictionary;
    }

    private void ReadEntries(ref Lexer lexer, int first, int count)
    {
        for (int i = 0; i < count && first <= int.MaxValue - i; i++)
        {
            objects.Budget.Check();
            int before = lexer.Position;
            if (!XrefEntry.TryRead(ref lexer, out ObjectEntry entry))
            {
                // The count lies; whatever stands here is the next subsection or the trailer.
                lexer.Position = before;
                return;
            }

            objects.Table.SetIfMissing(first + i, entry);
        }
    }

    private PdfStream? ReadStream(int position)
    {
        if (!objects.TryReadPlain(position, out IndirectObject found) || found.Value is not PdfStream stream)
            return null;
        if (XrefStreamLayout.Read(objects, stream) is not { } layout)
            return null;
        layout.Fill(objects.Table, objects.Decode(stream).Span, objects.Budget);
        return stream;
    }
}
