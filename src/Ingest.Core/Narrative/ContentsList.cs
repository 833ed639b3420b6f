using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative;

/// <summary>The 目录 as a list of entries, each with the pages on which its title is printed.</summary>
internal static class ContentsList
{
    /// <param name="paragraphs">The paragraphs of the 目录.</param>
    /// <param name="body">Those of the text.</param>
    /// <param name="bodies">Names the document gives the body.</param>
    public static ImmutableArray<ContentsEntry> Read(
        IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Paragraph> body, IReadOnlyList<PageContent> pages,
        IReadOnlyCollection<string> bodies, CancellationToken cancellation)
    {
        (Paragraph Paragraph, string Title)[] entries =
            [.. paragraphs.Select(paragraph => (paragraph, Contents.Title(paragraph.Text))).Where(entry => entry.Item2.Length > 0)];
        if (entries.Length == 0)
            return [];
        ILookup<int, PrintedLine> own = paragraphs.SelectMany(paragraph => paragraph.Text.Lines).ToLookup(line => line.Page);
        var found = new TitlePages([.. entries.Select(entry => entry.Title)], bodies);
        foreach (PageContent page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
            found.Look(page, line => own[page.Page.Number].Any(entry => IsOf(line, entry)));
        }
        foreach (Paragraph paragraph in body)
            found.Look(paragraph.Text);
        return [.. entries.Select(entry => ToEntry(entry.Paragraph.Text, entry.Title, found[entry.Title]))];
    }

    private static bool IsOf(TextLine line, PrintedLine entry) =>
        line.Box.CenterY > entry.Upright.Bottom && line.Box.CenterY < entry.Upright.Top;

    private static ContentsEntry ToEntry(RunningText text, string title, ImmutableArray<int> printedOn)
    {
        (int page, Box box) = text.PlaceOf(0, text.Length);
        return new ContentsEntry(title, page, box, printedOn);
    }
}
