using System.Globalization;
using System.Text;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>Numbers as pictures have them: whole hundredths of a point, or for matrices and offsets six digits.</summary>
internal static class SvgNumber
{
    /// <summary>Units of a picture to a point.</summary>
    public const double PerPoint = 100;

    // Ten thousand pages beside the page: what lies farther off is as good as there.
    private const double Farthest = 1e9;

    public static int Round(double value) => double.IsNaN(value) ? 0 : (int)Math.Round(Math.Clamp(value, -Farthest, Farthest));

    public static string Of(double value) => (double.IsFinite(value) ? value : 0).ToString("0.######", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    /// <summary>In a list where a sign separates as well as a blank does.</summary>
    public static void AppendTo(StringBuilder list, int value, bool first)
    {
        if (!first && value >= 0)
            list.Append(' ');
        list.Append(value);
    }
}
