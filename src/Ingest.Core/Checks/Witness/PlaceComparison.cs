using Ingest.Contract.Geometry;

namespace Ingest.Core.Checks.Witness;

/// <summary>What two readers see at one place of a page, letter by letter.</summary>
internal sealed class PlaceComparison(SeenPage first, SeenPage second)
{
    /// <summary>
    /// What the second reader sees in the box, where that is not what the first one sees; null where they agree. A letter that
    /// only one of them has within a letter's width beside the box counts: it may be the digit that the other has lost.
    /// </summary>
    public string? Difference(Box box)
    {
        float letter = first.In(box).Concat(second.In(box)).Select(seen => seen.Size).DefaultIfEmpty(0).Max();
        Box near = first.Widened(box, letter);
        return Difference([.. first.In(near)], [.. second.In(near)], box, near);
    }

    /// <summary>As <see cref="Difference(Box)"/> for a number in a sentence: no letter of the sentence may be another one.</summary>
    /// <param name="sentence">Without spaces and line ends.</param>
    public string? Difference(Box box, string sentence)
    {
        if (Difference(box) is { } number)
            return number;
        IReadOnlyList<SeenLetter> letters = first.Find(sentence, box);
        // A sentence that goes over a page: of it, the lines with the number.
        if (letters.Count == 0)
            return Difference(first.LinesThrough(box), second.LinesThrough(box), box, box);
        SeenLetter[] theirs = [.. second.Letters.Where(seen => letters.Any(letter => letter.Box.Contains(seen.CenterX, seen.CenterY)))];
        return Unmatched(letters, second).Concat(Unmatched(theirs, first)).Any() ? Text(theirs) : null;
    }

    private string? Difference(IReadOnlyList<SeenLetter> ours, IReadOnlyList<SeenLetter> theirs, Box box, Box near)
    {
        if (!Unmatched(ours, second).Concat(Unmatched(theirs, first)).Any() || Text(ours) == Text(theirs))
            return null;
        string there = Text(second.In(box));
        return there != Text(first.In(box)) ? there : Text(second.In(near));
    }

    /// <summary>Letters without one of their own among those of the other page.</summary>
    private static IEnumerable<SeenLetter> Unmatched(IEnumerable<SeenLetter> letters, SeenPage other)
    {
        var taken = new HashSet<int>();
        foreach (SeenLetter letter in letters)
        {
            bool found = false;
            for (int i = 0; i < other.Letters.Count && !found; i++)
                found = other.Letters[i].IsSame(letter) && taken.Add(i);
            if (!found)
                yield return letter;
        }
    }

    private static string Text(IEnumerable<SeenLetter> letters) => string.Concat(letters.Select(letter => letter.Text));
}
