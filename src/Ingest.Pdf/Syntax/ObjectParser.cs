using System.Runtime.InteropServices;
using Ingest.Contract.Text;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Syntax;

/// <summary>
/// Builds objects from tokens with stacks of its own, so that no nesting in the file can exhaust the
/// thread's. Damage is read as viewers read it: what is not closed ends where the object ends, a value
/// that is no object is null, what nests deeper than the limit is null.
/// </summary>
internal sealed class ObjectParser(NamePool names, ReadingBudget budget)
{
    // Room kept from object to object; what one huge object needed is given back.
    private const int MostRoomKept = 1 << 16;

    // A copied string weighs as many objects as would take its memory.
    private const int BytesPerObject = 64;

    private readonly List<PdfObject> _values = [];
    private readonly List<Container> _open = [];
    private int _openDictionaries;

    /// <summary>The limit that the last <see cref="Parse"/> met, so that its result is not the whole object; null when none.</summary>
    public Diagnostic? LimitMet { get; private set; }

    /// <summary>How many objects the last <see cref="Parse"/> made; a measure of the memory they take.</summary>
    public int Made { get; private set; }

    /// <summary>
    /// Parses one object. Streams are not looked for: a stream's dictionary is given as a dictionary.
    /// </summary>
    /// <param name="data">Strings without escapes are slices of it.</param>
    /// <param name="position">Where to begin; afterwards, where the object ended.</param>
    /// <param name="cipher">Decrypts strings; null when strings are plain.</param>
    /// <returns>The object, or null when there is none before the data or the enclosing object end.</returns>
    /// <exception cref="ReadingLimitException">Reading takes too long.</exception>
    public PdfObject? Parse(ReadOnlyMemory<byte> data, ref int position, IObjectCipher? cipher = null)
    {
        Reset(_values);
        Reset(_open);
        _openDictionaries = 0;
        Made = 0;
        LimitMet = null;
        var lexer = new Lexer(data.Span, position);
        do
        {
            int before = lexer.Position;
            if (!Take(ref lexer, data, cipher) || Made > budget.Limits.Objects)
            {
                lexer.Position = before;
                while (_open.Count > 0)
                    Close();
            }
        }
        while (_open.Count > 0);

        position = lexer.Position;
        return _values.Count > 0 ? _values[0] : null;
    }

    private static void Reset<T>(List<T> list)
    {
        list.Clear();
        if (list.Capacity > MostRoomKept)
            list.Capacity = 0;
    }

    /// <summary>Takes one token; false when it cannot belong to the object.</summary>
    private bool Take(ref Lexer lexer, ReadOnlyMemory<byte> data, IObjectCipher? cipher)
    {
        switch (lexer.Read())
        {
            case TokenKind.End:
                return false;
            case TokenKind.Number:
                Add(_open.Count == 0 ? ReadReferenceOrNumber(ref lexer) : Number(lexer));
                return true;
            case TokenKind.Name:
                Add(names.Get(lexer.Text));
                return true;
            case TokenKind.LiteralString or TokenKind.HexString:
                ReadOnlyMemory<byte> value = Value(lexer, data);
                Add(new PdfString(cipher is null ? value : cipher.DecryptString(value)));
                return true;
            case TokenKind.ArrayStart:
                Open(dictionary: false);
                return true;
            case TokenKind.DictionaryStart:
                Open(dictionary: true);
                return true;
            case TokenKind.ArrayEnd:
                return CloseUpTo(dictionary: false);
            case TokenKind.DictionaryEnd:
                return CloseUpTo(dictionary: true);
            case TokenKind.Keyword:
                return TakeKeyword(lexer);
            default:
                return true;
        }
    }

    private bool TakeKeyword(in Lexer lexer)
    {
        switch (lexer.Text)
        {
            case [(byte)'R'] when _open.Count > 0:
                MakeReference();
                return true;
            case [(byte)'t', (byte)'r', (byte)'u', (byte)'e']:
                Add(PdfBoolean.True);
                return true;
            case [(byte)'f', (byte)'a', (byte)'l', (byte)'s', (byte)'e']:
                Add(PdfBoolean.False);
                return true;
        }

        if (lexer.Is("endobj"u8) || lexer.Is("obj"u8) || lexer.Is("stream"u8) || lexer.Is("endstream"u8) || lexer.Is("xref"u8))
            return false;
        Add(PdfNull.Value);
        return true;
    }

