using System.Collections.Immutable;
using Ingest.Core.Documents;
using Ingest.Core.Narrative.Grammar;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative;

/// <summary>Gathers sentences below their headings.</summary>
internal sealed class SectionBuilder(BodyNames bodies)
{
    private readonly List<NarrativeSection> sections = [];
    private readonly List<NarrativeSentence> sentences = [];
    private ReadingContext context = new();
    private (string Heading, int Level, int Page) current = ("", 1, 1);

    public void Add(Paragraph paragraph)
    {
        if (Heading.LevelOf(paragraph) is > 0 and var level)
        {
            Close();
            current = (paragraph.Text.Printed, level, paragraph.Text.Page);
            context = new ReadingContext();
            return;
        }
        if (Heading.IsGlossary(current.Heading))
            return;
        context.StartParagraph();
        foreach (RunningText sentence in Sentences.Split(paragraph.Text))
            if (SentenceReader.Read(sentence, context, bodies) is { } read)
                sentences.Add(read);
    }

    public ImmutableArray<NarrativeSection> Build()
    {
        Close();
        return [.. sections];
    }

    private void Close()
    {
        if (current.Heading.Length > 0 || sentences.Count > 0)
            sections.Add(new NarrativeSection(current.Heading, current.Level, current.Page, [.. sentences]));
        sentences.Clear();
    }
}
