namespace Ingest.Tables.Aligned;

/// <summary>Where texts of several rows end and begin right at a border, it runs exactly between them.</summary>
internal static class BorderEdges
{
    /// <summary>How far, in sizes of the text, texts end or begin from a border that they nearly touch.</summary>
    private const float Reach = 0.35f;

    /// <summary>Rows that must show the border on either side.</summary>
    private const int FewestBeginnings = 3;
    private const int FewestEnds = 2;

    /// <summary>The borders, moved by little to where most texts begin.</summary>
    public static float[] Snap(float[] borders, Block block)
    {
        float[] snapped = [.. borders];
        for (int i = 1; i < borders.Length - 1; i++)
        {
            if (At(borders[i], block) is { } edge)
                snapped[i] = edge;
        }

        return snapped;
    }

    /// <summary>The middle between where texts end and begin near x; null when too few do.</summary>
    public static float? At(float x, Block block)
    {
        float reach = Reach * block.EmSize;
        List<float> ends = [];
        List<float> beginnings = [];
        foreach (TextRun run in block.Body.SelectMany(line => line.Runs))
        {
            if (Math.Abs(run.Box.Right - x) <= reach)
                ends.Add(run.Box.Right);
            if (Math.Abs(run.Box.Left - x) <= reach)
                beginnings.Add(run.Box.Left);
        }

        if (ends.Count < FewestEnds || beginnings.Count < FewestBeginnings)
            return null;
        ends.Sort();
        beginnings.Sort();
        (float end, float beginning) = (ends[ends.Count / 2], beginnings[beginnings.Count / 2]);
        return Math.Abs(end - beginning) <= 2 * reach ? (end + beginning) / 2 : null;
    }
}
