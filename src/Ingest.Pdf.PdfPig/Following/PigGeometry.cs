using Ingest.Contract.Geometry;
using Ingest.Pdf.Content;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Following;

/// <summary>Matrices and rectangles of PdfPig and of the file as this program's.</summary>
internal static class PigGeometry
{
    public static Matrix ToMatrix(this in TransformationMatrix matrix) => new(matrix.A, matrix.B, matrix.C, matrix.D, matrix.E, matrix.F);

    public static TransformationMatrix ToPig(this in Matrix matrix) => TransformationMatrix.FromValues(matrix.A, matrix.B, matrix.C, matrix.D, matrix.E, matrix.F);

    /// <summary>Six numbers; null when it is missing or something else.</summary>
    public static Matrix? Matrix(this DictionaryToken dictionary, NameToken key, IPdfTokenScanner scanner) =>
        dictionary.Numbers(key, 6, scanner) is [var a, var b, var c, var d, var e, var f] ? new Matrix(a, b, c, d, e, f) : null;

    /// <summary>Any two opposite corners, put in order; null when it is missing or something else.</summary>
    public static Box? Rectangle(this DictionaryToken dictionary, NameToken key, IPdfTokenScanner scanner) =>
        dictionary.Numbers(key, 4, scanner) is [var x1, var y1, var x2, var y2]
            ? new Box((float)Math.Min(x1, x2), (float)Math.Min(y1, y2), (float)Math.Max(x1, x2), (float)Math.Max(y1, y2))
            : null;

    private static double[]? Numbers(this DictionaryToken dictionary, NameToken key, int count, IPdfTokenScanner scanner)
    {
        if (!dictionary.TryGet(key, scanner, out ArrayToken? array) || array.Length < count)
            return null;
        var numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            if (!UglyToad.PdfPig.Parser.Parts.DirectObjectFinder.TryGet(array.Data[i], scanner, out NumericToken? number))
                return null;
            numbers[i] = number.Data;
        }

        return numbers;
    }
}
