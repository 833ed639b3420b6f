using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Narrative.Grammar;
using Ingest.Core.Narrative.Prose;

namespace Ingest.Core.Narrative;

/// <summary>Gathers sentences below their headings.</summary>
internal sealed class SectionBuilder(BodyNames bodies)
{
    private readonly List<NarrativeSection> _sections = [];
    private readonly List<NarrativeSentence> _sentences = [];
    private ReadingContext _context = new();
    private (string Heading, int Level, int Page) _current = ("", 1, 1);

    public void Add(Paragraph paragraph)
    {
        foreach (Paragraph part in RunOnHeading.Part(paragraph))
            Take(part);
    }

    private void Take(Paragraph paragraph)
    {
        if (Heading.LevelOf(paragraph) is > 0 and var level)
        {
            Close();
            _current = (paragraph.Text.Printed, level, paragraph.Text.Page);
            _context = new ReadingContext { Headed = SubjectPath.Headed(paragraph.Text.Folded, bodies) };
            return;
        }
        if (Heading.IsGlossary(_current.Heading))
            return;
        _context.StartParagraph();
        foreach (RunningText sentence in Sentences.Split(paragraph.Text))
            if (SentenceReader.Read(sentence, _context, bodies) is { } read)
                _sentences.Add(read);
    }

    public ImmutableArray<NarrativeSection> Build()
    {
        Close();
        return [.. _sections];
    }

    private void Close()
    {
        if (_current.Heading.Length > 0 || _sentences.Count > 0)
            _sections.Add(new NarrativeSection(_current.Heading, _current.Level, _current.Page, [.. _sentences]));
        _sentences.Clear();
    }
}
