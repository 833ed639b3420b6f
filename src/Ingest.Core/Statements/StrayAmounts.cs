using System.Text.RegularExpressions;
using Ingest.Contract.Amounts;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>Finds amounts that stand alone where a table goes on: rows that nothing drawn kept within it.</summary>
internal static partial class StrayAmounts
{
    /// <summary>A table without lines that was not found on a page may still go on over the next.</summary>
    private const int MostPages = 3;

    /// <summary>An amount alone on its line, unlike the number of the page.</summary>
    public static bool Is(TextLine line) =>
        line.Text.AsSpan().IndexOfAny('.', '．', ',') >= 0 && AmountParser.Parse(line.Text).IsAmount;

    /// <summary>
    /// The rest of a row of a table that nothing is drawn around: amounts beside each other, the first perhaps right behind the
    /// name or run into it; whole yuan; or a name with its code.
    /// </summary>
    public static bool IsRow(TextLine line)
    {
        if (HeadingLine.IsSentence(line.Text))
            return false;
        string[] pieces = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string text = PrintedText.Compact(line.Text);
        return (pieces.Length > 1 && pieces.Skip(1).All(IsAmount)) || WholeYuan().IsMatch(text) || AmountBehindName().IsMatch(text) || Coded().IsMatch(text);
    }

    private static bool IsAmount(string piece) =>
        WholeYuan().IsMatch(piece) || (piece.AsSpan().IndexOfAny('.', '．', ',') >= 0 && AmountParser.Parse(piece).IsAmount);

    /// <summary>Longer than years and numbers of pages are, and no code.</summary>
    /// <summary>The title of the table is printed again, above nothing that was read as a table.</summary>
    private static bool IsUnreadPageOf(OpenTable table, PageContent page) =>
        page.Grids.IsEmpty && table.Head.Heading.Title is { Length: > 0 } title
        && page.Lines.Any(line => PrintedText.Compact(line.Text).Contains(PrintedText.Compact(title), StringComparison.Ordinal) && !HeadingLine.IsSentence(line.Text));

    [GeneratedRegex(@"^(?!(?:[235]\d{4}|2\d{6})$)-?\d{5,12}$")]
    private static partial Regex WholeYuan();

    [GeneratedRegex(@"^\D*[\u2E80-\u9FFF)）]-?\d[\d,，]*\.\d{2,}[\d,，.]*$")]
    private static partial Regex AmountBehindName();

    [GeneratedRegex(@"^(?:2\d\d(?:\d\d){0,2}|(?:30[1-9]|3[19]\d|50\d|5[19]\d)(?:\d\d)?|\[[2-9]\d\d(?:\d\d){0,2}\])[\u2E80-\u9FFF]")]
    private static partial Regex Coded();

    /// <summary>
    /// The first one on the pages behind a table whose rows nothing is drawn between, above what comes next: another table, its
    /// heading, or prose. Null when there is none.
    /// </summary>
    public static (PageContent Page, TextLine Line)? Behind(OpenTable table, IEnumerable<PageContent> pages)
    {
        TableFragment last = table.Last;
        if (!last.IsLastOnPage)
            return null;
        foreach (PageContent page in pages.SkipWhile(page => page.Page.Number <= last.Number).Take(MostPages))
        {
            if (last.HasRowLines && !IsUnreadPageOf(table, page))
                return null;
            float end = page.Grids.IsEmpty ? float.MinValue : page.Grids[0].Box.Top;
            foreach (TextLine line in page.Lines.Where(line => line.Box.CenterY > end))
            {
                if (Is(line) || IsRow(line))
                    return (page, line);
                string text = PrintedText.Compact(line.Text);
                if (HeadingLine.IsSentence(text) || HeadingLine.UnitIn(text) is not null || HeadingLine.DepartmentIn(text) is not null)
                    return null;
            }

            if (!page.Grids.IsEmpty)
                return null;
        }

        return null;
    }
}