    private void Add(PdfObject value)
    {
        Count();
        _values.Add(value);
    }

    private void Count()
    {
        budget.Check();
        if (++Made > budget.Limits.Objects)
            LimitMet = new Diagnostic("limit-objects", Severity.Error, new Phrase(
                $"文件中一个对象含有的下级对象超过 {budget.Limits.Objects} 个（限额 Objects），其余部分未读取。",
                $"An object of the file holds more than {budget.Limits.Objects} others (limit Objects); the rest of it was not read."));
    }

    private void Open(bool dictionary)
    {
        Count();
        _open.Add(new Container(_values.Count, dictionary));
        _openDictionaries += dictionary ? 1 : 0;
    }

    private static PdfNumber Number(in Lexer lexer) => PdfNumber.Of(lexer.Number);

    // "12 0 R" on its own; inside containers the R takes back the two numbers before it.
    private static PdfObject ReadReferenceOrNumber(ref Lexer lexer)
    {
        PdfNumber first = Number(lexer);
        if (!lexer.TryGetInteger(out int number) || number < 0)
            return first;
        int after = lexer.Position;
        if (lexer.Read() == TokenKind.Number && lexer.TryGetInteger(out int generation) && generation >= 0)
        {
            lexer.Read();
            if (lexer.Is("R"u8))
                return new PdfReference(number, generation);
        }

        lexer.Position = after;
        return first;
    }

    private void MakeReference()
    {
        int first = _values.Count - 2;
        if (first < _open[^1].Start || !TryGetIndex(_values[first], out int number) || !TryGetIndex(_values[first + 1], out int generation))
        {
            Add(PdfNull.Value);
            return;
        }

        _values.RemoveRange(first, 2);
        _values.Add(new PdfReference(number, generation));
    }

    private static bool TryGetIndex(PdfObject value, out int index)
    {
        bool fits = value is PdfNumber { Value: >= 0 and <= int.MaxValue } number && number.Value == Math.Floor(number.Value);
        index = fits ? (int)((PdfNumber)value).Value : 0;
        return fits;
    }

    private ReadOnlyMemory<byte> Value(in Lexer lexer, ReadOnlyMemory<byte> data)
    {
        int length = lexer.Text.Length;
        if (lexer.Kind == TokenKind.LiteralString && !lexer.HasEscapes)
            return data.Slice(lexer.TextStart, length);
        Made += length / BytesPerObject;
        var value = new byte[lexer.Kind == TokenKind.HexString ? (length + 1) / 2 : length];
        return value.AsMemory(0, lexer.CopyString(value));
    }

    // A closing bracket of the other kind closes what was left open inside; one without an opening is passed over.
    private bool CloseUpTo(bool dictionary)
    {
        int openOfKind = dictionary ? _openDictionaries : _open.Count - _openDictionaries;
        if (openOfKind == 0)
            return _open.Count > 0;
        bool closed;
        do
        {
            closed = _open[^1].IsDictionary == dictionary;
            Close();
        }
        while (!closed);
        return true;
    }

    private void Close()
    {
        Container container = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _openDictionaries -= container.IsDictionary ? 1 : 0;
        PdfObject made = PdfNull.Value;
        if (_open.Count >= budget.Limits.Depth)
            LimitMet ??= new Diagnostic("limit-depth", Severity.Warning, new Phrase(
                $"文件中数组和字典的嵌套超过 {budget.Limits.Depth} 层（限额 Depth），更深处的内容未读取。",
                $"Arrays and dictionaries lie inside one another deeper than {budget.Limits.Depth} (limit Depth); what is deeper was not read."));
        else
            made = container.IsDictionary ? MakeDictionary(container.Start) : MakeArray(container.Start);
        _values.RemoveRange(container.Start, _values.Count - container.Start);
        _values.Add(made);
    }

    private PdfArray MakeArray(int start) =>
        start == _values.Count ? PdfArray.Empty : new PdfArray(CollectionsMarshal.AsSpan(_values)[start..].ToArray());

    private PdfDictionary MakeDictionary(int start)
    {
        var entries = new Dictionary<string, PdfObject>((_values.Count - start) / 2);
        int at = start;
        while (at < _values.Count)
        {
            if (_values[at++] is not PdfName key)
                continue;
            entries[key.Value] = at < _values.Count ? _values[at] : PdfNull.Value;
            at++;
        }

        return new PdfDictionary(entries);
    }

    private readonly record struct Container(int Start, bool IsDictionary);
}
