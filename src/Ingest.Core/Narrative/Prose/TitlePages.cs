using System.Collections.Immutable;
using Ingest.Contract.Grids;
using Ingest.Core.Layouts;

namespace Ingest.Core.Narrative.Prose;

/// <summary>
/// Finds the pages on which the titles that a 目录 lists are printed: as lines of their own, broken over a few lines,
/// or within the head of a table.
/// </summary>
internal sealed class TitlePages
{
    /// <summary>A title is broken over no more lines.</summary>
    private const int MostLines = 3;

    /// <summary>A spreadsheet prints the title of a table as one of its first rows.</summary>
    private const int TitleRows = 3;

    private readonly TitleKey _key;
    private readonly Dictionary<string, SortedSet<int>> _pages;
    private readonly int _longest;

    /// <param name="titles">The entries; nothing else is looked for.</param>
    /// <param name="bodies">Names of the body, which a heading may have where the entry says 部门.</param>
    public TitlePages(IReadOnlyCollection<string> titles, IEnumerable<string> bodies)
    {
        _key = new TitleKey(bodies);
        _pages = titles.Select(_key.Of).Distinct().ToDictionary(key => key, _ => new SortedSet<int>());
        _longest = titles.Max(title => title.Length) + _key.Slack;
    }

    public ImmutableArray<int> this[string title] => [.. _pages[_key.Of(title)]];

    /// <param name="page">A page of the document.</param>
    /// <param name="isEntry">True for the lines of the 目录 itself.</param>
    public void Look(PageContent page, Predicate<TextLine> isEntry)
    {
        int number = page.Page.Number;
        string?[] keys = [.. page.Lines.Select(line => isEntry(line) ? null : KeyOf(line.Text))];
        for (int i = 0; i < keys.Length; i++)
        {
            string joined = "";
            for (int next = i; next < Math.Min(i + MostLines, keys.Length) && keys[next] is { } key; next++)
                Note(joined += key, number);
        }
        foreach (GridCell cell in page.Grids.SelectMany(grid => grid.Cells))
            if (cell.Row < TitleRows && cell.Text.Length > 0 && KeyOf(cell.Text) is { } key)
                Note(key, number);
    }

    /// <summary>A heading whose lines stand on two pages is found as a paragraph.</summary>
    public void Look(RunningText paragraph)
    {
        if (KeyOf(paragraph.Printed) is { } key)
            Note(key, paragraph.Page);
    }

    private void Note(string key, int page)
    {
        if (_pages.TryGetValue(key, out SortedSet<int>? found))
            found.Add(page);
    }

    /// <summary>Null for a line that is too long for a title, or has the marks of a sentence.</summary>
    private string? KeyOf(string text) => text.Length > _longest || text.AsSpan().IndexOfAny("，。；") >= 0 ? null : _key.Of(text);
}
