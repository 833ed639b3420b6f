namespace Ingest.Pdf.Fonts.CMaps;

/// <summary>A CMap that the file brings along, on top of the one it uses, if any.</summary>
internal sealed class EmbeddedCMap(CMapContent content, CMap? used, bool? isVertical) : CMap
{
    private readonly CodeSpaces? _codeSpaces = content.CodeSpaces.Count > 0 || used is null ? content.MakeCodeSpaces() : null;

    public override bool IsVertical => isVertical ?? content.IsVertical ?? used?.IsVertical ?? false;

    public override int ReadCode(ReadOnlySpan<byte> text, out int code) =>
        _codeSpaces?.ReadCode(text, out code) ?? used!.ReadCode(text, out code);

    public override bool TryGetCid(int code, out int cid)
    {
        uint key = unchecked((uint)code);
        if (content.Cids.TryFind(key, out uint offset, out int first))
        {
            cid = (int)Math.Min(first + (long)offset, ushort.MaxValue);
            return true;
        }

        if (used is not null && used.TryGetCid(code, out cid))
            return true;
        return content.NotDefined.TryFind(key, out _, out cid);
    }

    // What the used CMap says of a code holds only where this one did not redefine it.
    public override string? TextOf(int code) =>
        content.Cids.TryFind(unchecked((uint)code), out _, out _) ? null : used?.TextOf(code);
}
