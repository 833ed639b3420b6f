using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Names listed in a sentence, as names are compared.</summary>
internal static class NameList
{
    /// <summary>
    /// A name that is not known but is two known ones run together counts as the two: programs that let the
    /// separator hang over the margin leave it out of the file.
    /// </summary>
    /// <param name="printed">As listed.</param>
    /// <param name="known">Bare names that the list may hold.</param>
    public static IEnumerable<string> Parted(IEnumerable<string> printed, IReadOnlySet<string> known) =>
        printed.SelectMany(name => Part(Names.Bare(name), known) ?? [name]);

    private static string[]? Part(string bare, IReadOnlySet<string> known)
    {
        if (known.Contains(bare))
            return null;
        for (int i = 2; i + 2 <= bare.Length; i++)
            if (known.Contains(bare[..i]) && known.Contains(bare[i..]))
                return [bare[..i], bare[i..]];
        return null;
    }
}
