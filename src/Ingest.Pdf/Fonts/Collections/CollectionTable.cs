using System.Globalization;
using Ingest.Pdf.Fonts.Characters;

namespace Ingest.Pdf.Fonts.Collections;

/// <summary>
/// A character collection laid out: the code point of each CID, and the CID of each code point. Read from
/// files that describe their own form.
/// </summary>
internal sealed class CollectionTable
{
    private const int MostCids = 0x10000;

    private readonly int[] _codePoints = new int[MostCids];
    private readonly ushort[] _cids = new ushort[0x10000];
    private readonly Dictionary<int, int> _cidsBeyond = [];

    public CollectionTable(string file)
    {
        foreach (string line in DataFile.Lines(file))
        {
            string[] fields = line.Split(' ', 3);
            int cid = int.Parse(fields[0], CultureInfo.InvariantCulture);
            foreach (int codePoint in Expand(fields[1], fields.Length > 2 ? fields[2] : ""))
                Give(cid++, codePoint);
        }
    }

    /// <summary>0 where the CID stands for nothing.</summary>
    public int CodePointOf(int cid) => cid is >= 0 and < MostCids ? _codePoints[cid] : 0;

    /// <summary>The CID that is listed first for the code point; 0 when there is none.</summary>
    public int CidOf(int codePoint) =>
        codePoint < _cids.Length ? _cids[codePoint] : _cidsBeyond.GetValueOrDefault(codePoint);

    private void Give(int cid, int codePoint)
    {
        _codePoints[cid] = codePoint;
        if (codePoint >= _cids.Length)
            _cidsBeyond.TryAdd(codePoint, cid);
        else if (_cids[codePoint] == 0 && codePoint != 0)
            _cids[codePoint] = (ushort)cid;
    }

    private IEnumerable<int> Expand(string kind, string what)
    {
        switch (kind)
        {
            case "text":
                return what.EnumerateRunes().Select(rune => rune.Value);
            case "rest":
                string[] fields = what.Split(' ');
                // KS X 1001 has some hanja several times, by reading; the collection has each of them once.
                return Expand(fields[0], fields[^1])
                    .Where(codePoint => codePoint is not (0 or (>= 0xF900 and <= 0xFAFF)) && CidOf(codePoint) == 0);
            case ['U', '+', .. string range]:
                (int first, int last) = ParseRange(range);
                return Enumerable.Range(first, last - first + 1);
            default:
                (int firstCode, int lastCode) = ParseRange(what);
                return CharacterGrid.Find(kind).Cells(firstCode, lastCode);
        }
    }

    private static (int First, int Last) ParseRange(string text)
    {
        string[] ends = text.Replace("U+", "", StringComparison.Ordinal).Split('-');
        return (ParseHex(ends[0]), ParseHex(ends[1]));
    }

    private static int ParseHex(string digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
