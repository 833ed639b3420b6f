using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Performance;

/// <summary>Finds the title of a performance table among the lines above its grid.</summary>
internal static class Titles
{
    /// <summary>Title, year and unit: a title stands at most so many lines above its table.</summary>
    private const int Reach = 5;

    /// <summary>Sentences mention the tables too; a title is short.</summary>
    public const int Longest = 48;

    /// <param name="page">The page.</param>
    /// <param name="index">Of the grid on the page.</param>
    /// <returns>The title without spaces, or null when none is printed between this grid and the one above.</returns>
    public static string? Above(PageContent page, int index)
    {
        float bottom = page.Grids[index].Box.Top;
        float top = index > 0 ? page.Grids[index - 1].Box.Bottom : float.MaxValue;
        IEnumerable<TextLine> between = page.Lines
            .Where(line => line.Box.CenterY > bottom && line.Box.CenterY < top)
            .OrderBy(line => line.Box.CenterY).Take(Reach);
        foreach (TextLine line in between)
        {
            string text = string.Concat(line.Text.Where(c => !char.IsWhiteSpace(c)));
            if (text.Length <= Longest && Labels.IsTitle(PrintedText.Label(text)) && text.IndexOfAny(['，', '。', '、', '：']) < 0)
                return text;
        }
        return null;
    }
}
