using System.Text.RegularExpressions;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Narrative.Prose;

/// <summary>
/// Finds what is printed at the edge of pages and is no part of the text: page numbers, and headers and
/// footers, which are the texts repeated at one place.
/// </summary>
internal sealed partial class PageFurniture
{
    /// <summary>Furniture stands in the outer eighth of the page, above or below.</summary>
    private const float Zone = 0.125f;

    /// <summary>How far apart the places of a repeated text may be, points.</summary>
    private const float SamePlace = 4;

    private readonly HashSet<(int Page, TextLine Line)> _lines = [];

    private PageFurniture()
    {
    }

    public bool Contains(PageContent page, TextLine line) => _lines.Contains((page.Page.Number, line));

    public static PageFurniture Find(IReadOnlyList<PageContent> pages)
    {
        PageFurniture found = new();
        Dictionary<(string Text, int Place), List<(int Page, TextLine Line)>> repeated = [];
        foreach (PageContent page in pages)
            foreach (TextLine line in page.Lines)
            {
                float place = Edge(page, line);
                if (Math.Abs(place) > page.Height * Zone)
                    continue;
                string text = Squeeze(line.Text);
                if (PageNumber().IsMatch(text))
                    found._lines.Add((page.Page.Number, line));
                else
                    Remember(repeated, (Digits().Replace(text, "#"), (int)MathF.Round(place / SamePlace)), (page.Page.Number, line));
            }
        foreach (List<(int Page, TextLine Line)> group in repeated.Values)
            if (group.Select(entry => entry.Page).Distinct().Count() >= Enough(pages.Count))
                found._lines.UnionWith(group);
        return found;
    }

    /// <summary>Two pages are a coincidence unless the document has no more.</summary>
    private static int Enough(int pages) => pages <= 3 ? 2 : 3;

    /// <summary>Distance of the line's middle from the nearer edge, negative from below.</summary>
    private static float Edge(PageContent page, TextLine line)
    {
        float fromTop = page.Height - line.Box.CenterY;
        return fromTop < line.Box.CenterY ? fromTop : -line.Box.CenterY;
    }

    private static void Remember<TKey, TValue>(Dictionary<TKey, List<TValue>> groups, TKey key, TValue value)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out List<TValue>? group))
            groups[key] = group = [];
        group.Add(value);
    }

    private static string Squeeze(string text) =>
        PrintedText.Clause(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));

    [GeneratedRegex(@"^[-—–_·•~.]*(?:第)?\d{1,4}(?:页)?[-—–_·•~.]*$|^第?\d{1,4}页?[，,、/]?共?\d{1,4}页?$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
