using Ingest.Pdf;

namespace Ingest.Core.Narrative.Prose;

/// <summary>
/// Text of one paragraph or sentence without spaces and line breaks that remembers where each of its
/// characters is printed.
/// </summary>
internal sealed class RunningText
{
    private readonly Letter[] letters;

    private RunningText(Letter[] letters, string printed)
    {
        this.letters = letters;
        Printed = printed;
        Folded = TextFold.Fold(printed);
    }

    /// <summary>As printed, without spaces.</summary>
    public string Printed { get; }

    /// <summary><see cref="Printed"/> with widths made equal; the same length.</summary>
    public string Folded { get; }

    public int Length => Printed.Length;

    public int Page => letters[0].Line.Page;

    public static RunningText Of(IEnumerable<PrintedLine> lines)
    {
        List<Letter> letters = [];
        foreach (PrintedLine line in lines)
            for (int i = 0; i < line.Text.Length; i++)
                if (!char.IsWhiteSpace(line.Text[i]))
                    letters.Add(new Letter(line, i));
        return Of([.. letters]);
    }

    /// <summary>True when a space was printed before the character.</summary>
    public bool SpaceBefore(int at) =>
        letters[at] is { Offset: > 0 } letter && char.IsWhiteSpace(letter.Line.Text[letter.Offset - 1]);

    /// <summary>True when the character begins a printed line.</summary>
    public bool BeginsLine(int at) => at > 0 && !ReferenceEquals(letters[at].Line, letters[at - 1].Line);

    public RunningText Slice(int start, int length) => Of(letters[start..(start + length)]);

    /// <summary>Page and box of a part; where it breaks over lines, of its part on the first line.</summary>
    public (int Page, Box Box) PlaceOf(int start, int length)
    {
        Letter first = letters[start];
        int last = start;
        while (last + 1 < start + length && ReferenceEquals(letters[last + 1].Line, first.Line))
            last++;
        return (first.Line.Page, first.Line.Part(first.Offset, letters[last].Offset - first.Offset + 1));
    }

    private static RunningText Of(Letter[] letters) =>
        new(letters, string.Create(letters.Length, letters, static (span, source) =>
        {
            for (int i = 0; i < source.Length; i++)
                span[i] = source[i].Line.Text[source[i].Offset];
        }));

    private readonly record struct Letter(PrintedLine Line, int Offset);
}
