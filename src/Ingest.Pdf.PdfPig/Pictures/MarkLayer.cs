using System.Globalization;
using System.Text;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pictures;
using Ingest.Pdf.Content;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>What is drawn over a page: bars over what must not be seen, and the frames that were asked for.</summary>
internal static class MarkLayer
{
    /// <summary>Points that a frame stands off what it marks.</summary>
    private const float Off = 1.5f;

    public static string Of(PictureFrame frame, IEnumerable<Box> covered, IEnumerable<PictureMark> marks)
    {
        Matrix matrix = frame.ToPicture;
        var view = new Box(0, 0, frame.Cut.Width * (float)SvgNumber.PerPoint, frame.Cut.Height * (float)SvgNumber.PerPoint);
        var drawn = new StringBuilder();
        foreach (Box box in covered)
            if (matrix.Bounds(box.Left, box.Bottom, box.Right, box.Top) is var bar && bar.Meets(view))
                drawn.Append("<rect class=\"masked\" ").Append(Place(bar)).Append(" fill=\"#8c8c8c\"/>\n");
        foreach (PictureMark mark in marks)
        {
            Box around = mark.Box.Inflate(Off);
            if (matrix.Bounds(around.Left, around.Bottom, around.Right, around.Top) is var box && box.Meets(view))
                drawn.Append(Drawn(mark, box));
        }

        return drawn.ToString();
    }

    private static string Drawn(PictureMark mark, Box box)
    {
        (string name, string color, string dashes) = mark.Style switch
        {
            MarkStyle.Suspect => ("suspect", "#c01f25", ""),
            MarkStyle.Flagged => ("flagged", "#d08700", " stroke-dasharray=\"300 150\""),
            MarkStyle.Total => ("total", "#1f5fbf", " stroke-dasharray=\"600 150\""),
            MarkStyle.Operand => ("operand", "#1d7f43", " stroke-dasharray=\"150 150\""),
            MarkStyle.Other => ("other", "#7a3fb0", " stroke-dasharray=\"600 150 150 150\""),
            _ => throw new ArgumentOutOfRangeException(nameof(mark), mark.Style, "There is no such style."),
        };
        string key = mark.Key is null ? "" : $" data-key=\"{string.Concat(mark.Key.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.'))}\"";
        string rect = $"<rect class=\"mark {name}\"{key} {Place(box)} rx=\"60\" fill=\"{color}\" fill-opacity=\".16\" stroke=\"{color}\" stroke-width=\"110\"{dashes}";
        return mark.Label is null ? $"{rect}/>\n" : $"{rect} role=\"img\"><title>{SvgText.Escaped(mark.Label)}</title></rect>\n";
    }

    private static string Place(Box box) => string.Create(
        CultureInfo.InvariantCulture,
        $"x=\"{SvgNumber.Round(box.Left)}\" y=\"{SvgNumber.Round(box.Bottom)}\" width=\"{SvgNumber.Round(box.Width)}\" height=\"{SvgNumber.Round(box.Height)}\"");
}
