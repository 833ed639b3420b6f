using System.Text;
using Ingest.Pdf.Fonts.Characters;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Content;

/// <summary>Replacement text of marked content (ISO 32000-1, 14.9.4).</summary>
internal static class ActualText
{
    // It stands for a word or a line; a longer one would be kept for as long as its sequence is open.
    private const int MostBytes = 4096;

    public static string? Read(ObjectSource source, PdfObject properties) =>
        source.Resolve(properties) is PdfDictionary dictionary
        && source.Get(dictionary, "ActualText") is PdfString { Bytes.Length: <= MostBytes } text
            ? TextString.Decode(text.Bytes.Span)
            : null;

    /// <summary>
    /// Gives the letters from <paramref name="first"/> on the text they stand for. With as many characters as
    /// letters each gets its own, as the standard has it. With another count, nobody knows which
    /// character stands where, and a box that is wrong would put a digit into the wrong column: letters
    /// that have a meaning of their own then keep it, and only where one has none the whole text goes to
    /// one letter in place of all.
    /// </summary>
    public static void Apply(string text, Buffer<PaintedLetter> letters, int first)
    {
        if (first >= letters.Count)
            return;
        Span<PaintedLetter> marked = letters.Span[first..];
        if (CountCharacters(text) == marked.Length)
            Distribute(text, marked);
        else if (HasUnmapped(marked))
            letters.Truncate(text.Length == 0 ? first : MergeInto(ref marked[0], text, marked, first));
    }

    private static int CountCharacters(string text)
    {
        int count = 0;
        foreach (Rune _ in text.EnumerateRunes())
            count++;
        return count;
    }

    private static void Distribute(string text, Span<PaintedLetter> marked)
    {
        int at = 0;
        foreach (Rune character in text.EnumerateRunes())
        {
            ref PaintedLetter letter = ref marked[at++];
            // A figure that is drawn is that figure, whichever other the file would have it stand for.
            if (!IsJust(letter.Text, character) && !(Unicode.IsOfNumber(letter.Text) && Unicode.IsOfNumber(character.ToString())))
                letter.Text = character.ToString();
        }
    }

    private static bool IsJust(string text, Rune character) =>
        Rune.TryGetRuneAt(text, 0, out Rune only) && only == character && text.Length == only.Utf16SequenceLength;

    private static bool HasUnmapped(ReadOnlySpan<PaintedLetter> marked)
    {
        foreach (ref readonly PaintedLetter letter in marked)
        {
            if (letter.IsUnmapped)
                return true;
        }

        return false;
    }

    private static int MergeInto(ref PaintedLetter target, string text, ReadOnlySpan<PaintedLetter> marked, int first)
    {
        target.Text = text;
        foreach (ref readonly PaintedLetter letter in marked)
            target.Box = target.Box.Union(letter.Box);
        return first + 1;
    }
}
