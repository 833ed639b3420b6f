using System.Collections.Immutable;
using Ingest.Ocr.Imaging;

namespace Ingest.Ocr.Recognition;

/// <summary>A line of text with where it stands and how well it was read.</summary>
/// <param name="Place">Its ink, in the upright image.</param>
internal sealed record ReadLine(Area Place, string Text, float Confidence, bool IsSure, ImmutableArray<string> Alternatives);
