namespace Ingest.Core.Narrative.Prose;

/// <summary>Splits a paragraph at its full stops.</summary>
internal static class Sentences
{
    /// <summary>
    /// No sentence is as long. A text without full stops is cut here, so that looking for forms in it takes no
    /// more than its length allows.
    /// </summary>
    private const int Longest = 2_000;

    public static IEnumerable<RunningText> Split(RunningText paragraph)
    {
        int from = 0;
        for (int i = 0; i < paragraph.Length; i++)
        {
            if (paragraph.Folded[i] is not ('。' or '！' or '？') && i + 1 < paragraph.Length && i - from < Longest)
                continue;
            int end = i + 1;
            while (end < paragraph.Length && paragraph.Folded[end] is '”' or '）' && end == i + 1)
                end++;
            yield return paragraph.Slice(from, end - from);
            from = end;
            i = end - 1;
        }
    }
}
