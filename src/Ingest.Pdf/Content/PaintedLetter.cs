using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Content;

/// <summary>A letter while its page is still being painted: what it becomes depends on what follows.</summary>
internal struct PaintedLetter
{
    public string Text;
    public Box Box;
    public float X;
    public float Y;
    public float Size;
    public float Angle;
    public bool Vertical;
    public Hidden Hidden;

    /// <summary>What it looks like on white.</summary>
    public int Rgb;

    /// <summary>Number of the string that it was shown with; 0 where that is not known.</summary>
    public int Run;

    /// <summary>Areas of the page painted before it.</summary>
    public int AreasBefore;

    public readonly bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public readonly bool IsUnmapped => Text is "\uFFFD";

    public readonly Letter ToLetter() => new(Text, Box, X, Y, Size, Angle, Vertical, Hidden) { Rgb = Rgb };
}
