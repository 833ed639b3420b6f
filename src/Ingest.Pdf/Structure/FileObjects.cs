using Ingest.Contract.Text;
using Ingest.Pdf.Diagnosis;
using Ingest.Pdf.Filters;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Security;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Structure;

/// <summary>
/// The objects of one file, parsed when first asked for and kept while there is room. When an object is
/// not where the cross-reference table says, the file is scanned once and the scan believed instead.
/// </summary>
internal sealed class FileObjects : ObjectSource
{
    // An object costs some 50 bytes, so this keeps the cache below about 50 MB; no page needs more at once.
    private const int MostObjectsKept = 1_000_000;

    // A reference to a reference is already odd.
    private const int MostHops = 32;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly DiagnosticLog _log;
    private readonly ObjectParser _parser;
    private readonly IndirectObjectReader _reader;
    private readonly StreamDecoder _decoder;
    private readonly ObjectStreams _streams;

    // Forms and fonts that several pages use; a page's own content is used once.
    private readonly RecentCache<PdfStream, DecodedStream> _decoded = new(mostItems: 32, mostWeight: 8 << 20);
    private readonly Dictionary<int, PdfObject> _kept = [];
    private readonly List<int> _loading = [];
    private DiagnosticLog? _pageLog;
    private FileScan? _scan;
    private bool _areStreamsScanned;
    private bool _isLocked = true;
    private int _weight;

    public FileObjects(ReadOnlyMemory<byte> file, ReadingBudget budget, DiagnosticLog log)
    {
        _file = file;
        _log = log;
        Budget = budget;
        budget.AddFile(file.Length);
        _parser = new ObjectParser(new NamePool(), budget);
        _reader = new IndirectObjectReader(file, _parser, budget);
        _decoder = new StreamDecoder(this);
        _streams = new ObjectStreams(this);
        Table = new ObjectTable(budget.Limits.Objects);
    }

    public override ReadingBudget Budget { get; }

    /// <summary>Where the objects are.</summary>
    public ObjectTable Table { get; private set; }

    /// <summary>Bytes of junk in front of the header; offsets may or may not count them.</summary>
    public int HeaderOffset { get; set; }

    /// <summary>
    /// True when the table does not say all: objects it does not mention are then looked for by scanning.
    /// </summary>
    public bool IsTableIncomplete { get; set; }

    /// <summary>Decrypts what is read from now on; null for a plain file.</summary>
    public SecurityHandler? Security { get; private set; }

    public override PdfObject Resolve(PdfObject? value)
    {
        for (int hop = 0; value is PdfReference reference; hop++)
        {
            if (hop == MostHops)
                return PdfNull.Value;
            value = Load(reference.Number);
        }

        return value ?? PdfNull.Value;
    }

    public override ReadOnlyMemory<byte> Decode(PdfStream stream)
    {
        if (!_decoded.TryGet(stream, out DecodedStream decoded))
        {
            decoded = _decoder.Decode(stream);
            _decoded.Add(stream, decoded, decoded.Bytes.Length);
        }

        Complain(decoded.Complaint);
        return decoded.Bytes;
    }

    /// <summary>As <see cref="Decode"/>, for a caller that keeps the result itself.</summary>
    public ReadOnlyMemory<byte> DecodeOnce(PdfStream stream)
    {
        DecodedStream decoded = _decoder.Decode(stream);
        Complain(decoded.Complaint);
        return decoded.Bytes;
    }

    public override ReadOnlyMemory<byte> DecodeBriefly(PdfStream stream)
    {
        if (!_decoded.TryGet(stream, out DecodedStream decoded))
            decoded = _decoder.DecodeBriefly(stream);
        WasDamaged = decoded.Complaint is { Code: StreamDecoder.Damaged };
        Complain(decoded.Complaint);
        return decoded.Bytes;
    }

    public override ReadOnlyMemory<byte> DecodeStart(PdfStream stream, int most) =>
        _decoded.TryGet(stream, out DecodedStream decoded) ? decoded.Bytes : _decoder.DecodeStart(stream, most);

    public override PackedPicture Unwrap(PdfStream stream) => _decoder.Unwrap(stream);

    public override void Report(Diagnostic diagnostic) => _log.Add(diagnostic);

    public override bool WasDamaged { get; protected set; }

    /// <summary>Nothing is decoded for now: gives back what was lent for it.</summary>
    public void Release() => _decoder.Release();

    /// <summary>What is wrong with streams goes here until the page has been read: it is the page's figures that suffer.</summary>
    public void EnterPage(DiagnosticLog pageLog) => _pageLog = pageLog;

    /// <summary>What is wrong with streams is the file's concern again.</summary>
    public void LeavePage() => _pageLog = null;

    /// <summary>Nothing can be decrypted from now on: the key is yet to be found.</summary>
    public void Lock()
    {
        Security = null;
        _isLocked = true;
        Forget();
    }

    /// <summary>Decrypts what is read from now on; null for a file that is not encrypted.</summary>
    public void Unlock(SecurityHandler? security)
    {
        Security = security;
        _isLocked = false;
        Forget();
    }

    /// <summary>Believes a scan of the file instead of its cross-reference table; locks until the key is found anew.</summary>
    public FileScan Rebuild()
    {
        Lock();
        Table = new ObjectTable(Budget.Limits.Objects);
        IsTableIncomplete = true;
        return Scan();
    }

    /// <summary>Numbers of all objects there are, ascending.</summary>
    public IEnumerable<int> AllNumbers() => IsTableIncomplete
        ? Table.Numbers().Concat(Scan().Table.Numbers()).Distinct().Order()
        : Table.Numbers();

