using System.Text;
using Ingest.App.Words;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Tables.Upright;

namespace Ingest.App.Pictures;

/// <summary>The letters of a page with the digits of personal numbers replaced: a picture tells no more than the text beside it.</summary>
internal static class MaskedLetters
{
    /// <summary>Letters farther apart than so many sizes belong to different cells.</summary>
    private const float Apart = 2;

    /// <summary>Where the digits stand that are replaced, in the space of the page.</summary>
    public static IReadOnlyList<Box> Places(Page page) =>
        [.. Of(page, Turn.Upright(page)).Zip(page.Letters).Where(letter => letter.First.Text != letter.Second.Text).Select(letter => letter.Second.Box)];

    public static IEnumerable<Letter> Of(Page page, Turn turn)
    {
        Letter[] letters = [.. page.Letters];
        int[] order = [.. Enumerable.Range(0, letters.Length).OrderByDescending(i => Line(letters[i], turn)).ThenBy(i => turn.Apply(letters[i].X, letters[i].Y).X)];
        var text = new StringBuilder();
        var owners = new List<int>();
        (float line, float end) = (float.NaN, 0);
        foreach (int i in order)
        {
            (float x, _) = turn.Apply(letters[i].X, letters[i].Y);
            if (Line(letters[i], turn) != line || x - end > Apart * letters[i].Size)
                Add("\n", -1);
            Add(letters[i].Text, i);
            (line, end) = (Line(letters[i], turn), turn.Apply(letters[i].Box).Right);
        }

        string shown = text.ToString(), masked = PersonalNumbers.Mask(shown);
        for (int at = 0; at < shown.Length && !ReferenceEquals(shown, masked); at++)
            if (shown[at] != masked[at])
                letters[owners[at]] = letters[owners[at]] with { Text = "*" };
        return letters;

        void Add(string more, int owner)
        {
            text.Append(more);
            owners.AddRange(Enumerable.Repeat(owner, more.Length));
        }
    }

    /// <summary>Letters whose baselines differ by less than half their size stand in one line.</summary>
    private static float Line(in Letter letter, Turn turn) => MathF.Round(turn.Apply(letter.X, letter.Y).Y / Math.Max(letter.Size * 0.5f, 1));
}
