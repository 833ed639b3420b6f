using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Structure;

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
        if (objects.Get(trailer, "Prev") is PdfNumber { Value: >= 0 and <= int.MaxValue } previous)
            _toVisit.Enqueue((int)previous.Value);
        return true;
    }

    private PdfDictionary? ReadTable(int position)
    {
        var entries = new List<(int Number, ObjectEntry Entry)>();
        var lexer = new Lexer(file.Span, position);
        while (lexer.Read() == TokenKind.Number)
        {
            if (!lexer.TryGetInteger(out int first) || first < 0)
                return null;
            lexer.Read();
            if (!lexer.TryGetInteger(out int count) || count < 0)
                return null;
            ReadEntries(ref lexer, first, count, entries);
        }

        if (lexer.Kind != TokenKind.Keyword || !lexer.Text.StartsWith("trailer"u8))
            return null;
        int at = lexer.TextStart + "trailer".Length;
        if (objects.ParsePlain(ref at) is not PdfDictionary trailer)
            return null;
        ReadHidden(trailer);
        foreach ((int number, ObjectEntry entry) in entries)
            objects.Table.SetIfMissing(number, entry);
        return trailer;
    }

    // A hybrid file has a stream beside the table for the objects that the table calls free, to hide them from old viewers.
    private void ReadHidden(PdfDictionary trailer)
    {
        if (objects.Get(trailer, "XRefStm") is PdfNumber { Value: >= 0 and <= int.MaxValue } position && _visited.Add((int)position.Value))
            ReadStream((int)position.Value);
    }

    private void ReadEntries(ref Lexer lexer, int first, int count, List<(int Number, ObjectEntry Entry)> entries)
    {
        for (int i = 0; i < count && first <= int.MaxValue - i; i++)
        {
            objects.Budget.Check();
            int before = lexer.Position;
            if (!XrefEntry.TryRead(ref lexer, out ObjectEntry entry))
            {
                // The count lies; whatever stands here is the next subsection or the trailer. What the entries that are
                // missing say is looked for in the file.
                lexer.Position = before;
                objects.IsTableIncomplete = true;
                return;
            }

            entries.Add((first + i, entry));
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
