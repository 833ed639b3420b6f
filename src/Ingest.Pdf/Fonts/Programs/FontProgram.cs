using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Fonts.Programs;

/// <summary>
/// An embedded font file, read only for what its codes and glyphs mean, never for their shapes. Damage
/// shows as meanings that are not there.
/// </summary>
internal abstract class FontProgram
{
    /// <summary>Recognises the format by its first bytes, since files mislabel them.</summary>
    public static FontProgram? Open(ReadOnlyMemory<byte> file, ReadingBudget budget) => file.Span switch
    {
        var start when SfntProgram.IsSfnt(start) => new SfntProgram(file, budget),
        [(byte)'%', (byte)'!', ..] or [0x80, 0x01, ..] => new Type1Program(file),
        [0x01, 0x00, >= 4, ..] => new CffProgram(file, budget),
        _ => null,
    };

    /// <summary>What the program's own encoding says of a code of a simple font, or null.</summary>
    public abstract string? TextOfCode(int code);

    /// <summary>What the glyph stands for that shows a CID, when CIDs are the program's own; or null.</summary>
    public abstract string? TextOfCid(int cid);

    /// <summary>What a glyph stands for, or null.</summary>
    public abstract string? TextOfGlyph(int glyph);

    /// <summary>What the outline of a glyph looks like, or null.</summary>
    public virtual GlyphShape? ShapeOf(int glyph) => null;
}
