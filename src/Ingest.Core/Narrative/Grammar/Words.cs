namespace Ingest.Core.Narrative.Grammar;

/// <summary>The words that lead to a mark.</summary>
/// <param name="Clause">The words directly before it.</param>
/// <param name="Before">Earlier words since the mark before, within the same semicolon part.</param>
/// <param name="Directly">Nothing parts the mark from the one before.</param>
/// <param name="Labelled">A colon stands directly before the mark.</param>
internal readonly record struct Words(string Clause, string Before, bool Directly, bool Labelled)
{
    /// <summary>Words further away than this have nothing to do with a number.</summary>
    private const int Reach = 200;

    /// <summary>The words between two marks, back from the second to the last boundary; back over a colon when nothing follows it.</summary>
    public static Words Between(string folded, int from, int to)
    {
        string words = folded[from..to];
        int boundary = words.LastIndexOfAny(['，', '；', '。']);
        int colon = words.LastIndexOf('：');
        if (words.StartsWith('、') && boundary < 0)
            boundary = 0;
        if (colon > boundary && colon + 1 < words.Length)
            boundary = colon;
        string before = boundary > 0 ? words[..boundary] : "";
        int semicolon = before.LastIndexOf('；');
        return new Words(Last(words[(boundary + 1)..].TrimEnd('：')), Last(before[(semicolon + 1)..]), from > 0 && boundary < 0, words.EndsWith('：'));
    }

    private static string Last(string words) => words.Length <= Reach ? words : words[^Reach..];
}
