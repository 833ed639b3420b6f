using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;

namespace Ingest.Core.Tests.Narrative;

/// <summary>Pages laid out from plain lines, as a reader would deliver them: 12-point letters, 40 to the line.</summary>
internal static class TextPages
{
    public const float Size = 12;
    private const float Left = 60;
    private const float Height = 842;

    /// <summary>One page; every text is a line, its leading full-width spaces are its indent.</summary>
    public static PageContent Page(int number, params string[] lines) => Page(number, [], lines);

    public static PageContent Page(int number, Grid[] grids, params string[] lines) => new()
    {
        Page = new Page
        {
            Number = number,
            Width = 595,
            Height = Height,
            Visible = new Box(0, 0, 595, Height),
            Rotation = 0,
            Letters = [],
            Rulings = [],
            Fills = [],
            Images = [],
            ImageOnly = false,
            Diagnostics = [],
        },
        QuarterTurns = 0,
        Width = 595,
        Height = Height,
        Grids = [.. grids],
        Lines = [.. lines.Select((text, i) => Line(text, 720 - i * 20))],
    };

    /// <summary>A line at a height of its own, for headers and page numbers.</summary>
    public static TextLine Line(string text, float y, float left = Left)
    {
        string bare = text.TrimStart('\u3000');
        float from = left + (text.Length - bare.Length) * Size;
        float width = bare.Sum(c => c < '\u0250' ? 0.5f : 1f) * Size;
        return new TextLine(bare, new Box(from, y - 2, from + width, y + 10), y, Size);
    }
}
