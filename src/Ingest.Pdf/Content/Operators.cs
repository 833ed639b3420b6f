namespace Ingest.Pdf.Content;

/// <summary>
/// The operators of ISO 32000-1, annex A, as the little-endian number their bytes make, so that they
/// are told apart by one switch without a string.
/// </summary>
internal static class Operators
{
    public const uint Save = 'q';
    public const uint Restore = 'Q';
    public const uint Transform = 'c' | 'm' << 8;
    public const uint LineWidth = 'w';
    public const uint ExtendedState = 'g' | 's' << 8;

    public const uint MoveTo = 'm';
    public const uint LineTo = 'l';
    public const uint CurveTo = 'c';
    public const uint CurveToFromCurrent = 'v';
    public const uint CurveToAtEnd = 'y';
    public const uint ClosePath = 'h';
    public const uint Rectangle = 'r' | 'e' << 8;

    public const uint Stroke = 'S';
    public const uint CloseStroke = 's';
    public const uint Fill = 'f';
    public const uint FillOld = 'F';
    public const uint FillEvenOdd = 'f' | '*' << 8;
    public const uint FillStroke = 'B';
    public const uint FillStrokeEvenOdd = 'B' | '*' << 8;
    public const uint CloseFillStroke = 'b';
    public const uint CloseFillStrokeEvenOdd = 'b' | '*' << 8;
    public const uint EndPath = 'n';
    public const uint Clip = 'W';
    public const uint ClipEvenOdd = 'W' | '*' << 8;
    public const uint Shading = 's' | 'h' << 8;

    public const uint StrokeGray = 'G';
    public const uint FillGray = 'g';
    public const uint StrokeRgb = 'R' | 'G' << 8;
    public const uint FillRgb = 'r' | 'g' << 8;
    public const uint StrokeCmyk = 'K';
    public const uint FillCmyk = 'k';
    public const uint StrokeSpace = 'C' | 'S' << 8;
    public const uint FillSpace = 'c' | 's' << 8;
    public const uint StrokeColor = 'S' | 'C' << 8;
    public const uint FillColor = 's' | 'c' << 8;
    public const uint StrokeColorN = 'S' | 'C' << 8 | 'N' << 16;
    public const uint FillColorN = 's' | 'c' << 8 | 'n' << 16;

    public const uint BeginText = 'B' | 'T' << 8;
    public const uint EndText = 'E' | 'T' << 8;
    public const uint CharacterSpacing = 'T' | 'c' << 8;
    public const uint WordSpacing = 'T' | 'w' << 8;
    public const uint HorizontalScaling = 'T' | 'z' << 8;
    public const uint Leading = 'T' | 'L' << 8;
    public const uint Font = 'T' | 'f' << 8;
    public const uint RenderingMode = 'T' | 'r' << 8;
    public const uint Rise = 'T' | 's' << 8;
    public const uint MoveText = 'T' | 'd' << 8;
    public const uint MoveTextSetLeading = 'T' | 'D' << 8;
    public const uint TextMatrix = 'T' | 'm' << 8;
    public const uint NextLine = 'T' | '*' << 8;
    public const uint ShowText = 'T' | 'j' << 8;
    public const uint ShowTextAdjusted = 'T' | 'J' << 8;
    public const uint NextLineShowText = '\'';
    public const uint NextLineSpacedShowText = '"';

    public const uint PaintObject = 'D' | 'o' << 8;
    public const uint BeginImage = 'B' | 'I' << 8;
    public const uint ImageData = 'I' | 'D' << 8;
    public const uint BeginMarked = 'B' | 'M' << 8 | 'C' << 16;
    public const uint BeginMarkedWithProperties = 'B' | 'D' << 8 | 'C' << 16;
    public const uint EndMarked = 'E' | 'M' << 8 | 'C' << 16;

    /// <summary>What no operator has.</summary>
    public const uint Unknown = uint.MaxValue;

    public static uint Code(ReadOnlySpan<byte> text) => text.Length switch
    {
        1 => text[0],
        2 => text[0] | (uint)text[1] << 8,
        3 => text[0] | (uint)text[1] << 8 | (uint)text[2] << 16,
        _ => Unknown,
    };
}
