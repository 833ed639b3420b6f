using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Filters;

/// <param name="Bytes">After decryption and all filters, as far as they got.</param>
/// <param name="Complaint">What went wrong first, or null.</param>
internal readonly record struct DecodedStream(ReadOnlyMemory<byte> Bytes, Diagnostic? Complaint);

/// <summary>Runs a stream through its filters (ISO 32000-1, 7.4) within the limits of the file.</summary>
internal sealed class StreamDecoder(ObjectSource source)
{
    /// <summary>Code of the complaint that a stream ends in damage.</summary>
    public const string Damaged = "damaged-stream";

    // No writer chains more than two or three.
    private const int MostFilters = 16;

    // Larger than any sensible parameter, small enough to multiply without overflow.
    private const int LargestParameter = 1 << 24;

    private readonly BoundedBuffer _output = new(source.Budget);
    private readonly FlateFilter _flate = new();
    private Diagnostic? _complaint;
    private (string Name, PdfDictionary Parameters)? _picture;
    private int _most = int.MaxValue;

    /// <summary>
    /// The stream's bytes after decryption and all its filters. What a damaged filter decoded before the
    /// damage is given; what image filters hold is not.
    /// </summary>
    /// <exception cref="ReadingLimitException">Decoding takes too long.</exception>
    public DecodedStream Decode(PdfStream stream) => Decode(stream, brief: false);

    /// <summary>As <see cref="Decode(PdfStream)"/>; bytes below a megabyte hold until the next stream is decoded.</summary>
    /// <exception cref="ReadingLimitException">Decoding takes too long.</exception>
    public DecodedStream DecodeBriefly(PdfStream stream) => Decode(stream, brief: true);

    /// <summary>The first bytes of the stream, up to a number, until the next one is decoded; says nothing of what comes after them.</summary>
    /// <exception cref="ReadingLimitException">Decoding takes too long.</exception>
    public ReadOnlyMemory<byte> DecodeStart(PdfStream stream, int most)
    {
        _most = most;
        try
        {
            return Decode(stream, brief: true).Bytes;
        }
        finally
        {
            _most = int.MaxValue;
        }
    }

    /// <summary>An image's bytes after all filters but one made for images, which is named.</summary>
    /// <exception cref="ReadingLimitException">Decoding takes too long.</exception>
    public PackedPicture Unwrap(PdfStream stream)
    {
        DecodedStream decoded = Decode(stream, brief: false, upToPicture: true);
        return _picture is { } left ? new PackedPicture(decoded.Bytes, left.Name, left.Parameters) : new PackedPicture(decoded.Bytes, null, PdfDictionary.Empty);
    }

    /// <summary>Gives back what was lent for decoding; what was decoded briefly no longer holds.</summary>
    public void Release() => _output.Release();

    private DecodedStream Decode(PdfStream stream, bool brief, bool upToPicture = false)
    {
        _complaint = null;
        _picture = null;
        List<(string Name, PdfDictionary Parameters)> filters = ReadFilters(stream);
        ReadOnlyMemory<byte> data = Decrypt(stream, filters);
        for (int i = 0; i < filters.Count; i++)
        {
            (string name, PdfDictionary parameters) = filters[i];
            source.Budget.Look();
            if (name is "Crypt" or "Identity")
                continue;
            if (upToPicture && IsForPictures(name))
            {
                _picture = filters[i];
                return new DecodedStream(data, _complaint);
            }

            if (!CanDecode(name))
            {
                ComplainOfFilter(name);
                return new DecodedStream(default, _complaint);
            }

            Run(name, parameters, data);
            // Only after the last filter is the output not written to again.
            data = brief && i == filters.Count - 1 ? _output.Lend() : _output.Take();
        }

        return new DecodedStream(data, _complaint);
    }

    private static bool CanDecode(string name) => name
        is "FlateDecode" or "Fl" or "LZWDecode" or "LZW" or "ASCII85Decode" or "A85"
        or "ASCIIHexDecode" or "AHx" or "RunLengthDecode" or "RL";

    // Pictures are not looked into; whatever else has such a filter is lost.
    private static bool IsForPictures(string name) => name
        is "DCTDecode" or "DCT" or "JPXDecode" or "JBIG2Decode" or "CCITTFaxDecode" or "CCF";

    private static ReadOnlyMemory<byte> Decrypt(PdfStream stream, List<(string Name, PdfDictionary Parameters)> filters)
    {
        if (stream.Cipher is null)
            return stream.Raw;
        (string Name, PdfDictionary Parameters) crypt = filters.Find(filter => filter.Name == "Crypt");
        string? named = crypt.Name is null ? null
            : crypt.Parameters.TryGet("Name", out PdfObject? value) && value is PdfName name ? name.Value
            : "Identity";
        return stream.Cipher.DecryptStream(stream.Raw, stream, named);
    }

