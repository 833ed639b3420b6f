namespace Ingest.Core.Narrative.Prose;

/// <summary>Where the text block of a page ends left and right, measured over all pages of one width.</summary>
internal sealed class Margins
{
    /// <summary>Shorter lines say nothing of the margins: they may be centred or signatures.</summary>
    private const int ShortestMeasured = 12;

    private readonly Dictionary<int, (float Left, float Right)> _byWidth = [];

    public Margins(IEnumerable<PrintedLine> lines)
    {
        foreach (PrintedLine line in lines)
        {
            if (line.Text.Length < ShortestMeasured)
                continue;
            (float left, float right) = _byWidth.GetValueOrDefault(Key(line), (float.MaxValue, float.MinValue));
            _byWidth[Key(line)] = (Math.Min(left, line.Upright.Left), Math.Max(right, line.Upright.Right));
        }
    }

    public float Left(PrintedLine line) => _byWidth.TryGetValue(Key(line), out var found) ? found.Left : line.Upright.Left;

    public float Right(PrintedLine line) => _byWidth.TryGetValue(Key(line), out var found) ? found.Right : line.Upright.Right;

    public bool IsCentred(PrintedLine line)
    {
        float before = line.Upright.Left - Left(line);
        float after = Right(line) - line.Upright.Right;
        return before > line.Size * 2.5f && Math.Abs(before - after) < line.Size * 2;
    }

    private static int Key(PrintedLine line) => (int)MathF.Round(line.Content.Width);
}
