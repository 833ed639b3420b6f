namespace Ingest.Pdf.Tests.Hostile;

/// <summary>Changes a few places of a good file, always the same ones for the same seed.</summary>
internal sealed class Mutator(int seed)
{
    // What breaks parsers: extreme numbers, other keywords, openings without end.
    private static readonly byte[][] _tokens =
    [
        .. new[]
        {
            "0", "-1", "1", "65536", "2147483647", "2147483648", "-2147483648", "99999999999999999999", "0.0000001", "1e9",
            " 1 0 R ", " 4 0 R ", " 99999 0 R ", "<<", ">>", "[", "]", "(", ")", "<", ">", "/", "%", "{", "}",
            " obj ", " endobj ", " stream\n", "\nendstream ", " xref ", " trailer ", "startxref", "%%EOF", " null ", " true ",
            "/Length", "/Filter", "/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/DecodeParms", "/Kids", "/Parent", "/Type", "/Pages", "/Page",
            "/Contents", "/Resources", "/Font", "/XObject", "/Prev", "/Size", "/W", "/Index", "/Root", "/Encrypt", "/ObjStm", "/Extends", "/ToUnicode",
            " q ", " Q ", " BT ", " ET ", " Tj ", " TJ ", " Do ", " re ", " f ", " S ", " W ", " n ", " cm ", " Tf ", " BI ", " ID ", " EI ", " BDC ",
            "\0", "\r", "\n", "\u00ff", "\u00fe\u00ff",
        }.Select(PdfBuilder.Latin),
    ];

    private readonly Random _random = new(seed);

    public byte[] Mutate(byte[] good)
    {
        var bytes = new List<byte>(good);
        for (int changes = 1 + _random.Next(6); changes > 0 && bytes.Count > 0; changes--)
            Change(bytes);
        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        int at = _random.Next(bytes.Count);
        switch (_random.Next(10))
        {
            case 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(1 + _random.Next(40), bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(at, _tokens[_random.Next(_tokens.Length)]);
                break;
            case 4 or 5:
                Overwrite(bytes, at, _tokens[_random.Next(_tokens.Length)]);
                break;
            case 6:
                ReplaceNumber(bytes, at);
                break;
            case 7:
                CopyPart(bytes, at);
                break;
            case 8:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                Overwrite(bytes, at, [.. Enumerable.Repeat((byte)_random.Next(256), 1 + _random.Next(64))]);
                break;
        }
    }

    private static void Overwrite(List<byte> bytes, int at, byte[] with)
    {
        for (int i = 0; i < with.Length && at + i < bytes.Count; i++)
            bytes[at + i] = with[i];
    }

    // The next run of digits becomes another number, of the same length where that matters to offsets.
    private void ReplaceNumber(List<byte> bytes, int at)
    {
        int start = bytes.FindIndex(at, value => value is >= (byte)'0' and <= (byte)'9');
        if (start < 0)
            return;
        for (int i = start; i < bytes.Count && bytes[i] is >= (byte)'0' and <= (byte)'9'; i++)
            bytes[i] = (byte)('0' + _random.Next(10));
    }

    private void CopyPart(List<byte> bytes, int to)
    {
        int from = _random.Next(bytes.Count);
        List<byte> part = bytes.GetRange(from, Math.Min(_random.Next(200), bytes.Count - from));
        bytes.InsertRange(to, part);
    }
}
