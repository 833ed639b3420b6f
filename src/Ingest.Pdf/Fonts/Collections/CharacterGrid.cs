using System.Text;
using Ingest.Pdf.Fonts.Characters;

namespace Ingest.Pdf.Fonts.Collections;

/// <summary>A double-byte encoding as rows (lead bytes) of cells (trail bytes).</summary>
internal sealed class CharacterGrid
{
    private const int ShiftJis = 932;

    private readonly int _codePage;
    private readonly Encoding _encoding;
    private readonly byte[] _trails;

    private CharacterGrid(int codePage, params (byte First, byte Last)[] trails)
    {
        _codePage = codePage;
        _encoding = CodeMeaning.OfCodePage(codePage);
        _trails = [.. trails.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Select(trail => (byte)trail)];
    }

    public static CharacterGrid Find(string name) => name switch
    {
        "gb2312" => new CharacterGrid(54936, (0xA1, 0xFE)),
        "gbk" => new CharacterGrid(54936, (0x40, 0x7E), (0x80, 0xFE)),
        "big5" => new CharacterGrid(950, (0x40, 0x7E), (0xA1, 0xFE)),
        "sjis" => new CharacterGrid(ShiftJis, (0x40, 0x7E), (0x80, 0xFC)),
        "ksx1001" => new CharacterGrid(949, (0xA1, 0xFE)),
        "uhc" => new CharacterGrid(949, (0x41, 0x5A), (0x61, 0x7A), (0x81, 0xFE)),
        // Rows that share their lead byte with KS X 1001.
        "uhc-tail" => new CharacterGrid(949, (0x41, 0x5A), (0x61, 0x7A), (0x81, 0xA0)),
        _ => throw new FormatException($"A collection table names the grid '{name}', which is none."),
    };

    /// <summary>Code points of the cells from one code to another, 0 for those that the encoding leaves undefined.</summary>
    public List<int> Cells(int first, int last)
    {
        var cells = new List<int>();
        for (int lead = first >> 8; lead <= last >> 8; lead++)
        {
            // Single-byte katakana take the place of these lead bytes.
            if (_codePage == ShiftJis && lead is >= 0xA0 and <= 0xDF)
                continue;
            string row = DecodeRow((byte)lead);
            for (int i = 0; i < _trails.Length; i++)
            {
                int code = (lead << 8) | _trails[i];
                if (code >= first && code <= last)
                    cells.Add(row[i] is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') ? 0 : row[i]);
            }
        }

        return cells;
    }

    /// <summary>One character for each cell of a row.</summary>
    private string DecodeRow(byte lead)
    {
        string row = _encoding.GetString([.. _trails.SelectMany(trail => (byte[])[lead, trail])]);
        // Decoders may count the bytes of an undefined cell one by one; then each cell is decoded alone.
        return row.Length == _trails.Length
            ? row
            : string.Concat(_trails.Select(trail => _encoding.GetString([lead, trail]) is { Length: 1 } cell ? cell : Unicode.Unknown));
    }
}
