using Ingest.Contract.Grids;
using Ingest.Core.Narrative.Grammar;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative;

/// <summary>Reads the text around the tables: its outline and what its sentences state.</summary>
public static class NarrativeReader
{
    /// <summary>Raised with every change of what sentences and headings are read as.</summary>
    public const int Version = 9;

    /// <param name="pages">All pages of the document in order.</param>
    /// <param name="bodies">Names of the body known from tables or the cover; subjects are given without them.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static NarrativeText Read(
        IReadOnlyList<PageContent> pages, IReadOnlyCollection<string>? bodies = null, CancellationToken cancellation = default)
    {
        List<PrintedLine> lines = [.. LineSource.Read(pages, cancellation)];
        List<Paragraph> paragraphs = [.. new ParagraphBuilder(new Margins(lines)).Build(lines)];
        (IReadOnlyList<Paragraph> entries, IReadOnlyList<Paragraph> body) = Contents.Part(paragraphs);
        BodyNames names = BodyNames.Of(bodies ?? [], paragraphs);
        SectionBuilder sections = new(names);
        foreach (Paragraph paragraph in body)
        {
            cancellation.ThrowIfCancellationRequested();
            sections.Add(paragraph);
        }
        return new NarrativeText(ContentsList.Read(entries, body, pages, [.. bodies ?? [], .. names.All], cancellation), sections.Build());
    }
}
