namespace Ingest.Pdf.Fonts.CMaps;

/// <summary>
/// The encoding of a composite font (ISO 32000-1, 9.7.5): bytes to codes, codes to character ids.
/// </summary>
internal abstract class CMap
{
    /// <summary>Vertical writing mode.</summary>
    public virtual bool IsVertical => false;

    /// <inheritdoc cref="Font.ReadCode"/>
    public abstract int ReadCode(ReadOnlySpan<byte> text, out int code);

    /// <param name="code">The code.</param>
    /// <param name="cid">The character id; without one, the one whose width to take.</param>
    /// <returns>False when the CMap does not say which character the code stands for.</returns>
    public abstract bool TryGetCid(int code, out int cid);

    /// <summary>What the code means by the definition of the encoding alone, or null when that says nothing.</summary>
    public virtual string? TextOf(int code) => null;
}
