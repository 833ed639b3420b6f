namespace Ingest.Pdf.Fonts.CMaps;

/// <summary>Identity-H and Identity-V: two bytes, which are the character id.</summary>
internal sealed class IdentityCMap(bool isVertical) : CMap
{
    public static readonly IdentityCMap Horizontal = new(isVertical: false);

    public static readonly IdentityCMap Vertical = new(isVertical: true);

    public override bool IsVertical => isVertical;

    public override int ReadCode(ReadOnlySpan<byte> text, out int code) => CodeSpaces.TwoBytes.ReadCode(text, out code);

    public override bool TryGetCid(int code, out int cid)
    {
        cid = code;
        return true;
    }
}
