namespace Ingest.Pdf.Content;

/// <summary>A horizontal or vertical bit of ink, perhaps a dash, from which rulings are joined.</summary>
internal struct LinePiece
{
    public bool IsHorizontal;
    public float At;
    public float Start;
    public float End;
    public float Thickness;
    public int Rgb;

    /// <summary>Areas of the page painted before it.</summary>
    public int AreasBefore;

    public readonly float Length => End - Start;
}
