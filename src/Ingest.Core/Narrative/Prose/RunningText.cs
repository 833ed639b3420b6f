using Ingest.Contract.Geometry;
using Ingest.Contract.Text;

namespace Ingest.Core.Narrative.Prose;

/// <summary>
/// Text of one paragraph or sentence without spaces and line breaks that remembers where each of its
/// characters is printed.
/// </summary>
internal sealed class RunningText
{
    // A sentence shares those of its paragraph.
    private readonly ArraySegment<PrintedCharacter> _letters;

    private RunningText(ArraySegment<PrintedCharacter> letters, string printed)
    {
        _letters = letters;
        Printed = printed;
        Folded = PrintedText.Clause(printed);
    }

    /// <summary>As printed, without spaces.</summary>
    public string Printed { get; }

    /// <summary><see cref="Printed"/> with widths made equal; the same length.</summary>
    public string Folded { get; }

    public int Length => Printed.Length;

    public int Page => _letters[0].Line.Page;

    /// <summary>The printed lines it is taken from, in order.</summary>
    public IEnumerable<PrintedLine> Lines => _letters.Select(letter => letter.Line).Distinct();

    public static RunningText Of(IReadOnlyList<PrintedLine> lines)
    {
        int count = 0;
        foreach (PrintedLine line in lines)
            foreach (char letter in line.Text)
                count += char.IsWhiteSpace(letter) ? 0 : 1;
        var letters = new PrintedCharacter[count];
        count = 0;
        foreach (PrintedLine line in lines)
            for (int i = 0; i < line.Text.Length; i++)
                if (!char.IsWhiteSpace(line.Text[i]))
                    letters[count++] = new PrintedCharacter(line, i);
        return new RunningText(letters, string.Create(count, letters, static (span, source) =>
        {
            for (int i = 0; i < source.Length; i++)
                span[i] = source[i].Line.Text[source[i].Offset];
        }));
    }

    /// <summary>True when a space was printed before the character.</summary>
    public bool SpaceBefore(int at) =>
        _letters[at] is { Offset: > 0 } letter && char.IsWhiteSpace(letter.Line.Text[letter.Offset - 1]);

    /// <summary>True when the character begins a printed line.</summary>
    public bool BeginsLine(int at) => at > 0 && !ReferenceEquals(_letters[at].Line, _letters[at - 1].Line);

    public RunningText Slice(int start, int length) => new(_letters.Slice(start, length), Printed.Substring(start, length));

    /// <summary>Page and box of a part; where it breaks over lines, of its part on the first line.</summary>
    public (int Page, Box Box) PlaceOf(int start, int length)
    {
        PrintedCharacter first = _letters[start];
        int last = start;
        while (last + 1 < start + length && ReferenceEquals(_letters[last + 1].Line, first.Line))
            last++;
        return (first.Line.Page, first.Line.Part(first.Offset, _letters[last].Offset - first.Offset + 1));
    }

    private readonly record struct PrintedCharacter(PrintedLine Line, int Offset);
}
