using System.Collections.Immutable;
using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Recognition;

/// <summary>A line of text with where it stands and how well it was read.</summary>
/// <param name="Place">Its ink, in the upright image.</param>
internal sealed record ReadLine(Area Place, string Text, float Confidence, bool IsSure, ImmutableArray<string> Alternatives)
{
    /// <summary>Where paper parts the line: its pieces from left to right, whose texts are that of the line; empty for a line of one piece.</summary>
    public ImmutableArray<(Area Place, string Text)> Words { get; init; } = [];
}
