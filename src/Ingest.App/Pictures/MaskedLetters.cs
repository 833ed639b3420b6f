using System.Text;
using Ingest.App.Words;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Core.Performance;
using Ingest.Tables.Upright;

namespace Ingest.App.Pictures;

/// <summary>The letters of a page with the digits of personal numbers, and what stands beside labels of contacts, replaced: a picture tells no more than the text beside it.</summary>
internal static class MaskedLetters
{
    /// <summary>Letters farther apart than so many sizes belong to different cells.</summary>
    private const float Apart = 2;

    /// <summary>A label that stands in a cell of its own is not longer: in sentences the same words say something else.</summary>
    private const int LongestLabel = 10;

    private const int LongestContact = 20;

    /// <summary>Where the letters stand that are replaced, in the space of the page.</summary>
    public static IReadOnlyList<Box> Places(Page page) =>
        [.. Of(page, Turn.Upright(page)).Zip(page.Letters).Where(letter => letter.First.Text != letter.Second.Text).Select(letter => letter.Second.Box)];

    public static IEnumerable<Letter> Of(Page page, Turn turn)
    {
        Letter[] letters = [.. page.Letters];
        int[] order = [.. Enumerable.Range(0, letters.Length).OrderByDescending(i => Line(letters[i], turn)).ThenBy(i => turn.Apply(letters[i].X, letters[i].Y).X)];
        var text = new StringBuilder();
        var owners = new List<int>();
        var cells = new List<Cell>();
        (float line, float end) = (float.NaN, 0);
        foreach (int i in order)
        {
            (float x, _) = turn.Apply(letters[i].X, letters[i].Y);
            bool sameLine = Line(letters[i], turn) == line;
            if (!sameLine || x - end > Apart * letters[i].Size)
            {
                Add("\n", -1);
                cells.Add(new Cell(text.Length, sameLine));
            }

            Add(letters[i].Text, i);
            (line, end) = (Line(letters[i], turn), turn.Apply(letters[i].Box).Right);
        }

        string shown = text.ToString(), masked = WithContacts(shown, PersonalNumbers.Mask(shown), cells);
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

    /// <summary>What stands beside the label of a contact in the same line is masked as such.</summary>
    private static string WithContacts(string shown, string masked, List<Cell> cells)
    {
        StringBuilder? changed = null;
        for (int i = 1; i < cells.Count; i++)
        {
            string label = TextOf(i - 1).Trim(), value = TextOf(i);
            if (!cells[i].SameLine || label.Length is 0 or > LongestLabel || value.Trim().Length is 0 or > LongestContact || !ContactMask.HasLabel(label) || ContactMask.HasLabel(value))
                continue;
            changed ??= new StringBuilder(masked);
            string hidden = PersonalData.Mask(value)!;
            for (int at = 0; at < value.Length; at++)
                if (!char.IsWhiteSpace(value[at]))
                    changed[cells[i].Start + at] = hidden[at];
        }

        return changed?.ToString() ?? masked;

        string TextOf(int cell) => shown[cells[cell].Start..(cell + 1 < cells.Count ? cells[cell + 1].Start - 1 : shown.Length)];
    }

    /// <summary>Letters whose baselines differ by less than half their size stand in one line.</summary>
    private static float Line(in Letter letter, Turn turn) => MathF.Round(turn.Apply(letter.X, letter.Y).Y / Math.Max(letter.Size * 0.5f, 1));

    /// <summary>Letters that stand close together.</summary>
    /// <param name="Start">Of its text within that of the page.</param>
    /// <param name="SameLine">The one before stands in the same line.</param>
    private readonly record struct Cell(int Start, bool SameLine);
}
