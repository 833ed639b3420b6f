using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pictures;
using Ingest.Contract.Text;
using Ingest.Pdf.Content;
using Ingest.Pdf.Structure;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>What was drawn of a page.</summary>
internal sealed record DrawnPage(string Svg, PictureFrame Frame, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// How a picture lies on its page. The page is cropped, turned clockwise, cut to a region, and stands upside down in the
/// picture, whose y runs downwards.
/// </summary>
/// <param name="Visible">What a viewer shows, in the unrotated space of pages.</param>
/// <param name="Turns">Quarter turns, clockwise, 0 to 3.</param>
/// <param name="Cut">What is shown, in points of the turned page, whose origin is its upper left corner; y runs downwards.</param>
internal readonly record struct PictureFrame(Box Visible, int Turns, Box Cut)
{
    public static PictureFrame Of(PageFrame page, PictureRequest request, int turns)
    {
        Matrix toPoints = PointsOf(page);
        Box visible = toPoints.Bounds(page.CropBox.Left, page.CropBox.Bottom, page.CropBox.Right, page.CropBox.Top);
        var whole = new PictureFrame(visible, ((turns % 4) + 4) % 4, default);
        Box all = whole.Turned(visible);
        if (request.Region is not { } region)
            return whole with { Cut = all };
        Box cut = whole.Turned(region).Inflate(Math.Max(0, request.Margin));
        if (request.WholeWidth)
            cut = cut with { Left = all.Left, Right = all.Right };
        cut = cut.Intersect(all);
        // A region beside the page would be a picture of nothing.
        return whole with { Cut = cut.Width <= 0 || cut.Height <= 0 ? all : cut };
    }

    /// <summary>User space to the unrotated space of pages.</summary>
    public static Matrix PointsOf(PageFrame page) => new(
        page.UserUnit, 0, 0, page.UserUnit, -(double)page.MediaBox.Left * page.UserUnit, -(double)page.MediaBox.Bottom * page.UserUnit);

    /// <summary>The unrotated space of pages to the picture's units.</summary>
    public Matrix ToPicture => Turning * new Matrix(SvgNumber.PerPoint, 0, 0, SvgNumber.PerPoint, -Cut.Left * SvgNumber.PerPoint, -Cut.Bottom * SvgNumber.PerPoint);

    /// <summary>What is shown, in the unrotated space of pages.</summary>
    public Box Shown => Turns switch
    {
        1 => new Box(Visible.Left + Cut.Bottom, Visible.Bottom + Cut.Left, Visible.Left + Cut.Top, Visible.Bottom + Cut.Right),
        2 => new Box(Visible.Right - Cut.Right, Visible.Bottom + Cut.Bottom, Visible.Right - Cut.Left, Visible.Bottom + Cut.Top),
        3 => new Box(Visible.Right - Cut.Top, Visible.Top - Cut.Right, Visible.Right - Cut.Bottom, Visible.Top - Cut.Left),
        _ => new Box(Visible.Left + Cut.Left, Visible.Top - Cut.Top, Visible.Left + Cut.Right, Visible.Top - Cut.Bottom),
    };

    private Matrix Turning => Turns switch
    {
        1 => new Matrix(0, 1, 1, 0, -Visible.Bottom, -Visible.Left),
        2 => new Matrix(-1, 0, 0, 1, Visible.Right, -Visible.Bottom),
        3 => new Matrix(0, -1, -1, 0, Visible.Top, Visible.Right),
        _ => new Matrix(1, 0, 0, -1, -Visible.Left, Visible.Top),
    };

    private Box Turned(Box box) => Turning.Bounds(box.Left, box.Bottom, box.Right, box.Top);
}
