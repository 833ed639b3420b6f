using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;

namespace Ingest.App.Pictures;

/// <summary>
/// The parts of a document that show a finding: the rows of the marked cells in their whole width, and the title and the
/// column heads of their tables, from the page where the table begins. Where these lie close together it is one picture.
/// </summary>
internal static class EvidencePictures
{
    /// <summary>Points shown above and below the marked cells.</summary>
    private const float Margin = 40;

    /// <summary>Points of paper shown below the heads.</summary>
    private const float BelowHead = 2;

    /// <summary>Points between heads and rows that are shown rather than cut out: a cut costs more than it saves.</summary>
    private const float Close = 120;

    /// <param name="readPage">Gives pages as the reader has them, to know where their text stands and which way it runs.</param>
    /// <param name="marks">At least one, all on this page.</param>
    public static IReadOnlyList<PictureRequest> Of(BudgetDocument document, Func<int, Page?> readPage, int page, ImmutableArray<PictureMark> marks)
    {
        if (readPage(page) is not { } read)
            return [];
        var sheet = new UprightSheet(read);
        Box marked = marks.Select(mark => sheet.Turn.Apply(mark.Box)).Aggregate((a, b) => a.Union(b));
        Box rows = sheet.Strip(marked.Bottom - Margin, marked.Top + Margin);
        Statement[] tables = [.. document.Statements.Where(statement => IsMarked(statement, page, marks))];
        Box[] heads = [.. tables.Where(statement => statement.Pages[0] == page).Select(statement => Head(document, statement, page, sheet)).OfType<Box>().OrderByDescending(head => head.Top)];
        IEnumerable<PictureRequest> elsewhere = tables.Where(statement => statement.Pages[0] != page).Select(statement => FirstHead(document, statement, readPage)).OfType<PictureRequest>();
        if (heads is [var only] && only.Bottom - rows.Top < Close)
            return [.. elsewhere, sheet.Request(sheet.Strip(Math.Min(rows.Bottom, only.Bottom), Math.Max(rows.Top, only.Top)), marks)];
        return [.. elsewhere, .. heads.Where(head => head.Bottom > rows.Top).Select(head => sheet.Request(head, [])), sheet.Request(rows, marks)];
    }

    private static bool IsMarked(Statement statement, int page, ImmutableArray<PictureMark> marks) =>
        statement.Rows.Any(row => row.Page == page && marks.Any(mark => mark.Box.Meets(row.Box) || row.Cells.Any(cell => cell.Page == page && cell.Box == mark.Box)));

    private static PictureRequest? FirstHead(BudgetDocument document, Statement statement, Func<int, Page?> readPage)
    {
        if (readPage(statement.Pages[0]) is not { } first)
            return null;
        var sheet = new UprightSheet(first);
        return Head(document, statement, first.Number, sheet) is { } head ? sheet.Request(head, []) : null;
    }

    /// <summary>From the title down to the first row, but not into the table above; null where nothing stands above the first row.</summary>
    private static Box? Head(BudgetDocument document, Statement statement, int page, UprightSheet sheet)
    {
        Box[] rows = RowsOn(statement, page, sheet);
        if (rows.Length == 0)
            return null;
        float top = rows.Max(row => row.Top);
        float ceiling = document.Statements.Where(other => other != statement).SelectMany(other => RowsOn(other, page, sheet))
            .Where(row => row.Bottom >= top).Select(row => row.Bottom).Append(sheet.Visible.Top).Min();
        if (sheet.LineAbove(statement.Title, top, ceiling) is { } title)
            ceiling = Math.Min(ceiling, title);
        Box head = sheet.Strip(top - BelowHead, ceiling);
        return head.Height > 2 * BelowHead ? head : null;
    }

    private static Box[] RowsOn(Statement statement, int page, UprightSheet sheet) =>
        [.. statement.Rows.Where(row => row.Page == page).Select(row => sheet.Turn.Apply(row.Box))];
}
