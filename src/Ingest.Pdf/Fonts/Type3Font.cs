using System.Numerics;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Fonts;

/// <summary>A font whose glyphs are content streams (ISO 32000-1, 9.6.5), in units of its own.</summary>
internal sealed class Type3Font : SimpleFont
{
    public Type3Font(ObjectSource objects, PdfDictionary font)
        : base(objects, font)
    {
        GlyphMatrix = ReadMatrix(objects, objects.GetArray(font, "FontMatrix"));
        (Ascent, Descent) = ReadExtent(objects, objects.GetArray(font, "FontBBox"), GlyphMatrix.M22 * 1000);
    }

    public override Matrix3x2 GlyphMatrix { get; }

    public override float Ascent { get; }

    public override float Descent { get; }

    private static Matrix3x2 ReadMatrix(ObjectSource objects, PdfArray? array)
    {
        if (ReadNumbers(objects, array, 6) is not { } values)
            return Matrix3x2.CreateScale(0.001f);
        var matrix = new Matrix3x2(values[0], values[1], values[2], values[3], values[4], values[5]);
        return matrix.GetDeterminant() == 0 ? Matrix3x2.CreateScale(0.001f) : matrix;
    }

    /// <summary>Ascent and descent from the box around all glyphs, where it is one that text can have.</summary>
    private static (float Ascent, float Descent) ReadExtent(ObjectSource objects, PdfArray? array, float scale)
    {
        float[] box = ReadNumbers(objects, array, 4) ?? new float[4];
        float top = Math.Max(box[1] * scale, box[3] * scale);
        float bottom = Math.Min(box[1] * scale, box[3] * scale);
        return top is >= 400 and <= 1400 && bottom is >= -600 and <= 0
            ? (top, bottom)
            : (FontDescriptor.UsualAscent, FontDescriptor.UsualDescent);
    }

    private static float[]? ReadNumbers(ObjectSource objects, PdfArray? array, int count)
    {
        if (array is null || array.Count < count)
            return null;
        var values = new float[count];
        for (int i = 0; i < count; i++)
        {
            if (objects.Resolve(array[i]) is not PdfNumber number)
                return null;
            values[i] = Metrics.Width(number.Value);
        }

        return values;
    }
}
