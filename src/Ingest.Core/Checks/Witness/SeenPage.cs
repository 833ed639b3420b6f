using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Core.Checks.Witness;

/// <summary>The letters of a page that can be seen, in reading order along the direction in which most of them run.</summary>
internal sealed class SeenPage
{
    // As in PageText: what stands less than half a letter lower is on the same line.
    private const float SameLine = 0.5f;

    private readonly SeenLetter[] _letters;

    /// <summary>Of each letter, the number of its line.</summary>
    private readonly int[] _lines;

    private readonly Lazy<string> _text;

    private readonly double _sine;

    private readonly double _cosine;

    public SeenPage(Page page)
    {
        Letter[] visible = [.. page.Letters.Where(letter => letter.IsVisible && !string.IsNullOrWhiteSpace(letter.Text))];
        float angle = visible.CountBy(letter => letter.Angle).DefaultIfEmpty().MaxBy(direction => direction.Value).Key;
        (_sine, _cosine) = Math.SinCos(angle * Math.PI / 180);
        SeenLetter[][] lines = [.. Lines([.. visible.Select(Turned).OrderByDescending(letter => letter.Up)])];
        _letters = [.. lines.SelectMany(line => line)];
        _lines = [.. lines.SelectMany((line, number) => line.Select(_ => number))];
        _text = new Lazy<string>(() => string.Concat(_letters.Select(letter => letter.Text)));
    }

    public IReadOnlyList<SeenLetter> Letters => _letters;

    /// <summary>Letters whose middle lies in the box.</summary>
    public IEnumerable<SeenLetter> In(Box box) => _letters.Where(letter => box.Contains(letter.CenterX, letter.CenterY));

    /// <summary>All letters of the lines that have some in the box.</summary>
    public IReadOnlyList<SeenLetter> LinesThrough(Box box)
    {
        HashSet<int> lines = [.. _letters.Index().Where(letter => box.Contains(letter.Item.CenterX, letter.Item.CenterY)).Select(letter => _lines[letter.Index])];
        return [.. _letters.Where((_, index) => lines.Contains(_lines[index]))];
    }

    /// <summary>
    /// The letters of a text that is printed with line ends in it, of the occurrence that has some in the box; empty when there is none.
    /// </summary>
    public IReadOnlyList<SeenLetter> Find(string text, Box box)
    {
        if (text.Length == 0)
            return [];
        for (int at = _text.Value.IndexOf(text, StringComparison.Ordinal); at >= 0; at = _text.Value.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            IReadOnlyList<SeenLetter> found = Between(at, at + text.Length);
            if (found.Any(letter => box.Contains(letter.CenterX, letter.CenterY)))
                return found;
        }

        return [];
    }

    /// <summary>The box wider by so many points on both sides, along the text.</summary>
    public Box Widened(Box box, float by)
    {
        float x = (float)Math.Abs(_cosine) * by, y = (float)Math.Abs(_sine) * by;
        return new Box(box.Left - x, box.Bottom - y, box.Right + x, box.Top + y);
    }

    private List<SeenLetter> Between(int start, int end)
    {
        List<SeenLetter> found = [];
        int at = 0;
        foreach (SeenLetter letter in _letters)
        {
            if (at >= start && at < end)
                found.Add(letter);
            at += letter.Text.Length;
        }

        return found;
    }

    private static IEnumerable<SeenLetter[]> Lines(SeenLetter[] downwards)
    {
        int start = 0;
        for (int i = 1; i <= downwards.Length; i++)
        {
            if (i < downwards.Length && downwards[i - 1].Up - downwards[i].Up < downwards[i].Size * SameLine)
                continue;
            yield return [.. downwards[start..i].OrderBy(letter => letter.Along)];
            start = i;
        }
    }

    private SeenLetter Turned(Letter letter) => new(
        CjkRadicals.Fold(letter.Text), letter.Box, letter.Size,
        (float)((letter.X * _cosine) + (letter.Y * _sine)), (float)((letter.Y * _cosine) - (letter.X * _sine)));
}
