using Ingest.Contract.Geometry;

namespace Ingest.Ocr.Imaging;

/// <summary>What a page shows as one image.</summary>
/// <param name="Image">Upright or not, as the page space has it: its upper edge is that of <paramref name="Box"/>.</param>
/// <param name="Box">Where it lies on the page.</param>
internal sealed record ScannedSheet(GrayImage Image, Box Box)
{
    /// <summary>Pixels per point across.</summary>
    public double Across => Image.Width / (double)Box.Width;

    /// <summary>Pixels per point down.</summary>
    public double Down => Image.Height / (double)Box.Height;
}