    private void Run(string name, PdfDictionary parameters, ReadOnlyMemory<byte> data)
    {
        ReadingBudget budget = source.Budget;
        int limit = (int)Math.Clamp(budget.DecodedBytesLeft, 0, Math.Min(budget.Limits.StreamBytes, _most));
        _output.Reset(limit);
        DecodeOutcome outcome = name switch
        {
            "FlateDecode" or "Fl" => _flate.Decode(data.Span, _output, budget),
            "LZWDecode" or "LZW" => Outcome(LzwFilter.Decode(data.Span, _output, Parameter(parameters, "EarlyChange", 1) != 0)),
            "ASCII85Decode" or "A85" => Outcome(Ascii85Filter.Decode(data.Span, _output)),
            "ASCIIHexDecode" or "AHx" => Outcome(AsciiHexFilter.Decode(data.Span, _output)),
            _ => Outcome(RunLengthFilter.Decode(data.Span, _output)),
        };
        budget.AddDecoded(_output.Length);
        if (_output.IsFull)
            ComplainOfLimit(limit);
        else
            ComplainOfDamage(name, outcome);
        if (name is "FlateDecode" or "Fl" or "LZWDecode" or "LZW")
            Unpredict(parameters);
    }

    private void Unpredict(PdfDictionary parameters)
    {
        var predictor = new Predictor(
            Parameter(parameters, "Predictor", 1), Parameter(parameters, "Colors", 1),
            Parameter(parameters, "BitsPerComponent", 8), Parameter(parameters, "Columns", 1));
        int length = predictor.Undo(_output.Rewrite());
        if (length < 0)
            Complain(new Diagnostic("damaged-stream", Severity.Warning, new Phrase(
                "文件中一段数据的预测参数不合理，已忽略。",
                "A stream's predictor parameters make no sense; they were ignored.")));
        else
            _output.Truncate(length);
    }

    private static DecodeOutcome Outcome(bool sound) => sound ? DecodeOutcome.Whole : DecodeOutcome.Damaged;

    private void ComplainOfDamage(string name, DecodeOutcome outcome)
    {
        if (outcome == DecodeOutcome.Damaged)
            Complain(new Diagnostic(Damaged, Severity.Warning, new Phrase(
                $"文件中一段数据损坏（{name}），已使用能够解码的部分。请从来源处重新获取文件。",
                $"A stream is damaged ({name}); what could be decoded of it was used. Get the file again from its source.")));
        else if (outcome == DecodeOutcome.Doubtful)
            Complain(new Diagnostic("wrong-checksum", Severity.Warning, new Phrase(
                "文件中一段数据的校验和不符：部分内容（可能包括数字）已不是原样。请与来源处的文件核对。",
                "The checksum of a stream is wrong: some of its bytes, digits perhaps, are not what was written. Compare with the file at its source.")));
    }

    private void ComplainOfFilter(string name)
    {
        if (!IsForPictures(name))
            Complain(new Diagnostic("unknown-filter", Severity.Error, new Phrase(
                "文件中一段数据的压缩方式无法识别，未能读取。请获取其他形式的文件。",
                "A stream is packed in a way that is not known and could not be read. Get the file in another form.")));
    }

    private void ComplainOfLimit(int limit)
    {
        ReadingLimits limits = source.Budget.Limits;
        Complain(limit < limits.StreamBytes
            ? new Diagnostic("limit-decoded-bytes", Severity.Error, new Phrase(
                $"文件解码后的数据超过 {limits.DecodedBytes} 字节（限额 DecodedBytes），其余内容未读取。",
                $"The streams of the file decode to more than {limits.DecodedBytes} bytes (limit DecodedBytes); the rest was not read."))
            : new Diagnostic("limit-stream-bytes", Severity.Error, new Phrase(
                $"文件中一段数据解码后超过 {limits.StreamBytes} 字节（限额 StreamBytes），其余部分未读取。",
                $"A stream decodes to more than {limits.StreamBytes} bytes (limit StreamBytes); the rest of it was not read.")));
    }

    private void Complain(Diagnostic complaint) => _complaint ??= complaint;

    private int Parameter(PdfDictionary parameters, string key, int otherwise) =>
        (int)Math.Clamp(source.GetNumber(parameters, key, otherwise), -1, LargestParameter);

    private List<(string Name, PdfDictionary Parameters)> ReadFilters(PdfStream stream)
    {
        PdfObject filter = Either(stream, "Filter", "F");
        PdfObject parameters = Either(stream, "DecodeParms", "DP");
        if (filter is PdfName single)
            return [(single.Value, First(parameters))];

        var filters = new List<(string Name, PdfDictionary Parameters)>();
        if (filter is not PdfArray names)
            return filters;
        for (int i = 0; i < Math.Min(names.Count, MostFilters); i++)
        {
            if (source.Resolve(names[i]) is PdfName name)
                filters.Add((name.Value, At(parameters, i)));
        }

        return filters;
    }

    // Inline images abbreviate their keys; in a file's streams /F names an external file instead, which has no filter name.
    private PdfObject Either(PdfStream stream, string key, string abbreviation)
    {
        PdfObject value = source.Get(stream, key);
        return value is PdfNull ? source.Get(stream, abbreviation) : value;
    }

    private PdfDictionary First(PdfObject parameters) =>
        parameters is PdfArray ? At(parameters, 0) : parameters as PdfDictionary ?? PdfDictionary.Empty;

    private PdfDictionary At(PdfObject parameters, int index) => parameters switch
    {
        PdfArray array when index < array.Count => source.Resolve(array[index]) as PdfDictionary ?? PdfDictionary.Empty,
        PdfDictionary dictionary when index == 0 => dictionary,
        _ => PdfDictionary.Empty,
    };
}
