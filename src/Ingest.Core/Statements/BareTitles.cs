using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>
/// Titles of statements below which no table was found. Some departments print the sentence that there is nothing in
/// place of an empty table; elsewhere a table was not recognised, which must not go unsaid.
/// </summary>
internal sealed class BareTitles
{
    /// <summary>Lines looked at below a title for the sentence or the signs of a table.</summary>
    private const int MostLines = 6;

    /// <summary>Amounts in one line below a title that only a table has side by side.</summary>
    private const int AmountsOfTable = 2;

    private readonly LayoutCatalog _layouts;
    private readonly HashSet<TextLine> _claimed;
    private readonly HashSet<string> _known;

    /// <param name="fragments">The tables that were found; their headings are not bare.</param>
    /// <param name="known">Ids of the statements that were read.</param>
    public BareTitles(LayoutCatalog layouts, IEnumerable<TableFragment> fragments, IEnumerable<string> known)
    {
        _layouts = layouts;
        _claimed = new HashSet<TextLine>(fragments.SelectMany(fragment => fragment.Heading.Lines), ReferenceEqualityComparer.Instance);
        _known = [.. known];
    }

    /// <summary>Statements of which the document prints title and sentence only, in its order.</summary>
    public List<Statement> Statements { get; } = [];

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The tables that were not recognised, with what looks like amounts below their titles.</summary>
    public List<UnreadTable> Unread { get; } = [];

    public void Read(IReadOnlyList<PageContent> pages)
    {
        foreach (PageContent page in pages)
            for (int i = 0; i < page.Lines.Length; i++)
                if (TitleAt(page, i) is { } title && StatementOf(title) is var id && (id is null || !_known.Contains(id)))
                    Read(page, i, title, id);
    }

    /// <param name="id">Null for a table that is no statement.</param>
    private void Read(PageContent page, int at, TitleLine title, string? id)
    {
        TextLine[] below = [.. Below(page, at)];
        if (id is not null && EmptyNotes.Find(below, loosely: true) is { } note)
        {
            _known.Add(id);
            Statements.Add(new Statement
            {
                Id = id,
                Label = title.Label ?? (at > 0 ? HeadingLine.LabelAlone(PrintedText.Compact(page.Lines[at - 1].Text)) : null),
                Title = title.Title,
                Unit = below.Select(line => HeadingLine.UnitIn(PrintedText.Compact(line.Text))).FirstOrDefault(unit => unit is not null),
                Pages = [page.Page.Number],
                EmptyNote = note.Text,
                Columns = [],
                Rows = [],
            });
        }
        else if (Array.Exists(below, IsOfTable))
        {
            Unread.Add(new UnreadTable(title.Title, title.Label, [page.Page.Number], AmountsBelow(page, at), IsEstimate: true));
            Diagnostics.Add(new Diagnostic(
                "title-without-table", Severity.Warning,
                new Phrase($"“{title.Title}”之下未能识别出表格，该表未读取。", $"No table was recognised below \"{title.Title}\"; it was not read."),
                page.Page.Number));
        }
    }

    /// <summary>A line that is a title and nothing else: neither an entry of the contents with its page, nor prose.</summary>
    private TitleLine? TitleAt(PageContent page, int at)
    {
        TextLine line = page.Lines[at];
        if (!line.Text.Contains('表', StringComparison.Ordinal) || _claimed.Contains(line) || HeadingLine.IsSentence(line.Text))
            return null;
        return TableTitle.In(PrintedText.Compact(line.Text), null);
    }

    private string? StatementOf(TitleLine title)
    {
        var printed = new PrintedTitle(title.Folded);
        (string? Id, double Score) best = default;
        foreach (StatementLayout statement in _layouts.Layouts.SelectMany(layout => layout.Statements))
            foreach (TitlePattern pattern in statement.Titles)
                if (pattern.Match(printed) is var score && score > best.Score)
                    best = (statement.Id, score);
        return best.Id;
    }

    /// <summary>The lines below a title and above the next title or table of the page.</summary>
    private IEnumerable<TextLine> Below(PageContent page, int at)
    {
        TextLine title = page.Lines[at];
        float end = page.Grids.Select(grid => grid.Box.Top).Where(top => top < title.Box.CenterY).DefaultIfEmpty(float.MinValue).Max();
        for (int i = at + 1; i < Math.Min(page.Lines.Length, at + 1 + MostLines) && page.Lines[i].Box.CenterY > end && TitleAt(page, i) is null; i++)
            if (!_claimed.Contains(page.Lines[i]))
                yield return page.Lines[i];
    }

    /// <summary>Amounts on all lines of the page below the title and above the next, however many they are.</summary>
    private int AmountsBelow(PageContent page, int at)
    {
        int amounts = 0;
        for (int i = at + 1; i < page.Lines.Length && TitleAt(page, i) is null; i++)
            if (!_claimed.Contains(page.Lines[i]) && !HeadingLine.IsSentence(page.Lines[i].Text))
                amounts += Numbers(page.Lines[i]).Count(number => number.AsSpan().IndexOfAny('.', ',', '．') > 0);
        return amounts;
    }

    private static bool IsOfTable(TextLine line) =>
        HeadingLine.UnitIn(PrintedText.Compact(line.Text)) is not null || Numbers(line).Count() >= AmountsOfTable;

    private static IEnumerable<string> Numbers(TextLine line) =>
        line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => AmountParser.Parse(word).IsAmount);
}
