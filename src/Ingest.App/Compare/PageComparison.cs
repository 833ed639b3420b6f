using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.App.Compare;

/// <summary>What of one page only one of two readers has seen.</summary>
/// <param name="Letters">Text of the visible letters that only the first has, in its order.</param>
/// <param name="OtherLetters">The same of the second.</param>
/// <param name="Rulings">How many lines only the first has.</param>
/// <param name="OtherRulings">The same of the second.</param>
internal sealed record PageComparison(int Page, string Letters, string OtherLetters, int Rulings, int OtherRulings)
{
    // Readers take widths from different places; a point is a tenth of a letter.
    private const float LetterTolerance = 1;

    // Joining bits of lines moves their ends by as much.
    private const float LineTolerance = 2;

    public bool IsAlike => Letters.Length == 0 && OtherLetters.Length == 0 && Rulings == 0 && OtherRulings == 0;

    public static PageComparison Of(Page first, Page second)
    {
        (List<Letter> letters, List<Letter> otherLetters) = Unmatched(Seen(first), Seen(second), letter => letter.Text, IsSame);
        (List<Ruling> rulings, List<Ruling> otherRulings) = Unmatched(first.Rulings, second.Rulings, ruling => ruling.IsHorizontal, IsSame);
        return new PageComparison(first.Number, Text(letters), Text(otherLetters), rulings.Count, otherRulings.Count);
    }

    private static IEnumerable<Letter> Seen(Page page) => page.Letters
        .Where(letter => letter.IsVisible && !string.IsNullOrWhiteSpace(letter.Text))
        .Select(letter => letter with { Text = CjkRadicals.Fold(letter.Text) });

    private static bool IsSame(Letter one, Letter other) =>
        Math.Abs(one.X - other.X) <= LetterTolerance && Math.Abs(one.Y - other.Y) <= LetterTolerance;

    private static bool IsSame(Ruling one, Ruling other) =>
        Math.Abs(one.At - other.At) <= LineTolerance && Math.Abs(one.Start - other.Start) <= LineTolerance && Math.Abs(one.End - other.End) <= LineTolerance;

    private static string Text(List<Letter> letters) => string.Concat(letters.Select(letter => letter.Text));

    /// <summary>What has no partner on the other side; partners share a key, and each has one at most.</summary>
    private static (List<T> First, List<T> Second) Unmatched<T, TKey>(IEnumerable<T> first, IEnumerable<T> second, Func<T, TKey> key, Func<T, T, bool> isSame)
        where TKey : notnull
    {
        Dictionary<TKey, List<T>> left = second.GroupBy(key).ToDictionary(group => group.Key, group => group.ToList());
        List<T> only = [];
        foreach (T item in first)
        {
            int partner = left.TryGetValue(key(item), out List<T>? candidates) ? candidates.FindIndex(candidate => isSame(item, candidate)) : -1;
            if (partner < 0)
                only.Add(item);
            else
                candidates!.RemoveAt(partner);
        }

        return (only, [.. left.Values.SelectMany(items => items)]);
    }
}
