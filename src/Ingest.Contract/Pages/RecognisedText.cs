using System.Collections.Immutable;
using Ingest.Contract.Geometry;

namespace Ingest.Contract.Pages;

/// <summary>
/// A line of text that was recognised in a picture of the page. Its letters are among those of the page like any others; this is
/// what is known of how well they were read.
/// </summary>
/// <param name="Text">As its letters have it, spaces left out.</param>
/// <param name="Box">Union of its letters' boxes, in the space of <see cref="Page"/>.</param>
/// <param name="Confidence">The recogniser's word for its least certain character, 0 to 1.</param>
/// <param name="IsSure">For a line with figures: it was read twice, in different ways, and all figures were the same and certain.</param>
public sealed record RecognisedText(string Text, Box Box, float Confidence, bool IsSure)
{
    /// <summary>What else it may say, likeliest first; empty for what <see cref="IsSure"/>.</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];
}
