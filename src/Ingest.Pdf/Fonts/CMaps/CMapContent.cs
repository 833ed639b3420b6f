using Ingest.Pdf.Fonts.Characters;

namespace Ingest.Pdf.Fonts.CMaps;

/// <summary>What one CMap file defines, whether it maps codes to character ids, to Unicode or both.</summary>
internal sealed class CMapContent
{
    public List<CodeSpace> CodeSpaces { get; } = [];

    public RangeMap<int> Cids { get; } = new();

    public RangeMap<int> NotDefined { get; } = new();

    public RangeMap<UnicodeTarget> Unicode { get; } = new();

    /// <summary>Wide ranges that give each code its own number for a character.</summary>
    public RangeMap<UnicodeTarget> Identity { get; } = new();

    /// <summary>Ranges as wide as a byte that do the same: true where nothing else is said of a code.</summary>
    public RangeMap<UnicodeTarget> OwnNumbers { get; } = new();

    /// <summary>About what it takes in memory.</summary>
    public long Bytes => Cids.Bytes + NotDefined.Bytes + Unicode.Bytes + OwnNumbers.Bytes;

    /// <summary>Set by <c>WMode</c>; null when the file does not say.</summary>
    public bool? IsVertical { get; set; }

    /// <summary>Name before <c>usecmap</c>.</summary>
    public string? UsedName { get; set; }

    /// <summary>Length in bytes of the source codes, for files that forget their code spaces; 0 when there are none.</summary>
    public int SourceLength { get; set; }

    /// <summary>True when a CID font could not be read by it at all.</summary>
    public bool IsEmpty => CodeSpaces.Count == 0 && Cids.IsEmpty;

    /// <summary>How many codes stand for each character of ASCII, as far as ranges of single codes tell; at most 255.</summary>
    public byte[] CountAscii()
    {
        var counts = new byte[0x80];
        foreach ((uint first, uint last, UnicodeTarget target) in Unicode.All().Concat(OwnNumbers.All()))
        {
            if (target.Prefix.Length > 0)
                continue;
            for (long offset = 0; offset <= last - first && target.Last + offset < counts.Length; offset++)
                counts[target.Last + offset] = (byte)Math.Min(byte.MaxValue, counts[target.Last + offset] + 1);
        }

        return counts;
    }

    public CodeSpaces MakeCodeSpaces()
    {
        if (CodeSpaces.Count > 0 || SourceLength is < 1 or > 4)
            return new CodeSpaces(CodeSpaces);
        return new CodeSpaces([new CodeSpace(SourceLength, 0, uint.MaxValue >> (8 * (4 - SourceLength)))]);
    }
}