    /// <summary>A measure for the order of objects in the file, those of one object stream included.</summary>
    public long PlaceOf(int number)
    {
        ObjectEntry entry = Table[number];
        return entry.Kind == ObjectEntryKind.InStream ? ((long)Table[entry.Position].Position << 32) + entry.Index : (long)entry.Position << 32;
    }

    /// <summary>Reads the object that begins at a place in the file, without decrypting it.</summary>
    public bool TryReadPlain(int position, out IndirectObject found) => TryRead(position, security: null, out found);

    /// <summary>Parses what stands at a place in the file outside any object: a trailer.</summary>
    public PdfObject? ParsePlain(ref int position) => ParsePlain(_file, ref position);

    /// <inheritdoc cref="ParsePlain(ref int)"/>
    public PdfObject? ParsePlain(ReadOnlyMemory<byte> data, ref int position)
    {
        int start = position;
        PdfObject? parsed = _parser.Parse(data, ref position);
        Budget.AddParsed(position - start);
        ReportParser();
        return parsed;
    }

    /// <inheritdoc cref="IndirectObjectReader.FindStreamEnd"/>
    public int FindStreamEnd(int afterKeyword, PdfDictionary dictionary) => _reader.FindStreamEnd(afterKeyword, dictionary);

    private PdfObject Load(int number)
    {
        if (_kept.TryGetValue(number, out PdfObject? kept))
            return kept;
        // A stream's /Length may lie in an object stream whose /Length …: such chains end here, as do circles.
        if (_loading.Count >= Budget.Limits.Depth || _loading.Contains(number))
            return PdfNull.Value;

        Budget.Check();
        _loading.Add(number);
        try
        {
            PdfObject value = Find(number, out int weight);
            Keep(number, value, weight);
            return value;
        }
        finally
        {
            _loading.RemoveAt(_loading.Count - 1);
        }
    }

    private void Keep(int number, PdfObject value, int weight)
    {
        if (_weight > MostObjectsKept - Math.Min(weight, MostObjectsKept))
            Forget();
        _weight += Math.Min(weight + 1, MostObjectsKept);
        _kept[number] = value;
    }

    private void Forget()
    {
        _kept.Clear();
        _weight = 0;
    }

    private PdfObject Find(int number, out int weight)
    {
        ObjectEntry entry = Table[number];
        if (TryRead(entry, number, out PdfObject value, out weight))
            return value;
        bool isSilent = entry.Kind == ObjectEntryKind.Free || (entry.Kind == ObjectEntryKind.Missing && !IsTableIncomplete);
        if (isSilent)
            return PdfNull.Value;

        ObjectEntry scanned = Scan().Table[number];
        if (scanned == entry || !TryRead(scanned, number, out value, out weight))
            return PdfNull.Value;
        Table.Set(number, scanned);
        return value;
    }

    private bool TryRead(ObjectEntry entry, int number, out PdfObject value, out int weight)
    {
        value = PdfNull.Value;
        weight = 0;
        if (entry.Kind == ObjectEntryKind.InStream)
            return TryReadInStream(entry, number, out value, out weight);
        if (entry.Kind != ObjectEntryKind.InFile || !TryLocate(entry.Position, number, out int position)
            || !TryRead(position, Security, out IndirectObject found))
        {
            return false;
        }

        value = found.Value;
        weight = found.Weight;
        return true;
    }

    private bool TryLocate(int position, int number, out int found)
    {
        found = position;
        if (_reader.IsAt(position, number))
            return true;
        found = position > _file.Length - HeaderOffset ? position : position + HeaderOffset;
        return HeaderOffset > 0 && _reader.IsAt(found, number);
    }

    private bool TryRead(int position, SecurityHandler? security, out IndirectObject found)
    {
        bool read = _reader.TryRead(position, security, Resolve, out found);
        ReportParser();
        return read;
    }

    // Strings in object streams are encrypted with the stream, not by themselves.
    private bool TryReadInStream(ObjectEntry entry, int number, out PdfObject value, out int weight)
    {
        value = PdfNull.Value;
        weight = 0;
        if (!_streams.TryFind(entry.Position, entry.Index, number, out ReadOnlyMemory<byte> data, out int offset))
            return false;
        value = ParsePlain(data, ref offset) ?? PdfNull.Value;
        weight = _parser.Made;
        return true;
    }

    private FileScan Scan()
    {
        if (_scan is null)
        {
            _scan = new FileScanner(_file, this).Scan();
            Report(new Diagnostic("rebuilt-structure", Severity.Warning, new Phrase(
                "文件的交叉引用表缺失或有误，已改为通读全文件查找内容。",
                "The file's cross-reference table is missing or wrong; its objects were found by scanning the file.")));
        }

        if (_areStreamsScanned || _isLocked)
            return _scan;
        _areStreamsScanned = true;
        try
        {
            ReadObjectStreams(_scan);
        }
        catch
        {
            // Half a scan would lose objects without a word; whoever asks next begins anew.
            _scan = null;
            _areStreamsScanned = false;
            throw;
        }

        return _scan;
    }

    // Apart from the scan itself, for decoding needs the key, and the key may have to be found by scanning.
    private void ReadObjectStreams(FileScan scan)
    {
        foreach ((int number, int position) in scan.ObjectStreams)
        {
            Budget.Look();
            bool isLast = scan.Table[number] == new ObjectEntry(ObjectEntryKind.InFile, position);
            if (isLast && TryRead(position, Security, out IndirectObject found) && found.Value is PdfStream stream)
                scan.AddContents(number, position, _streams.Read(stream));
        }
    }

    private void Complain(Diagnostic? complaint)
    {
        if (complaint is not null)
            (_pageLog ?? _log).Add(complaint);
    }

    private void ReportParser()
    {
        if (_parser.LimitMet is { } limit)
            Report(limit);
    }
}
