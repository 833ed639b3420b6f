using Ingest.Contract.Geometry;
using Ingest.Tables.Ruled;

namespace Ingest.Tables.Aligned;

/// <summary>Shaded cells side by side: the ground of a row, or of a head.</summary>
/// <param name="Box">Around all of them.</param>
/// <param name="Sides">x where single cells of it begin or end, ascending.</param>
internal sealed record ShadedBand(Box Box, List<float> Sides)
{
    public IEnumerable<Line> Edges => [new Line(Box.Top, Box.Left, Box.Right), new Line(Box.Bottom, Box.Left, Box.Right)];

    /// <summary>Bands top to bottom. Cells that reach over several rows, as in a head, make a band with those beside them.</summary>
    public static List<ShadedBand> Of(List<Box> shades, float tolerance)
    {
        List<ShadedBand> bands = [];
        foreach (Box shade in shades.OrderByDescending(shade => shade.Top).ThenBy(shade => shade.Left))
        {
            int at = bands.FindLastIndex(band =>
                Math.Abs(band.Box.Top - shade.Top) <= tolerance && Math.Abs(band.Box.Bottom - shade.Bottom) <= tolerance
                && shade.Left <= band.Box.Right + tolerance && shade.Right >= band.Box.Left - tolerance);
            if (at < 0)
            {
                bands.Add(new ShadedBand(shade, [shade.Left, shade.Right]));
                continue;
            }

            bands[at].Sides.Add(shade.Left);
            bands[at].Sides.Add(shade.Right);
            bands[at] = bands[at] with { Box = bands[at].Box.Union(shade) };
        }

        return bands;
    }
}
