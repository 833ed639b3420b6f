using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;

namespace Ingest.Tables.Upright;

/// <summary>Which fills of a page may be the ground of cells.</summary>
internal static class Shades
{
    private const int White = 0xFFFFFF;

    /// <summary>Fills beyond this many per page are a picture made of tiles.</summary>
    private const int MaximumShades = 5_000;

    /// <summary>Dark grounds that are remembered while looking for white cells on them.</summary>
    private const int MaximumGrounds = 16;

    /// <summary>
    /// Boxes of the fills that may be cells: large enough for a letter, no background of the page, and
    /// not white, unless they lie on a darker fill: then the lines are what they leave of it.
    /// </summary>
    /// <param name="fills">In painting order.</param>
    /// <param name="emSize">Size of the page's text.</param>
    /// <param name="pageArea">In square points.</param>
    public static List<Box> Of(IEnumerable<Fill> fills, float emSize, float pageArea)
    {
        List<Box> shades = [];
        List<Box> grounds = [];
        foreach ((Box box, int rgb) in fills)
        {
            float area = box.Width * box.Height;
            if (!(box.Height >= 0.8f * emSize && box.Width >= 0.8f * emSize && area < 0.8f * pageArea))
                continue;
            if (rgb == White && !grounds.Exists(ground => area < 0.5f * ground.Width * ground.Height && ground.Holds(box)))
                continue;
            if (rgb != White && grounds.Count < MaximumGrounds)
                grounds.Add(box);
            shades.Add(box);
            if (shades.Count > MaximumShades)
                return [];
        }

        return shades;
    }
}
