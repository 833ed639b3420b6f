namespace Ingest.Pdf.Fonts.Programs;

/// <summary>The <c>glyf</c> table of a TrueType font: how many contours its glyphs have and the boxes around them.</summary>
internal sealed class GlyphOutlines(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> loca, ReadOnlyMemory<byte> glyf)
{
    private readonly double _perEm = Math.Max(1, BigEndian.UInt16(head.Span, 18));
    private readonly bool _isLong = BigEndian.UInt16(head.Span, 50) == 1;

    public GlyphShape? ShapeOf(int glyph)
    {
        if (head.IsEmpty || glyf.IsEmpty || glyph < 0 || (glyph + 2L) * (_isLong ? 4 : 2) > loca.Length)
            return null;
        long start = OffsetOf(glyph);
        long end = OffsetOf(glyph + 1);
        if (end <= start)
            return default(GlyphShape);
        ReadOnlySpan<byte> data = glyf.Span;
        if (start + 10 > data.Length)
            return null;
        return new GlyphShape(
            BigEndian.Int16(data, start),
            BigEndian.Int16(data, start + 2) / _perEm, BigEndian.Int16(data, start + 4) / _perEm,
            BigEndian.Int16(data, start + 6) / _perEm, BigEndian.Int16(data, start + 8) / _perEm);
    }

    private long OffsetOf(int glyph) =>
        _isLong ? BigEndian.UInt32(loca.Span, 4L * glyph) : 2L * BigEndian.UInt16(loca.Span, 2L * glyph);
}
