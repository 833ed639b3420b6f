namespace Ingest.Tables.Aligned;

/// <summary>The runs on one baseline, left to right.</summary>
/// <param name="Runs">At least one.</param>
/// <param name="Baseline">y of the baseline.</param>
/// <param name="Size">Largest size of its letters.</param>
internal sealed record RunLine(List<TextRun> Runs, float Baseline, float Size)
{
    public float Left => Runs[0].Box.Left;

    public float Right => Runs[^1].Box.Right;

    /// <summary>Upper side of the ink, whatever ascent the font claims.</summary>
    public float Top => Baseline + 0.85f * Size;

    public float Bottom => Baseline - 0.15f * Size;

    public float Middle => Baseline + 0.35f * Size;

    public int Numbers => Runs.Count(run => run.IsNumber);

    /// <summary>A row of a table rather than a sentence: a number that stands apart from something else.</summary>
    public bool IsAnchor => Runs.Count >= 2 && Runs.Exists(run => run.IsNumber);
}
