using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Fonts.Collections;

namespace Ingest.Pdf.Fonts.CMaps;

/// <summary>
/// A CMap that the standard defines by name. Its codes are read by what they mean, and their character
/// ids, which only widths need, by looking that meaning up in the collection.
/// </summary>
internal sealed class PredefinedCMap : CMap
{
    private readonly CodeSpaces _codeSpaces;
    private readonly CodeMeaning? _meaning;
    private readonly CharacterCollection _collection;
    private readonly RangeMap<int> _fixedCids;

    /// <param name="codeSpaces">What is a code.</param>
    /// <param name="meaning">What codes mean; null where only their CIDs tell.</param>
    /// <param name="collection">What CIDs mean.</param>
    /// <param name="fixedCids">Those of the codes that have one whatever they mean.</param>
    /// <param name="isVertical">It writes downwards.</param>
    public PredefinedCMap(CodeSpaces codeSpaces, CodeMeaning? meaning, CharacterCollection collection, RangeMap<int> fixedCids, bool isVertical)
    {
        _codeSpaces = codeSpaces;
        _meaning = meaning;
        _collection = collection;
        _fixedCids = fixedCids;
        IsVertical = isVertical;
    }

    public override bool IsVertical { get; }

    public override int ReadCode(ReadOnlySpan<byte> text, out int code) => _codeSpaces.ReadCode(text, out code);

    public override bool TryGetCid(int code, out int cid)
    {
        if (_fixedCids.TryFind(unchecked((uint)code), out uint offset, out int first))
        {
            cid = first + (int)offset;
            return true;
        }

        cid = 0;
        return _meaning?.TextOf(code) is { } text && _collection.TryGetCid(text, out cid);
    }

    // Beyond ASCII, codes with a CID of their own are additions of one vendor: © in a single byte on the
    // Macintosh, half-width and vertical forms that code pages leave to private use.
    public override string? TextOf(int code) =>
        (code is < 0 or >= 0x80 || _meaning is null) && _fixedCids.TryFind(unchecked((uint)code), out uint offset, out int first)
            ? _collection.TextOf(first + (int)offset) ?? _meaning?.TextOf(code)
            : _meaning?.TextOf(code);
}
