namespace Ingest.Ocr.Layout;

/// <summary>A straight line of ink in pixels.</summary>
/// <param name="IsHorizontal">Horizontal: <paramref name="At"/> is y, the ends are x.</param>
/// <param name="At">Of its middle.</param>
/// <param name="Start">First pixel.</param>
/// <param name="End">One beyond the last.</param>
/// <param name="Thickness">Pixels across.</param>
internal readonly record struct RuledLine(bool IsHorizontal, double At, int Start, int End, double Thickness)
{
    public int Length => End - Start;
}
