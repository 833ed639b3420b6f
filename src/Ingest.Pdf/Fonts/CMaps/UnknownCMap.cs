namespace Ingest.Pdf.Fonts.CMaps;

/// <summary>
/// Stands in for a CMap that is missing or that nothing is known of. Nearly all codes have two bytes;
/// what they stand for only ToUnicode can tell, for a wrong character is worse than none.
/// </summary>
internal sealed class UnknownCMap(bool isVertical) : CMap
{
    public override bool IsVertical => isVertical;

    public override int ReadCode(ReadOnlySpan<byte> text, out int code) => CodeSpaces.TwoBytes.ReadCode(text, out code);

    public override bool TryGetCid(int code, out int cid)
    {
        cid = code;
        return false;
    }
}
