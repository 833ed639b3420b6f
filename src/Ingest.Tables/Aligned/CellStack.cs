namespace Ingest.Tables.Aligned;

/// <summary>The lines of one text in one column, top to bottom.</summary>
internal sealed class CellStack(int column, RunLine first)
{
    public int Column { get; } = column;

    public List<RunLine> Lines { get; } = [first];

    public float Top => Lines[0].Baseline;

    public float Bottom => Lines[^1].Baseline;

    public float Middle => (Top + Bottom) / 2;
}
