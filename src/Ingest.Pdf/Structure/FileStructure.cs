using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Diagnosis;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Security;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Structure;

/// <summary>
/// Finds its way into a file: header, cross-reference table, trailer, key, catalog; by scanning when the
/// file's own way leads nowhere.
/// </summary>
internal sealed class FileStructure
{
    // Viewers look for the header in the first 1024 bytes; mail gateways are known to put more in front.
    private const int HeaderWithin = 64 * 1024;

    // "startxref" is to be in the last 1024 bytes; files padded or with a page of HTML behind them exist.
    private const int StartWithin = 64 * 1024;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly FileObjects _objects;
    private readonly string? _password;
    private bool _hasHeader;

    private FileStructure(ReadOnlyMemory<byte> file, FileObjects objects, string? password)
    {
        _file = file;
        _objects = objects;
        _password = password;
    }

    /// <summary>Entries of all trailers, the newest of each key.</summary>
    public PdfDictionary Trailer { get; private set; } = PdfDictionary.Empty;

    public PdfDictionary Catalog { get; private set; } = PdfDictionary.Empty;

    /// <summary>True when the cross-reference table has been given up.</summary>
    public bool IsScanned { get; private set; }

    /// <summary>
    /// Prepares the objects for use. Afterwards the catalog may still be empty or lead nowhere.
    /// </summary>
    /// <exception cref="PdfReadException">The file cannot be decrypted.</exception>
    /// <exception cref="ReadingLimitException">Opening takes too long.</exception>
    public static FileStructure Open(ReadOnlyMemory<byte> file, FileObjects objects, string? password)
    {
        var structure = new FileStructure(file, objects, password);
        if (!structure.FindHeader())
            objects.Report(new Diagnostic("missing-header", Severity.Warning, new Phrase(
                "文件开头不是 %PDF-，仍按 PDF 读取。",
                "The file does not begin with %PDF-; it was read all the same.")));
        if (!structure.TryFollowXref())
            structure.Scan();
        return structure;
    }

    /// <summary>Why there is nothing to be read.</summary>
    public PdfReadException Refusal() => _hasHeader ? FileRefusals.NoPage() : FileRefusals.NotPdf();

    /// <summary>Starts again from a scan of the file, because what the file leads to is of no use.</summary>
    /// <exception cref="PdfReadException">The file cannot be decrypted.</exception>
    /// <exception cref="ReadingLimitException">Scanning takes too long.</exception>
    public void Scan()
    {
        IsScanned = true;
        FileScan scan = _objects.Rebuild();
        if (!TryStart(scan.Trailers))
            FindCatalog();
        if (!LooksComplete())
            _objects.Report(new Diagnostic("truncated", Severity.Error, new Phrase(
                "文件不完整：缺少结尾标记。已读取现有部分，请重新获取完整文件。",
                "The file ends early: its end marker is missing. What is left of it was read; get the whole file again.")));
    }

    private bool FindHeader()
    {
        int found = _file.Span[..Math.Min(_file.Length, HeaderWithin)].IndexOf("%PDF-"u8);
        _objects.HeaderOffset = Math.Max(found, 0);
        return _hasHeader = found >= 0;
    }

    private bool TryFollowXref()
    {
        int position = FindStart();
        if (position < 0)
            return false;
        IReadOnlyList<PdfDictionary> trailers = new XrefReader(_file, _objects).Read(position);
        return trailers.Count > 0 && TryStart(trailers);
    }

    private int FindStart()
    {
        ReadOnlySpan<byte> bytes = _file.Span;
        int from = Math.Max(0, bytes.Length - StartWithin);
        int found = bytes[from..].LastIndexOf("startxref"u8);
        if (found < 0)
            return -1;
        int after = from + found + "startxref".Length;
        if (bytes[after..].IndexOf(" obj"u8) >= 0)
            _objects.Report(new Diagnostic("unfinished-update", Severity.Warning, new Phrase(
                "文件结尾标记之后还有未列入任何目录的内容，可能是一次不完整的更新。已读取此前的内容，请与来源处的文件核对。",
                "After its end marker the file goes on with objects that no table lists, perhaps an update that was cut off. What was there before was read; compare with the file at its source.")));
        var lexer = new Lexer(bytes, after);
        lexer.Read();
        return lexer.TryGetInteger(out int position) && position >= 0 ? position : -1;
    }

    private bool LooksComplete()
    {
        ReadOnlySpan<byte> bytes = _file.Span;
        ReadOnlySpan<byte> end = bytes[Math.Max(0, bytes.Length - StartWithin)..];
        return end.IndexOf("%%EOF"u8) >= 0 || end.IndexOf("startxref"u8) >= 0;
    }

    // The key must be known before the catalog can be read: it may lie in an encrypted object stream.
    private bool TryStart(IReadOnlyList<PdfDictionary> trailers)
    {
        Trailer = Merge(trailers);
        _objects.Lock();
        _objects.Unlock(SecurityHandler.Create(_objects, Trailer, _password));
        if (_objects.GetDictionary(Trailer, "Root") is not { } catalog)
            return false;
        Catalog = catalog;
        return catalog.TryGet("Pages", out _);
    }

    private static PdfDictionary Merge(IReadOnlyList<PdfDictionary> trailers)
    {
        var merged = new Dictionary<string, PdfObject>();
        foreach (PdfDictionary trailer in trailers)
        {
            foreach ((string key, PdfObject value) in trailer.Entries)
                merged.TryAdd(key, value);
        }

        return new PdfDictionary(merged);
    }

    // Without a trailer any catalog will do, the last one best.
    private void FindCatalog()
    {
        foreach (int number in _objects.AllNumbers().Reverse())
        {
            _objects.Budget.Check();
            if (_objects.Resolve(new PdfReference(number, 0)) is PdfDictionary dictionary && _objects.GetName(dictionary, "Type") == "Catalog")
            {
                Catalog = dictionary;
                return;
            }
        }
    }
}
