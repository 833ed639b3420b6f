using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Fonts.Programs;

/// <summary>
/// An embedded font file, read only for what its codes and glyphs mean, and of their outlines for what tells
/// characters apart. Damage shows as meanings that are not there.
/// </summary>
internal abstract class FontProgram
{
    // Letters with serifs, slashed zeros and the like differ.
    private const double LeastFitting = 0.75;

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

    /// <summary>The glyph that shows a CID, when CIDs are the program's own.</summary>
    public virtual int GlyphOfCid(int cid) => cid;

    /// <summary>The glyph of a name; 0 where there is none or glyphs have no names.</summary>
    public virtual int GlyphOfName(string name) => 0;

    /// <summary>What the outline of a glyph looks like, or null.</summary>
    public virtual GlyphShape? ShapeOf(int glyph) => null;

    /// <summary>What the outline looks like that a code of a simple font draws, or null.</summary>
    /// <param name="code">A single byte.</param>
    /// <param name="name">What the font dictionary calls its glyph, or null.</param>
    public virtual GlyphShape? ShapeOfCode(int code, string? name) => name is null || GlyphOfName(name) is 0 ? null : ShapeOf(GlyphOfName(name));

    /// <summary>
    /// Do numbers stand for the characters of ASCII that have them? The outlines tell: an o is a ring, an i has a dot.
    /// </summary>
    /// <param name="glyphOf">The glyph that is drawn for a number; 0 for none.</param>
    /// <param name="fewest">Characters that have to be there for that to be told.</param>
    public bool DrawsAscii(Func<int, int> glyphOf, int fewest)
    {
        int known = 0;
        int fitting = 0;
        for (int code = 0x21; code <= 0x7E; code++)
        {
            int contours = GlyphShape.ContoursOf((char)code);
            if (contours == 0 || glyphOf(code) is var glyph && glyph <= 0 || ShapeOf(glyph) is not { Contours: >= 0 } shape)
                continue;
            known++;
            fitting += shape.Contours == contours ? 1 : 0;
        }

        return known >= fewest && fitting >= LeastFitting * known;
    }
}
