namespace Ingest.Tables.Ruled;

/// <summary>
/// A line after joining: <paramref name="At"/> across, <paramref name="Start"/> to <paramref name="End"/>
/// along; whether it lies or stands is known from the list that holds it.
/// </summary>
internal readonly record struct Line(float At, float Start, float End)
{
    public float Length => End - Start;

    public float Overlap(float start, float end) => Math.Min(End, end) - Math.Max(Start, start);
}
