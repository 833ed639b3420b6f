using Ingest.Contract.Geometry;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Content;

/// <summary>Arrays of numbers that stand for places.</summary>
internal static class Geometry
{
    /// <summary>Six numbers; null when it is missing or something else.</summary>
    public static Matrix? GetMatrix(this ObjectSource source, PdfDictionary dictionary, string key)
    {
        Span<double> numbers = stackalloc double[6];
        return TryNumbers(source, source.GetArray(dictionary, key), numbers)
            ? new Matrix(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
            : null;
    }

    /// <summary>Any two opposite corners, put in order; null when it is missing or something else.</summary>
    public static Box? GetRectangle(this ObjectSource source, PdfDictionary dictionary, string key)
    {
        Span<double> numbers = stackalloc double[4];
        if (!TryNumbers(source, source.GetArray(dictionary, key), numbers))
            return null;
        return new Box(
            (float)Math.Min(numbers[0], numbers[2]), (float)Math.Min(numbers[1], numbers[3]),
            (float)Math.Max(numbers[0], numbers[2]), (float)Math.Max(numbers[1], numbers[3]));
    }

    private static bool TryNumbers(ObjectSource source, PdfArray? array, Span<double> numbers)
    {
        if (array is null || array.Count < numbers.Length)
            return false;
        for (int i = 0; i < numbers.Length; i++)
        {
            if (source.Resolve(array[i]) is not PdfNumber number)
                return false;
            numbers[i] = number.Value;
        }

        return true;
    }
}
