using System.Globalization;
using System.Text;
using Ingest.Pdf.Reading.Fonts.CMaps;

namespace Ingest.Pdf.Reading.Fonts.Collections;

/// <summary>Lays out the table of a character collection; the tables describe their own form.</summary>
internal static class CollectionTable
{
    private const int MostCids = 0x10000;

    /// <returns>
    /// The code point of each CID, 0 where there is none; and of each code point the CID that is listed first.
    /// </returns>
    public static (int[] CodePoints, Dictionary<int, int> Cids) Read(string file)
    {
        var codePoints = new int[MostCids];
        var cids = new Dictionary<int, int>(MostCids / 2);
        int length = 0;
        foreach (string line in DataFile.Lines(file))
        {
            string[] fields = line.Split(' ', 3);
            int cid = int.Parse(fields[0], CultureInfo.InvariantCulture);
            foreach (int codePoint in Expand(fields[1], fields.Length > 2 ? fields[2] : "", cids))
            {
                if (codePoint != 0)
                    cids.TryAdd(codePoint, cid);
                codePoints[cid++] = codePoint;
            }

            length = Math.Max(length, cid);
        }

        return (codePoints[..length], cids);
    }

    private static IEnumerable<int> Expand(string kind, string what, Dictionary<int, int> given)
    {
        switch (kind)
        {
            case "text":
                return what.EnumerateRunes().Select(rune => rune.Value);
            case "rest":
                string[] fields = what.Split(' ');
                // KS X 1001 has some hanja several times, by reading; the collection has each of them once.
                return Expand(fields[0], fields[^1], given)
                    .Where(codePoint => codePoint is not (0 or (>= 0xF900 and <= 0xFAFF)) && !given.ContainsKey(codePoint));
            case ['U', '+', .. string range]:
                (int first, int last) = ParseRange(range);
                return Enumerable.Range(first, last - first + 1);
            default:
                return Grid.Find(kind).Cells(ParseRange(what));
        }
    }

    private static (int First, int Last) ParseRange(string text)
    {
        string[] ends = text.Replace("U+", "", StringComparison.Ordinal).Split('-');
        return (ParseHex(ends[0]), ParseHex(ends[1]));
    }

    private static int ParseHex(string digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>A double-byte encoding as rows (lead bytes) of cells (trail bytes).</summary>
    private sealed class Grid(int codePage, params (byte First, byte Last)[] trails)
    {
        // Its lead bytes make room for the single-byte katakana.
        private const int ShiftJis = 932;

        private readonly Encoding _encoding = CodeMeaning.OfCodePage(codePage);

        public static Grid Find(string name) => name switch
        {
            "gb2312" => new Grid(54936, (0xA1, 0xFE)),
            "gbk" => new Grid(54936, (0x40, 0x7E), (0x80, 0xFE)),
            "big5" => new Grid(950, (0x40, 0x7E), (0xA1, 0xFE)),
            "sjis" => new Grid(ShiftJis, (0x40, 0x7E), (0x80, 0xFC)),
            "ksx1001" => new Grid(949, (0xA1, 0xFE)),
            "uhc" => new Grid(949, (0x41, 0x5A), (0x61, 0x7A), (0x81, 0xFE)),
            // Rows that share their lead byte with KS X 1001.
            "uhc-tail" => new Grid(949, (0x41, 0x5A), (0x61, 0x7A), (0x81, 0xA0)),
            _ => throw new FormatException($"A collection table names the grid '{name}', which is none."),
        };

        /// <summary>Code points of the cells of a range, 0 for those that the encoding leaves undefined.</summary>
        public IEnumerable<int> Cells((int First, int Last) range)
        {
            for (int lead = range.First >> 8; lead <= range.Last >> 8; lead++)
            {
                if (codePage == ShiftJis && lead is >= 0xA0 and <= 0xDF)
                    continue;
                foreach ((byte first, byte last) in trails)
                {
                    for (int trail = first; trail <= last; trail++)
                    {
                        int code = (lead << 8) | trail;
                        if (code >= range.First && code <= range.Last)
                            yield return CodePointOf((byte)lead, (byte)trail);
                    }
                }
            }
        }

        private int CodePointOf(byte lead, byte trail)
        {
            Span<char> text = stackalloc char[4];
            int count = _encoding.GetChars([lead, trail], text);
            bool isDefined = count == 1 && text[0] is not ('\uFFFD' or (>= '\uE000' and <= '\uF8FF'));
            return isDefined ? text[0] : 0;
        }
    }
}
